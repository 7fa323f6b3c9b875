"""How the dealer's clock differs from UTC, for SQL, which knows no time zones."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from assistant.core.hours import OpeningHours


class Offset(NamedTuple):
    """From when on the dealer's clock is so many minutes before UTC's."""

    since: datetime
    minutes: int


def offsets(hours: OpeningHours, start: datetime, end: datetime) -> Iterator[Offset]:
    """Yield the offset at ``start``, and each other one before ``end``, to the hour."""
    known: int | None = None
    midnights = (start + timedelta(days=day) for day in range((end - start).days + 1))
    for moment in (*midnights, end):  # the clocks may change on the last day
        minutes = _minutes(moment, hours)
        if minutes != known:
            yield Offset(_since(moment, known, hours), minutes)
            known = minutes


def _since(moment: datetime, known: int | None, hours: OpeningHours) -> datetime:
    """Return the hour within the day before ``moment`` at which the clocks were changed."""
    if known is None:
        return moment
    earlier = (moment - timedelta(hours=back) for back in range(24))
    return min(hour for hour in earlier if _minutes(hour, hours) != known)


def _minutes(moment: datetime, hours: OpeningHours) -> int:
    offset = hours.local(moment.astimezone(UTC)).utcoffset() or timedelta()
    return int(offset.total_seconds() // 60)
