"""Inspecting the process: the figures of a period, the leads behind them, where it broke."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path

from assistant.core.appointments import Booking
from assistant.core.clock import Clock
from assistant.core.facts import LeadId
from assistant.core.figures import (
    EVERYBODY,
    BrokenLead,
    By,
    Choice,
    Counts,
    Figures,
    Part,
    Within,
)
from assistant.core.local_time import Offset, offsets
from assistant.core.period import Period
from assistant.core.request import RequestKind
from assistant.core.rules import Rules
from assistant.core.summary import Summary
from assistant.desk.beside import beside
from assistant.desk.diary import Diary
from assistant.store.copies import Copy
from assistant.store.database import explained
from assistant.store.parts import Stretch
from assistant.store.store import Reader

WEEKS = 12
"""How many weeks the trend shows."""


@contextmanager
def inspection(path: Path, clock: Clock, rules: Rules) -> Iterator["Inspection"]:
    """Open a log for inspection, on any thread; it writes nothing and keeps nobody waiting.

    Raises:
        CouldNotError: If the file cannot be read.
    """
    with explained(path), closing(Reader(path)) as reader:
        yield Inspection(reader, clock, rules)


class Inspection:
    """Reads figures; it writes nothing. Use it on the thread that opened what it reads.

    Attributes:
        copies: Which colleagues' copies are among them, those too that could not be read.
    """

    copies: Sequence[Copy] = ()

    def __init__(self, reader: Reader, clock: Clock, rules: Rules) -> None:
        self._reader = reader
        self._rows = reader.figures()
        self._summaries = reader.summaries
        self._pledges = reader.pledges
        self._diary = Diary(reader.log)
        self._clock = clock
        self._rules = rules

    def figures(self, period: Period, choice: Choice) -> Figures:
        """Return the figures of the leads that asked in a period, as they stand now.

        Half of the work is to split the counts; that is done beside the rest.
        """
        stretch = self._stretch(period)
        split = beside(lambda: self._split(stretch, choice))
        try:
            open_hours, after_hours = self._rows.responses(stretch, choice)
            tries = self._rows.tries(stretch, choice)
            telephone = self._rows.calls.telephone(stretch, self._offsets(period))
            lost_reasons = self._rows.lost_reasons(stretch, choice)
        finally:  # a damaged log is let go by both
            counts, still_open, by = split()
        return Figures(
            period=period,
            at=stretch.now,
            counts=counts,
            by=by,
            open_hours=open_hours,
            after_hours=after_hours,
            tries=tries,
            telephone=telephone,
            lost_reasons=lost_reasons,
            still_open=still_open,
        )

    def funnel(self, period: Period, choice: Choice) -> tuple[Counts, Counts]:
        """Return what the funnel shows of :meth:`figures`, in a tenth of the time.

        Returns:
            The counts, and how many of those whom a step lost are still open.
        """
        return self._rows.funnel(self._stretch(period), choice)

    def trend(self, last: date, choice: Choice) -> list[tuple[Period, Counts]]:
        """Return the counts of the twelve weeks up to that of ``last``, none of them to come."""
        last = min(last, self.today())
        weeks = [Period.week_around(last - timedelta(weeks=back)) for back in range(WEEKS)][::-1]
        return [(week, self._rows.counts(self._stretch(week), choice)) for week in weeks]

    def behind(
        self,
        part: Part,
        period: Period,
        choice: Choice,
        limit: int = -1,
        start: int = 0,
        within: Within = EVERYBODY,
    ) -> list[Summary]:
        """Return the leads behind a figure, newest first, as the figures count them.

        When they asked, by which door and source, is of their first request; their ``tries``
        are those before they were reached.
        """
        found = self._rows.behind(part, self._stretch(period), choice, limit, start, within)
        return [
            replace(summary, **first._asdict())
            for first in found
            if (summary := self._summaries.summary(first.lead_id)) is not None
        ]

    def callers(
        self,
        kind: RequestKind,
        period: Period,
        at: tuple[int, int] | None = None,
        limit: int = -1,
        start: int = 0,
    ) -> list[Summary]:
        """Return the leads whose calls came in a period, the last call first.

        Their ``asked_at`` is that call, their ``tries`` are those before they were reached.

        Args:
            kind: Answered calls, or missed ones.
            period: When they came.
            at: The weekday (0 is Monday) and hour by the dealer's clock; all without.
            limit: How many leads at most; -1 for all.
            start: How many to leave out.
        """
        local = self._rules.hours.local
        calls = self._rows.calls.callers(kind, self._stretch(period))
        last: dict[LeadId, datetime] = {}
        for lead, moment in calls:
            if at is None or at == (local(moment).weekday(), local(moment).hour):
                last.setdefault(lead, moment)
        page = islice(last.items(), start, None if limit < 0 else start + limit)
        return [
            replace(summary, asked_at=moment, tries=self._rows.tries_of(lead) or 0)
            for lead, moment in page
            if (summary := self._summaries.summary(lead)) is not None
        ]

    def broken(self, period: Period, choice: Choice) -> list[BrokenLead]:
        """Return for which leads a rule was broken in a period, rule by rule, oldest first."""
        no_show_before = self._clock() - self._rules.no_show_call
        return self._rows.broken.of(self._stretch(period), choice, no_show_before)

    def lines(self, week: Period) -> dict[str, str]:
        """Return what salespeople wrote after a week that they will change, by name."""
        return {pledge.salesperson: pledge.line for pledge in self._pledges.of_week(week.week)}

    def appointments(self, period: Period, choice: Choice) -> list[tuple[str, Booking]]:
        """Return the appointments of some days, each after whose lead it is."""
        stretch = self._stretch(period)
        bookings = self._diary.between(stretch.start, stretch.end)
        owners = self._rows.owners({booking.lead_id for booking in bookings}, choice)
        return [(owners[each.lead_id], each) for each in bookings if each.lead_id in owners]

    def choices(self, by: By) -> Sequence[str]:
        """Return what there is to choose from."""
        return self._rows.choices(by)

    def this_week(self) -> Period:
        """Return the week in which we are, by the dealer's calendar."""
        return Period.week_around(self.today())

    def today(self) -> date:
        """Return the present day of the dealer's calendar."""
        return self._rules.hours.local(self._clock()).date()

    def _split(
        self, stretch: Stretch, choice: Choice
    ) -> tuple[Counts, Counts, dict[By, dict[str, Counts]]]:
        with closing(self._reader.another()) as reader:
            return reader.figures().split(stretch, choice)

    def _stretch(self, period: Period) -> Stretch:
        hours = self._rules.hours
        after = period.last + timedelta(days=1)
        return Stretch(hours.at(period.first, 0), hours.at(after, 0), self._clock())

    def _offsets(self, period: Period) -> list[Offset]:
        """Return how the dealer's clock differs from UTC over a period, to the minute."""
        stretch = self._stretch(period)
        return list(offsets(self._rules.hours.zone, stretch.start, stretch.end))


Open = Callable[[], AbstractContextManager[Inspection]]
"""Opens a log for inspection; called on the thread that reads."""
