"""Making plans anew: everything derived, or the open leads when the dealer's rules changed."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from assistant.core.local_time import offsets
from assistant.desk.pen import Pen
from assistant.store.store import Store

_A_STEP = 8
"""Leads planned in one transaction while a window waits: a few hundredths of a second."""
_FIRST, _LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2070, 1, 1, tzinfo=UTC)
"""Between these other programs can read the dealer's clock from the file."""


class Plans:
    """Plans leads again; each method is one whole step."""

    def __init__(self, store: Store, pen: Pen) -> None:
        self._store = store
        self._pen = pen

    def make_by(self, mark: str) -> None:
        """Plan the open leads anew if the rules are others than at the last time.

        With other opening hours their first calls are counted by those too, as they would be
        by :meth:`rebuild`; of leads that ended the figures stay as they were.

        Args:
            mark: Stands for the rules; the same mark means the same rules.
        """
        is_planned = self._store.planned_by == mark
        if is_planned and self._store.has_clock:
            return
        with self._store.transaction():
            self._store.keep_clock(offsets(self._pen.rules.hours.zone, _FIRST, _LAST))
            for lead_id in () if is_planned else self._store.summaries.open_lead_ids():
                self._pen.plan(lead_id)
            self._store.planned_by = mark

    def count_older_leads(self) -> Iterator[None]:
        """Derive the milestones of leads that were there before anybody counted them, in steps."""
        older = self._store.summaries.not_counted()
        for start in range(0, len(older), _A_STEP):
            with self._store.transaction():
                for lead_id in older[start : start + _A_STEP]:
                    self._pen.plan(lead_id)
            yield

    def rebuild(self, progress: Callable[[int, int], None] = lambda _done, _all: None) -> int:
        """Make everything derived anew from the facts; return how many leads there are."""
        with self._store.transaction():
            self._store.summaries.clear()
            lead_ids = self._store.log.lead_ids()
            for done, lead_id in enumerate(lead_ids, start=1):
                self._pen.plan(lead_id)
                progress(done, len(lead_ids))
        return len(lead_ids)
