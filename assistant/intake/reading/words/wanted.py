"""When a customer wants to be called back, from the words he chose on a form.

A day's name means the next such day after the message arrived, a span means its start, and
a time without a day means today when it is still to come, else tomorrow. A wish that has
passed or says nothing is ``None``, and the request is then due as every other.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from assistant.words.calendar_words import DAYS, MONTH, MONTHS

_LONGEST = 200
_START_OF_DAY = time(9)  # for a day without a time

_FULL_DATE = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{4}|\d{2}))?(?![\d:])(?!\s*(?:uur|u|h|uhr)\b)"
)
_DAY_MONTH_NAME = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:\.|st|nd|rd|th|e)?\s*({MONTH})\b(?:\s+(\d{{4}}))?"
)
_MONTH_NAME_DAY = re.compile(
    rf"\b({MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\s+(\d{{4}}))?"
)
_CLOCK = re.compile(
    r"(?<![\d.,:/])(\d{1,2})(?:\s*[:.]\s*(\d{2})|\s*(?:uur|u|h|uhr)\s?(\d{2})?)?(?!\d|-\d{3})"
    r"\s*(?:([ap])\.?m\b|uur|u\b|h\b|uhr)?"
)
_HALF = re.compile(r"\bhalf\s+(\d{1,2})\b")
_BEFORE = re.compile(r"\b(?:voor|vóór|before|until|tot|vor|bis)\b")
_WORD = re.compile(r"[a-zäöüé]+")
_TOMORROW = re.compile(r"\b(?:morgen(?!s)|tomorrow)")
_DAY_AFTER_TOMORROW = re.compile(r"\b(?:overmorgen|übermorgen|day after tomorrow)")
_TODAY = re.compile(
    r"\b(?:vandaag|today|heute|vanmorgen|vanochtend|vanmiddag|vanavond|tonight|this)"
)
_PARTS_OF_DAY = (
    (re.compile(r"voormiddag|vormittag|ochtend|morning|vroeg|früh|s morgens"), time(9), time(12)),
    (re.compile(r"middag|mittag|afternoon"), time(13), time(18)),
    (re.compile(r"avond|evening|abend|tonight"), time(18), time(22)),
)
_MORNING_OF_A_DAY = re.compile(r"\w\s*morgens?\b")
_NAME_WITH_PART = re.compile(r"(\w+(?:dag|day|tag|woch))[a-zäöüé]+")
_BEHIND_SHORT_DAY = re.compile(
    r"\s*(?:[.,\d/-]|$|(?:tussen|om|vanaf|na|voor|rond|ochtend|middag|avond|morgen|zwischen|um|ab|nach"
    r"|vor|between|at|after|from|before|of|en|and|or|und|oder)\b)"
)


def read_wanted(text: str, arrived_at: datetime, zone: ZoneInfo) -> datetime | None:
    """Read the day and time at which a customer wants to be called.

    Args:
        text: ``zaterdag tussen 10:00 en 12:00``, ``morgen 14u``, ``12-05-2026 15:30``.
        arrived_at: When the message arrived (aware).
        zone: The dealer's time zone, in which the customer thinks.

    Returns:
        The moment in UTC, later than ``arrived_at``; ``None`` for no such wish.
    """
    text = " ".join(text.strip()[:_LONGEST].lower().split())
    now = arrived_at.astimezone(zone)
    day, rest = _find_day(text, now.date())
    start, end = _find_span(rest)
    if start is None and day in {None, now.date()}:
        return None
    wanted = datetime.combine(day or now.date(), start or _START_OF_DAY, zone)
    if wanted <= now and day is None and (end is None or end <= now.time()):
        wanted = datetime.combine(now.date() + timedelta(days=1), wanted.time(), zone)
    return wanted.astimezone(UTC) if wanted > now else None


def _find_day(text: str, today: date) -> tuple[date | None, str]:
    """Return the day that is meant and the text without it."""
    for form, order in (
        (_FULL_DATE, (1, 2, 3)),
        (_DAY_MONTH_NAME, (3, 2, 1)),
        (_MONTH_NAME_DAY, (3, 1, 2)),
        (_DAY_FIRST, (3, 2, 1)),
    ):
        found = form.search(text)
        if found and not (form is _DAY_FIRST and _is_span(found, text)):
            year, month, day = (found.group(group) for group in order)
            rest = f"{text[: found.start()]} {text[found.end() :]}"
            return _calendar_day(year, month, day, today), rest
    number = _weekday(text)
    if number is not None:
        return today + timedelta(days=(number - today.weekday()) % 7 or 7), text
    if _DAY_AFTER_TOMORROW.search(text):
        return today + timedelta(days=2), text
    if _TODAY.search(text):
        return today, text
    return (today + timedelta(days=1) if _TOMORROW.search(text) else None), text


def _weekday(text: str) -> int | None:
    """Return the day that is named first: ``ma 9:00``, ``maandag``, ``maandagochtend``."""
    for found in _WORD.finditer(text):
        word = found.group()
        if len(word) > 3 or _BEHIND_SHORT_DAY.match(text, found.end()):
            number = DAYS.get(word, DAYS.get(_NAME_WITH_PART.sub(r"\1", word)))
            if number is not None:
                return number
    return None


def _is_span(found: re.Match[str], text: str) -> bool:
    """Say whether ``10-12`` means hours: a day is named beside it, or a word says so."""
    first, second = int(found.group(1)), int(found.group(2))
    if found.group(3) or "-" not in found.group() or not first < second <= 24:
        return False
    return _weekday(text) is not None or "tussen" in text or "between" in text


def _calendar_day(year: str | None, month: str, day: str, today: date) -> date | None:
    """Return a day of the calendar; without a year, the next one."""
    number = int(month) if month.isdecimal() else MONTHS[month[:3]]
    written_year = int(year) if year else today.year
    try:
        found = date(written_year + 2000 if written_year < 100 else written_year, number, int(day))
        return found if year or found >= today else found.replace(year=found.year + 1)
    except ValueError:
        return None


def _find_span(text: str) -> tuple[time | None, time | None]:
    """Return the time that is meant, and the end where a span is written."""
    if half := _HALF.search(text):
        return _time((int(half.group(1)) - 1) % 24, 30), None
    clocks = [(found.start(), _clock(found)) for found in _CLOCK.finditer(text)][:2]
    if clocks and _BEFORE.search(text[: clocks[0][0]]):
        return _START_OF_DAY, clocks[0][1]
    if clocks:
        return clocks[0][1], clocks[1][1] if len(clocks) > 1 else None
    if _MORNING_OF_A_DAY.search(text) and (_weekday(text) is not None or _TODAY.search(text)):
        return time(9), time(12)
    parts = ((start, end) for form, start, end in _PARTS_OF_DAY if form.search(text))
    return next(parts, (None, None))


def _clock(found: re.Match[str]) -> time | None:
    hour, minute = int(found.group(1)), int(found.group(2) or found.group(3) or 0)
    if found.group(4):
        return _time(hour % 12 + (12 if found.group(4) == "p" else 0), minute)
    return time(hour, minute) if found.group(1).startswith("0") else _time(hour, minute)


def _time(hour: int, minute: int) -> time | None:
    """Return a time of day; a lone ``3`` is in the afternoon, when dealers are open."""
    try:
        return time(hour + 12 if hour < 7 else hour, minute)
    except ValueError:
        return None
