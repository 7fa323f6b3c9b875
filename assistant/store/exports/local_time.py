"""The dealer's wall clock in SQL, which knows no time zones: by the changes of his clocks."""

from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from assistant.core.local_time import Offset, offsets
from assistant.store.columns import moment_text

_FIRST, _LAST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
"""Between these the changes are looked up; before and after them the nearest shift holds."""


class LocalTime:
    """Shifts moments to a zone's wall clock."""

    def __init__(self, zone: ZoneInfo) -> None:
        self._offsets = list(offsets(zone, _FIRST, _LAST))

    def shift(self, sql: str) -> str:
        """Return what SQLite's date functions add to a moment, given by its SQL."""
        return _shift(sql, self._offsets)


def _shift(sql: str, known: Sequence[Offset]) -> str:
    """Ask eight times at most: before or after the one in the middle?"""
    if len(known) == 1:
        return f"'{known[0].minutes:+} minutes'"
    half = len(known) // 2
    before, after = _shift(sql, known[:half]), _shift(sql, known[half:])
    return f"iif({sql} < '{moment_text(known[half].since)}', {before}, {after})"
