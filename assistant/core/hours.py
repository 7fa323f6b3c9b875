"""Opening hours: the only arithmetic in local time.

Spans are wall-clock times of one day. A day on which the clocks change has them where the
wall clock says so; a span that the change swallows whole does not exist on that day.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

MINUTES_A_DAY = 24 * 60
_DAYS_TO_LOOK_AHEAD = 400  # longer than any closing a dealer can mean


def never_closed(_day: date) -> bool:
    """Say that a day is no holiday; for a calendar without any."""
    return False


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one day in which the dealer is open.

    Attributes:
        opens: First open minute, counted from midnight.
        closes: First minute after it, at most 1440.
    """

    opens: int
    closes: int

    def __post_init__(self) -> None:
        if not 0 <= self.opens < self.closes <= MINUTES_A_DAY:
            raise ValueError("a span opens before it closes, within one day")


Moments = tuple[datetime, datetime]
"""When a span opens and closes on a certain day (UTC)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningHours:
    """When the dealer is open.

    Attributes:
        zone: The dealer's time zone.
        week: The spans of each weekday, Monday first, in order and without overlap.
        is_closing_day: Says of a date whether it is a public holiday or an own closing day.
    """

    zone: ZoneInfo
    week: tuple[tuple[Span, ...], ...]
    is_closing_day: Callable[[date], bool] = field(default=never_closed)
    _known: dict[date, tuple[Moments, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        if len(self.week) != 7 or not any(self.week):
            raise ValueError("a week has seven days, one of them open")
        for spans in self.week:
            for earlier, later in pairwise(spans):
                if later.opens < earlier.closes:
                    raise ValueError("the spans of a day stand in order and do not overlap")

    def spans_on(self, day: date) -> tuple[Moments, ...]:
        """Return when we open and close on ``day``; empty on a closed day."""
        spans = self._known.get(day)
        if spans is None:
            spans = self._known[day] = self._spans_on(day)
        return spans

    def _spans_on(self, day: date) -> tuple[Moments, ...]:
        if self.is_closing_day(day):
            return ()
        moments = (
            (self.at(day, span.opens), self.at(day, span.closes))
            for span in self.week[day.weekday()]
        )
        return tuple((opens, closes) for opens, closes in moments if opens < closes)

    def at(self, day: date, minute: int) -> datetime:
        """Return the moment (UTC) at which the wall clock shows ``minute`` of ``day``."""
        return (datetime.combine(day, time(), self.zone) + timedelta(minutes=minute)).astimezone(
            UTC
        )

    def local(self, moment: datetime) -> datetime:
        """Return ``moment`` as the dealer's wall clock shows it."""
        return moment.astimezone(self.zone)

    def is_open(self, moment: datetime) -> bool:
        """Say whether we are open; at closing time itself we are not."""
        spans = self.spans_on(self.local(moment).date())
        return any(opens <= moment < closes for opens, closes in spans)

    def next_open(self, moment: datetime) -> datetime:
        """Return ``moment`` if we are open then, else the next opening (UTC).

        Raises:
            ValueError: If no day opens within 400 days.
        """
        for day in self._days_from(self.local(moment).date()):
            for opens, closes in self.spans_on(day):
                if moment < closes:
                    return max(moment, opens)
        raise ValueError("the dealer never opens again")

    def later(self, moment: datetime, span: timedelta) -> datetime:
        """Return when we have been open for ``span`` since ``moment`` (UTC).

        Raises:
            ValueError: If that does not happen within 400 days.
        """
        for day in self._days_from(self.local(moment).date()):
            for opens, closes in self.spans_on(day):
                starts = max(moment, opens)
                if starts + span <= closes:
                    return starts + span
                span -= max(closes - starts, timedelta(0))
        raise ValueError("the dealer never opens again")

    def opening_day_after(self, day: date, count: int = 1) -> date:
        """Return the ``count``-th day after ``day`` on which we open.

        Raises:
            ValueError: If there is none within 400 days.
        """
        for later in self._days_from(day + timedelta(days=1)):
            count -= bool(self.spans_on(later))
            if count == 0:
                return later
        raise ValueError("the dealer never opens again")

    def opening_day_before(self, day: date) -> date | None:
        """Return the last day before ``day`` on which we opened, if within 400 days."""
        for back in range(1, _DAYS_TO_LOOK_AHEAD):
            earlier = day - timedelta(days=back)
            if self.spans_on(earlier):
                return earlier
        return None

    def a_day_later(self, moment: datetime) -> datetime | None:
        """Return when we have been open for an opening day since ``moment`` (UTC).

        That day is as long as the one of ``moment``, or the last one before it.

        Returns:
            ``None`` if that does not happen within 400 days.
        """
        day = self.local(moment).date()
        day = self.opening_day_before(day + timedelta(days=1)) or day
        whole = sum((closes - opens for opens, closes in self.spans_on(day)), timedelta())
        try:
            return self.later(moment, whole)
        except ValueError:
            return None

    @staticmethod
    def _days_from(day: date) -> Iterator[date]:
        return (day + timedelta(days=ahead) for ahead in range(_DAYS_TO_LOOK_AHEAD))
