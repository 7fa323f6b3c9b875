"""Where leads stand, remembered: one more fact is folded into what the facts before it came to.

Reading a lead's whole history again would be a fifth of what a press on the card waits for.
"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.core.course import Course
from assistant.core.facts import Fact, LeadId, Merged, Retraction, Split
from assistant.core.follow import follow, go_on
from assistant.store.log import Log, Mark

_MOST = 256


def course_of(log: Log, lead_id: LeadId, facts: Sequence[Fact] | None = None) -> Course:
    """Return where a lead stands by its facts, and by what is known of it beside them.

    Args:
        log: The log.
        lead_id: The lead.
        facts: Its facts, if they were read already.
    """
    course = follow(log.history(lead_id) if facts is None else facts)
    apart = log.kept_apart(lead_id)
    return replace(course, forgotten_at=apart.forgotten_at, left_alone_since=apart.left_alone_since)


class Courses:
    """Folds facts. What it remembers counts only while the log still says so."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._known: dict[LeadId, tuple[Course, Mark]] = {}
        self._rewritten = 0

    def of(self, lead_id: LeadId, written: Fact | None = None) -> Course:
        """Return where a lead stands after all its facts.

        Args:
            lead_id: The lead.
            written: The fact that was just written down, if it was one.
        """
        self._forget_what_is_old()
        course, mark = self._gone_on(lead_id, written) or self._whole(lead_id)
        if mark is not None:
            self._known[lead_id] = course, mark
        if len(self._known) > _MOST:
            del self._known[next(iter(self._known))]  # the one not asked for longest
        return course

    def _forget_what_is_old(self) -> None:
        rewritten = self._log.rewritten()
        if rewritten != self._rewritten:
            self._known.clear()
            self._rewritten = rewritten

    def _whole(self, lead_id: LeadId) -> tuple[Course, Mark | None]:
        return course_of(self._log, lead_id), self._log.mark(lead_id)

    def _gone_on(self, lead_id: LeadId, written: Fact | None) -> tuple[Course, Mark] | None:
        """Fold what was written; ``None`` when there is more to look at than that."""
        if lead_id not in self._known or isinstance(written, Retraction | Merged | Split):
            return None
        course, mark = self._known.pop(lead_id)
        match self._log.since(mark):
            case []:
                return course, mark
            case [new] if written is not None and new.fact_id == written.id:
                return go_on(course, [written]), new
            case _:
                return None
