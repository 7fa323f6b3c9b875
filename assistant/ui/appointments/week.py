"""A week as columns: which days, from what hour to what hour, and where an appointment stands.

Numbers only: minutes and lanes, no pixels, so that it can be tested without a window.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from assistant.core.appointments import Booked, Booking
from assistant.core.hours import OpeningHours

_HOUR = 60
_DAY = 24 * _HOUR


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where an appointment stands.

    Attributes:
        day: Its column.
        starts: The minute of the day at which it begins.
        lane: Its place beside others of the same time, from the left.
        lanes: How many stand side by side there.
    """

    booking: Booking
    day: int
    starts: int
    lane: int
    lanes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """What a week's page shows.

    Attributes:
        days: The days, Monday first; Sunday, and every other, only if we open or somebody comes.
        opens: The first minute of the day that is shown, a whole hour.
        closes: The first minute that is not.
        spans: For each day the stretches, in minutes, in which we are open.
        spots: Every appointment of it that was not cancelled.
    """

    days: tuple[date, ...]
    opens: int
    closes: int
    spans: tuple[tuple[tuple[int, int], ...], ...]
    spots: tuple[Spot, ...]


def week_of(monday: date, bookings: Sequence[Booking], hours: OpeningHours, lasts: int) -> Week:
    """Lay a week out.

    Args:
        monday: Its first day.
        bookings: Its appointments.
        hours: When the dealer is open.
        lasts: How many minutes an appointment takes.
    """
    shown = [each for each in bookings if each.state is not Booked.CANCELLED]
    coming = {hours.local(each.starts_at).date() for each in shown}
    week = (monday + timedelta(days=number) for number in range(7))
    days = tuple(
        day for day in week if day in coming or hours.spans_on(day) or hours.week[day.weekday()]
    )
    spans = tuple(_spans(day, hours) for day in days)
    spots = tuple(
        spot
        for number, day in enumerate(days)
        for spot in _spots(
            number, [b for b in shown if hours.local(b.starts_at).date() == day], hours, lasts
        )
    )
    usual = [span for spans_of in hours.week for span in spans_of]
    first = min([span.opens for span in usual] + [spot.starts for spot in spots])
    last = max([span.closes for span in usual] + [spot.starts + lasts for spot in spots])
    return Week(
        days=days,
        opens=first // _HOUR * _HOUR,
        closes=min(-(-last // _HOUR) * _HOUR, _DAY),
        spans=spans,
        spots=spots,
    )


def _spans(day: date, hours: OpeningHours) -> tuple[tuple[int, int], ...]:
    return tuple(
        (_minute(opens, hours), _minute(closes, hours) or _DAY)
        for opens, closes in hours.spans_on(day)
    )


def _minute(moment: datetime, hours: OpeningHours) -> int:
    local = hours.local(moment)
    return local.hour * _HOUR + local.minute


def _spots(day: int, bookings: Sequence[Booking], hours: OpeningHours, lasts: int) -> list[Spot]:
    """Put those that overlap side by side, each in the first lane that is free."""
    spots: list[Spot] = []
    heap: list[tuple[Booking, int, int]] = []
    free_from: list[int] = []
    for booking in bookings:
        starts = _minute(booking.starts_at, hours)
        if free_from and starts >= max(free_from):
            spots += _side_by_side(day, heap, len(free_from))
            heap, free_from = [], []
        lane = next((n for n, end in enumerate(free_from) if end <= starts), len(free_from))
        free_from[lane : lane + 1] = [starts + lasts]
        heap.append((booking, starts, lane))
    return spots + _side_by_side(day, heap, len(free_from))


def _side_by_side(day: int, heap: list[tuple[Booking, int, int]], lanes: int) -> list[Spot]:
    return [
        Spot(booking=booking, day=day, starts=starts, lane=lane, lanes=lanes)
        for booking, starts, lane in heap
    ]
