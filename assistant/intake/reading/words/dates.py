"""Reads the moment of a request in every form that senders write.

A moment that cannot be read is ``None``, never a guess: the request then counts from its
arrival. The first of two numbers with an oblique stroke is the day, as in Europe, unless
AM or PM shows an American writer.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from assistant.words.calendar_words import MONTH, MONTHS, ZONE_HOURS

_LONGEST = 120
_YEARS = range(1980, 2200)

_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_UNBROKEN = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?=t?\d{4}|t|\s|$)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_DAY_MONTH_NAME = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:\.|st|nd|rd|th|e)?[\s-]+({MONTH})\b\.?,?[\s-]+(\d{{4}})"
)
_MONTH_NAME_DAY = re.compile(rf"\b({MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)")
_MONTH_NAME_TIME_YEAR = re.compile(rf"\b({MONTH})\s+(\d{{1,2}})(?=\s+\d{{1,2}}:.*\b(\d{{4}})\s*$)")
_CLOCK = re.compile(
    r"(?<![\d+-])(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,12}))?)?(?!\d)\s*(?:([ap])\.?m\b)?"
)
_UNBROKEN_CLOCK = re.compile(r"(?<!\d)t?(\d\d)(\d\d)(\d\d)?(?:[.,](\d{1,12}))?(?!\d)()")
_AMERICAN_HOUR = re.compile(r"(?<!\d)(\d{1,2})()()()\s*([ap])\.?m\b")
_OFFSET = re.compile(r"(?<=[\d\s(a-z])([+-])(\d{1,2}):?(\d{0,2})(?!\d)")
_ABBREVIATION = re.compile(r"(?<![a-z])([a-z]{1,4})(?![a-z])")
_SECONDS_SINCE_1970 = re.compile(r"(\d{10})(?:\.\d+|(\d{3}))?")
_START_OF_1970 = datetime(1970, 1, 1, tzinfo=UTC)
_DASHES = str.maketrans("−–", "--")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment that was read.

    Attributes:
        at: The moment in UTC.
        has_zone: Whether its time zone was written too.
    """

    at: datetime
    has_zone: bool


def read_moment(text: str, zone: ZoneInfo) -> Moment | None:
    """Read a date with a time.

    Args:
        text: ``2018-03-05T9:07:33-08:0``, ``12 mei 2026 om 10:14``, ``5/12/2026 10:14 AM``.
        zone: Where a time without a time zone is.

    Returns:
        The moment, midnight for a date alone; ``None`` when no date can be read.
    """
    text = " ".join(text.strip()[:_LONGEST].lower().translate(_DASHES).split())
    if found := _SECONDS_SINCE_1970.fullmatch(text):
        milliseconds = timedelta(milliseconds=int(found.group(2) or 0))
        return Moment(
            at=_START_OF_1970 + timedelta(seconds=int(found[1])) + milliseconds, has_zone=True
        )
    day = _find_date(text)
    if day is None:
        return None
    written_day, rest = day
    clock, behind = _find_time(rest)
    offset = _find_zone(behind)
    if clock is None or written_day.year not in _YEARS:
        return None
    try:
        local = datetime.combine(written_day, clock, offset or zone)
        return Moment(at=local.astimezone(UTC), has_zone=_is_stated(offset, behind))
    except (OverflowError, ValueError):
        return None


def _find_date(text: str) -> tuple[date, str] | None:
    """Return the date in ``text`` and what is left without it."""
    american = bool(re.search(r"\d\s*[ap]\.?m\b", text))
    for form, order in (
        (_YEAR_FIRST, (1, 3, 4)),
        (_UNBROKEN, (1, 2, 3)),
        (_DAY_FIRST, (4, 3, 1)),
        (_DAY_MONTH_NAME, (3, 2, 1)),
        (_MONTH_NAME_DAY, (3, 1, 2)),
        (_MONTH_NAME_TIME_YEAR, (3, 1, 2)),
    ):
        if found := form.search(text):
            year, month, day = (_number(found.group(group)) for group in order)
            if form is _DAY_FIRST and (month > 12 or (american and found.group(2) == "/")):
                month, day = day, month
            rest = f"{text[: found.start()]} {text[found.end() :]}".replace(f" {year} ", " ")
            return _date(year + 2000 if year < 100 else year, month, day, rest)
    return None


def _date(year: int, month: int, day: int, rest: str) -> tuple[date, str] | None:
    try:
        return date(year, month, day), rest
    except ValueError:
        return None


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else MONTHS[written[:3]]


def _find_time(text: str) -> tuple[time | None, str]:
    """Return the time of day, midnight when there is none, and what stands around it."""
    for form in (_CLOCK, _AMERICAN_HOUR, _UNBROKEN_CLOCK):
        if found := form.search(text):
            hour, minute, second = (int(found.group(group) or 0) for group in (1, 2, 3))
            if found.group(5):
                hour = hour % 12 + (12 if found.group(5) == "p" else 0)
            microsecond = int((found.group(4) or "0").ljust(6, "0")[:6])
            rest = f"{text[: found.start()]} {text[found.end() :]}"
            return _time(hour, minute, second, microsecond), rest
    return time(0, 0), text


def _time(hour: int, minute: int, second: int, microsecond: int) -> time | None:
    try:
        return time(hour, minute, min(second, 59), microsecond)
    except ValueError:
        return None


def _find_zone(text: str) -> tzinfo | None:
    if found := _OFFSET.search(f" {text}"):
        sign, hours, minutes = found.groups()
        east = timedelta(hours=int(hours), minutes=int(minutes or 0))
        if east < timedelta(hours=15):
            return timezone(east if sign == "+" else -east)
    for found in _ABBREVIATION.finditer(text):
        hours_east = ZONE_HOURS.get(found.group(1))
        if hours_east is not None:
            return timezone(timedelta(hours=hours_east))
    return None


def _is_stated(offset: tzinfo | None, text: str) -> bool:
    """Say whether a zone was written; ``-0000`` states that none is known (RFC 5322)."""
    return offset is not None and "-0000" not in text
