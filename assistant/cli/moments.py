"""Moments on the command line: ISO 8601, in the dealer's zone where none is given."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from assistant.core.errors import WrongCallError

_YEARS = range(1990, 2200)


def read_moment(text: str, zone: ZoneInfo) -> datetime:
    """Read a moment such as ``2026-03-09T10:00``, ``2026-03-09 10:00`` or one with a zone.

    Raises:
        WrongCallError: For a text that is none, a date without a time, a year outside
            anybody's agenda, or an hour that the clocks skip.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise WrongCallError(
            "{text} is no moment; write it as 2026-03-09T10:00.", text=text
        ) from error
    if _is_date(text.strip()):
        raise WrongCallError("{text} has no time; write it as 2026-03-09T10:00.", text=text)
    if moment.year not in _YEARS:
        raise WrongCallError("{text} is too far away.", text=text)
    if moment.tzinfo is not None:
        return moment.astimezone(UTC)
    local = moment.replace(tzinfo=zone)
    if local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != moment:
        raise WrongCallError("{text} does not exist: the clocks skip that hour.", text=text)
    return local.astimezone(UTC)


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
