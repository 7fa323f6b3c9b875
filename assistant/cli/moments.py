"""Moments on the command line: ISO 8601, in the dealer's zone where none is given."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from assistant.core.errors import WrongCallError
from assistant.core.period import YEARS


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
    check_year(moment.year, text)
    if moment.tzinfo is not None:
        return moment.astimezone(UTC)
    local = moment.replace(tzinfo=zone)
    if local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != moment:
        raise WrongCallError("{text} does not exist: the clocks skip that hour.", text=text)
    return local.astimezone(UTC)


def read_days(
    first: str | None, last: str | None, zone: ZoneInfo
) -> tuple[datetime | None, datetime | None]:
    """Read the first and the last day of a period: when the one begins, and the other is over.

    Raises:
        WrongCallError: For a text that is no day, or a last day before the first.
    """
    days = [None if text is None else read_day(text) for text in (first, last)]
    start, end = days
    if start is not None and end is not None and end < start:
        raise WrongCallError("{last} comes before {first}.", last=end, first=start)
    after = None if end is None else end + timedelta(days=1)
    return _midnight(start, zone), _midnight(after, zone)


def read_day(text: str) -> date:
    """Read a day such as ``2026-11-02``.

    Raises:
        WrongCallError: For a text that is none, or a year outside anybody's agenda.
    """
    try:
        day = date.fromisoformat(text.strip())
    except ValueError as error:
        raise WrongCallError("{text} is no day; write it as 2026-11-02.", text=text) from error
    check_year(day.year, text)
    return day


def check_year(year: int, text: str) -> None:
    """Refuse a year outside anybody's agenda: most often a typing mistake.

    Raises:
        WrongCallError: Naming the text that was typed.
    """
    if year not in YEARS:
        raise WrongCallError("{text} is too far away.", text=text)


def _midnight(day: date | None, zone: ZoneInfo) -> datetime | None:
    return None if day is None else datetime.combine(day, time.min, zone).astimezone(UTC)


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
