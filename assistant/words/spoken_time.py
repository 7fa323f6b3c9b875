"""The time in what somebody typed: ``10u``, ``10.30``, ``half 3``, ``kwart over 2``, ``2 pm``.

Who says ``half 3`` leaves open which half of the day he means: then the one counts in which
the dealer is open.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.words.numerals import NUMERAL, number

HALF_A_DAY, A_DAY = 12 * 60, 24 * 60
_EARLY = 7 * 60  # before it nobody means the morning
_OCLOCK = r"(?:\s*(?:uur|u|h|o'?clock)\b)?"
_SPOKEN = (
    (re.compile(rf"\bhalf past ({NUMERAL})\b{_OCLOCK}"), 30),
    (re.compile(rf"\bhalf ({NUMERAL})\b{_OCLOCK}"), -30),
    (
        re.compile(rf"\b(?:kwart|(?:a )?quarter) (?:voor|to|before) ({NUMERAL})\b{_OCLOCK}"),
        -15,
    ),
    (
        re.compile(rf"\b(?:kwart|(?:a )?quarter) (?:over|past|after) ({NUMERAL})\b{_OCLOCK}"),
        15,
    ),
)
_BESIDE = re.compile(
    rf"\b({NUMERAL})(?: min(?:uten|utes|\.)?)? (voor|to|before|over|past|after) (half )?"
    rf"({NUMERAL})\b{_OCLOCK}"
)
_FIGURES = re.compile(
    r"(?<![\d:.])(\d{1,2})(?:[:.]|\s?(?:uur|u|h)\s?)(\d{2})(?!\d)(?:\s*(?:uur|u|h)\b)?()"
)
_UNBROKEN = re.compile(r"(?<![\d:.])(\d{2})(\d{2})(?!\d)(?:\s*(?:uur|u|h)\b)?()")
_HOUR = re.compile(rf"(?<![\d:.\w])({NUMERAL})(?![\d:.]|\w*\d)(?:\s*(?:uur|u|h|o'?clock))?(?!\w)")
_NOON = re.compile(r"\b(?:noon|midday|12 uur 's middags)\b")
_AM_PM = re.compile(r"(?<=[\d\s])([ap])\.?m\b\.?")
_PART = re.compile(
    r"(?:\b(?:in (?:the|de) )|'s |\bs )?\b(?:(ochtends?|morgens|morning)|(middags?|afternoon)|"
    r"(avonds?|evening|night))\b"
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A time that was read, in minutes from midnight, if there was one, and what is left."""

    minute: int | None
    rest: str


def take_time(text: str, is_open: Callable[[int], bool]) -> Taken:
    """Take the time out of a text in lower case, from which the day was taken.

    Args:
        text: What was typed.
        is_open: Says of a minute of the day whether the dealer is open.

    Raises:
        ValueError: If there is no such time, such as ``25:00``.
    """
    later, text = _take_half_of_day(text)
    if found := _NOON.search(text):
        return Taken(HALF_A_DAY, _without(text, found))
    read = _figures(text) or _spoken(text)
    if read is None:
        return Taken(None, text)
    minute, loose, rest = read
    if not 0 <= minute < A_DAY:
        raise ValueError(text)
    if later is not None:
        return Taken(_in_half(minute, later=later), rest)
    return Taken(_meant(minute, is_open) if loose else minute, rest)


_Read = tuple[int, bool, str]
"""The minute, whether it may be of either half of the day, and the text without it."""


def _figures(text: str) -> _Read | None:
    for form in (_FIGURES, _UNBROKEN):
        if found := form.search(text):
            hour, minute = int(found[1]), int(found[2])
            if minute > 59:
                raise ValueError(text)
            bare = not found[1].startswith("0") and hour * 60 < _EARLY
            return hour * 60 + minute + HALF_A_DAY * bare, False, _without(text, found)
    return None


def _spoken(text: str) -> _Read | None:
    if found := _BESIDE.search(text):
        beside = number(found[1]) * (-1 if found[2] in {"voor", "to", "before"} else 1)
        hour = number(found[4])
        return _of_hour(hour, hour * 60 - 30 * bool(found[3]) + beside, _without(text, found))
    for form, away in _SPOKEN:
        if found := form.search(text):
            hour = number(found[1])
            return _of_hour(hour, hour * 60 + away, _without(text, found))
    if found := _HOUR.search(text):
        hour = number(found[1])
        return _of_hour(hour, hour * 60, _without(text, found), exact=found[1].startswith("0"))
    return None


def _of_hour(hour: int, minute: int, rest: str, *, exact: bool = False) -> _Read:
    return minute, hour <= 12 and not exact, rest


def _take_half_of_day(text: str) -> tuple[bool | None, str]:
    """Return whether the later half was said, if either was, and the text without it."""
    if found := _AM_PM.search(text):
        return found[1] == "p", _without(text, found)
    if found := _PART.search(text):
        return found[1] is None, _without(text, found)
    return None, text


def _in_half(minute: int, *, later: bool) -> int:
    if minute >= HALF_A_DAY + 60:  # 14 in the afternoon
        return minute
    return minute % HALF_A_DAY + HALF_A_DAY * later


def _meant(minute: int, is_open: Callable[[int], bool]) -> int:
    early = minute % HALF_A_DAY
    fits = [each for each in (early, early + HALF_A_DAY) if is_open(each)]
    if len(fits) == 1:
        return fits[0]
    return early + HALF_A_DAY * (early < _EARLY)


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
