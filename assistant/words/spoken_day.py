"""The day in what somebody typed: ``za``, ``overmorgen``, ``volgende week di``, ``3 mrt``.

Each form takes its words out of the text; what nobody took is for the time, or not understood.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.core.errors import WrongCallError
from assistant.core.period import monday_of
from assistant.words.calendar_words import DAYS, MONTH, MONTHS
from assistant.words.numerals import NUMERAL, number
from assistant.words.times import day_and_month, weekday

_ORDINAL = r"(?:ste|de|e|st|nd|rd|th)"
_DATES = (
    (re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)"), (1, 2, 3)),
    (re.compile(r"(?<!\d)(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}|\d{2}))?(?![\d:])"), (3, 2, 1)),
    (
        re.compile(
            rf"(?<![\d:.])(\d{{1,2}}){_ORDINAL}?\.?\s*(?:of )?({MONTH})\b\.?"
            r"(?:\s+(20\d\d)\b(?![:.]))?"
        ),
        (3, 2, 1),
    ),
    (
        re.compile(
            rf"\b({MONTH})\b\.?\s+(\d{{1,2}}){_ORDINAL}?\b(?![:.]\d)(?!\s*(?:uur|u|h|[ap]\.?m)\b)"
            r"(?:\s+(20\d\d)\b(?![:.]))?"
        ),
        (3, 1, 2),
    ),
)
_ORDINAL_ALONE = re.compile(rf"(?<![\d:.])(\d{{1,2}}){_ORDINAL}\b")
_NEAR = (
    (re.compile(r"\b(?:overmorgen|(?:the )?day after tomorrow)\b"), 2),
    (re.compile(r"\b(?:morgen|tomorrow)\b"), 1),
    (re.compile(r"\b(?:vandaag|today)\b"), 0),
)
_DAYS_ON = re.compile(rf"\b(?:over|in) ({NUMERAL}) (?:dag|dagen|days?)\b")
_WEEKS_ON = re.compile(rf"\b(?:over|in) (a|{NUMERAL}) (?:week|weken|weeks?)\b")
_NEXT_WEEK = re.compile(r"\b(?:volgende|next)(?: week)?\b")
_WORD = re.compile(r"[a-z]+\.?")


@dataclass(frozen=True, slots=True)
class Taken:
    """A day that was read, if there was one, and the text without it."""

    day: date | None
    rest: str


def take_day(text: str, today: date) -> Taken:
    """Take the day out of a text in lower case.

    A weekday means the next one after today; ``next`` before it the one of the week after
    this. A date without a year is the next such date.

    Raises:
        WrongCallError: If the day does not exist, or is another weekday than was said.
        OverflowError: If it lies beyond the calendar.
    """
    dated = _take_date(text, today)
    named, rest = _take_weekday(dated.rest)
    if dated.day is not None:
        _must_agree(dated.day, named)
        return Taken(dated.day, rest)
    if named is not None:
        return _coming(named, rest, today)
    return _counted(rest, today)


def _coming(number_of_day: int, text: str, today: date) -> Taken:
    if found := _NEXT_WEEK.search(text):
        monday = monday_of(today) + timedelta(days=7)
        return Taken(monday + timedelta(days=number_of_day), _without(text, found))
    day = today + timedelta(days=(number_of_day - today.weekday()) % 7 or 7)
    if found := _WEEKS_ON.search(text):
        return Taken(day + timedelta(weeks=_count(found)), _without(text, found))
    return Taken(day, text)


def _counted(text: str, today: date) -> Taken:
    for form, away in _NEAR:
        if found := form.search(text):
            return Taken(today + timedelta(days=away), _without(text, found))
    if found := _DAYS_ON.search(text):
        return Taken(today + timedelta(days=_count(found)), _without(text, found))
    if found := _WEEKS_ON.search(text):
        return Taken(today + timedelta(weeks=_count(found)), _without(text, found))
    if found := _ORDINAL_ALONE.search(text):
        return Taken(_next_of_month(int(found[1]), found[0], today), _without(text, found))
    return Taken(None, text)


def _take_date(text: str, today: date) -> Taken:
    for form, order in _DATES:
        if found := form.search(text):
            year, month, day = (found.group(group) for group in order)
            wanted = _calendar_day(year, month, int(day), found[0], today)
            return Taken(wanted, _without(text, found))
    return Taken(None, text)


def _calendar_day(year: str | None, month: str, day: int, said: str, today: date) -> date:
    number_of_month = int(month) if month.isdecimal() else MONTHS[month[:3]]
    years = range(today.year, today.year + 9)  # 29 February, too, comes round
    if year:
        years = range(int(year) % 2000 + 2000, int(year) % 2000 + 2001)
    for each in years:
        try:
            found = date(each, number_of_month, day)
        except ValueError:
            continue
        if year or found >= today:
            return found
    raise WrongCallError("There is no such day: {text}", text=said.strip())


def _next_of_month(day: int, said: str, today: date) -> date:
    first = today.replace(day=1)
    for _ in range(12):
        try:
            if (found := first.replace(day=day)) >= today:
                return found
        except ValueError:
            pass  # a month without that day
        first = (first + timedelta(days=31)).replace(day=1)
    raise WrongCallError("There is no such day: {text}", text=said.strip())


def _take_weekday(text: str) -> tuple[int | None, str]:
    for found in _WORD.finditer(text):
        named = DAYS.get(found[0].rstrip("."))
        if named is not None:
            return named, _without(text, found)
    return None, text


def _must_agree(day: date, named: int | None) -> None:
    if named is not None and day.weekday() != named:
        raise WrongCallError(
            "{date} is on another day of the week: {day}.",
            date=day_and_month(day),
            day=weekday(day),
        )


def _count(found: re.Match[str]) -> int:
    return 1 if found[1] == "a" else number(found[1])


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
