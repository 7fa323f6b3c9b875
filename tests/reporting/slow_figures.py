"""Every figure of the inspection counted slowly, to hold the fast ones against.

No SQL, no course, no milestones: lists of leads, gone through anew for every figure.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime

from assistant.core.figures import Choice, Part
from assistant.core.period import Period
from assistant.core.rules import Rules
from tests.reporting.slow_leads import Lead, asked
from tests.reporting.slow_story import Story, parts


class SlowInspection:
    """Answers as ``desk.inspection`` does, from lists."""

    def __init__(self, leads: list[Lead], now: datetime, rules: Rules) -> None:
        self._now = now
        self._rules = rules
        self._leads = leads
        self.stories = [Story(lead, place, rules) for lead in leads for place in asked(lead)]

    def asked_in(self, period: Period, choice: Choice) -> list[Story]:
        """Return the leads that asked in a period, of those that are chosen."""
        return [
            story
            for story in self.chosen(choice)
            if period.first <= self._local(story.asked_at).date() <= period.last
        ]

    def chosen(self, choice: Choice) -> list[Story]:
        """Return the leads that are chosen, whenever they asked."""
        return [
            story
            for story in self.stories
            if choice.owner in {None, story.lead.owner}
            and choice.source in {None, story.source}
            and choice.interest in {None, story.interest}
            and story.door in choice.doors
        ]

    def behind(self, period: Period, choice: Choice) -> dict[Part, set[str]]:
        """Return which leads each part has."""
        found: dict[Part, set[str]] = {part: set() for part in Part}
        for story in self.asked_in(period, choice):
            for part in parts(story, self._now):
                found[part].add(story.lead.id)
        return found

    def split(
        self, period: Period, choice: Choice, by: Callable[[Story], str]
    ) -> dict[str, dict[Part, int]]:
        """Return how many leads each part has, by what each lead is."""
        found: dict[str, dict[Part, int]] = {}
        for story in self.asked_in(period, choice):
            counts = found.setdefault(by(story), dict.fromkeys(Part, 0))
            for part in parts(story, self._now):
                counts[part] += 1
        return found

    def response(self, story: Story) -> str:
        """Return how a lead's first call was made."""
        belongs = parts(story, self._now)
        return next((p for p in (Part.IN_TIME, Part.LATE) if p in belongs), "no_clock")

    def responses(
        self, period: Period, choice: Choice, *, closed: bool
    ) -> tuple[tuple[int, int], ...]:
        """Return the response times of who asked while we were open, or closed."""
        found = [s for s in self.asked_in(period, choice) if s.asked_while_closed is closed]
        lengths = (story.response for story in found)
        return _sorted(length for length in lengths if length is not None)

    def tries(self, period: Period, choice: Choice) -> tuple[tuple[int, int], ...]:
        """Return how many leads were spoken to after so many tries in vain."""
        spoken = (s for s in self.asked_in(period, choice) if s.spoken_at is not None)
        return _sorted(story.tries for story in spoken)

    def calls(self, period: Period) -> tuple[int, dict[tuple[int, int], int]]:
        """Return how many calls were taken, and the missed ones by weekday and hour."""
        calls = [
            (fact["request_kind"], self._local(fact["arrived_at"]))
            for lead in self._leads
            for fact in lead.facts
            if fact["kind"] == "requested"
            and fact["request_kind"] in {"missed_call", "answered_call"}
        ]
        calls = [(kind, at) for kind, at in calls if period.first <= at.date() <= period.last]
        missed = Counter((at.weekday(), at.hour) for kind, at in calls if kind == "missed_call")
        return sum(kind == "answered_call" for kind, _ in calls), dict(missed)

    def lost_reasons(self, period: Period, choice: Choice) -> dict[str, int]:
        """Return why leads were lost."""
        ends = (story.end for story in self.asked_in(period, choice))
        return dict(Counter(end["reason"] for end in ends if end and end["what"] == "lost"))

    def unconfirmed(self, period: Period, choice: Choice) -> set[str]:
        """Return the leads whose appointment went by in a period and was never confirmed."""
        return {
            story.lead.id
            for story in self.chosen(choice)
            if story.starts_at is not None
            and story.starts_at <= self._now
            and self._is_in(period, story.starts_at)
            and not (story.visited("confirmed") or story.visited("show") or story.is_sold)
        }

    def _is_in(self, period: Period, moment: datetime) -> bool:
        return period.first <= self._local(moment).date() <= period.last

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self._rules.hours.zone)


def _sorted(values: Iterable[int]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(Counter(values).items()))
