"""How the dealer's clock differs from UTC, for SQL, which knows no time zones."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

_LOOK_EVERY = timedelta(days=7)  # no zone changes its clocks twice within it


class Offset(NamedTuple):
    """From when on the dealer's clock is so many minutes before UTC's."""

    since: datetime
    minutes: int


def offsets(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[Offset]:
    """Yield the offset at ``start``, and each other one up to ``end``, to the second."""
    yield Offset(start, _minutes(start, zone))
    while start < end:
        later = min(start + _LOOK_EVERY, end)
        if _minutes(start, zone) != _minutes(later, zone):
            changed = _change(start, later, zone)
            yield Offset(changed, _minutes(changed, zone))
        start = later


def _change(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if _minutes(middle, zone) == _minutes(before, zone):
            before = middle
        else:
            after = middle
    return after


def _minutes(moment: datetime, zone: ZoneInfo) -> int:
    offset = moment.astimezone(zone).utcoffset() or timedelta()
    return int(offset.total_seconds() // 60)
