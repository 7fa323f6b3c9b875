"""The dealer's wall clock in SQL, which knows no time zones: by the changes of his clocks."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.store.columns import moment_text

_FIRST, _LAST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
"""Between these the changes are looked up; before and after them the nearest shift holds."""

Shifts = Sequence[tuple[str, int]]


class LocalTime:
    """Shifts moments to a zone's wall clock."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._shifts = [
            (moment_text(since), _seconds(since, zone)) for since in (_FIRST, *_changes(zone))
        ]

    def shift(self, sql: str) -> str:
        """Return what SQLite's date functions add to a moment, given by its SQL."""
        return _shift(sql, self._shifts)


def _shift(sql: str, shifts: Shifts) -> str:
    """Ask eight times at most: before or after the one in the middle?"""
    if len(shifts) == 1:
        return f"'{shifts[0][1]:+} seconds'"
    half = len(shifts) // 2
    before, after = _shift(sql, shifts[:half]), _shift(sql, shifts[half:])
    return f"iif({sql} < '{shifts[half][0]}', {before}, {after})"


def _changes(zone: ZoneInfo) -> Iterator[datetime]:
    """Yield the moments at which the zone's clocks change, to the second."""
    day, step = _FIRST, timedelta(days=7)
    while day < _LAST:
        if _seconds(day, zone) != _seconds(day + step, zone):
            yield _change(day, day + step, zone)
        day += step


def _change(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    while after - before > timedelta(seconds=1):
        middle = before + timedelta(seconds=(after - before) // timedelta(seconds=2))
        if _seconds(middle, zone) == _seconds(before, zone):
            before = middle
        else:
            after = middle
    return after


def _seconds(moment: datetime, zone: ZoneInfo) -> int:
    offset = moment.astimezone(zone).utcoffset()
    return 0 if offset is None else int(offset.total_seconds())
