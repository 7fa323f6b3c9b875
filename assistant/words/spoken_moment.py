"""A day and a time as a salesperson types them while he talks: ``za 10u``, ``morgen half 3``.

Dutch and English are both understood, always. What is not understood wholly is not understood
at all: an appointment on a guess is worse than a question.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from assistant.core.errors import WrongCallError
from assistant.core.hours import OpeningHours
from assistant.words.spoken_day import take_day
from assistant.words.spoken_time import take_time

_LONGEST = 80
_FILLERS = frozenset(
    {"om", "at", "op", "on", "de", "the", "aanstaande", "komende", "coming", "this", "deze"}
    | {"dan", "rond", "around", "uur", "u", "h"}
)
_PUNCTUATION = str.maketrans({",": " ", ";": " ", "’": "'", "é": "e", "–": "-"})
_JOINED = re.compile(
    r"\b(maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|morgen|overmorgen|van)"
    r"(ochtend|morgen|middag|avond)\b"
)


@dataclass(frozen=True, slots=True)
class WallTime:
    """A day, and a minute of it, as the dealer's wall clock shows them."""

    day: date
    minute: int


def understand(text: str, chosen: WallTime, today: date, hours: OpeningHours) -> WallTime:
    """Return the day and time that a text says.

    Args:
        text: ``zaterdag 10.30``, ``tomorrow half past 2``, ``3 mrt 11:00``; a day or a time alone.
        chosen: What is chosen so far: it has the day, or the time, that the text leaves out.
        today: The present day at the dealer's.
        hours: When the dealer is open: it tells which half of the day ``half 3`` is in.

    Raises:
        WrongCallError: If the text is not understood; its sentence is for the user.
    """
    said = _JOINED.sub(_parted, _tidied(text[:_LONGEST]))
    try:
        on = take_day(said, today)
        day = on.day or chosen.day
        at = take_time(on.rest, lambda minute: hours.is_open(hours.at(day, minute)))
    except (ValueError, OverflowError) as error:
        raise _not_understood(text) from error
    left = [word for word in re.split(r"[\s.]+", at.rest) if word and word not in _FILLERS]
    if left or (on.day is None and at.minute is None) or len(text.strip()) > _LONGEST:
        raise _not_understood(text)
    return WallTime(day, chosen.minute if at.minute is None else at.minute)


def moment_of(wall: WallTime, hours: OpeningHours) -> datetime:
    """Return the moment (UTC); of an hour that comes twice, the first.

    Raises:
        WrongCallError: If the clocks skip that time.
    """
    local = datetime.combine(wall.day, time(wall.minute // 60, wall.minute % 60), hours.zone)
    moment = local.astimezone(UTC)
    if moment.astimezone(hours.zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise WrongCallError(
            "The clocks go forward that night: {time} does not exist.", time=f"{local:%H:%M}"
        )
    return moment


def _tidied(text: str) -> str:
    words = text.lower().translate(_PUNCTUATION).replace("a.s.", " ").split()
    return " ".join(words)


def _parted(found: re.Match[str]) -> str:
    day = "vandaag" if found[1] == "van" else found[1]
    return f"{day} {'ochtend' if found[2] == 'morgen' else found[2]}"


def _not_understood(text: str) -> WrongCallError:
    return WrongCallError(
        "{text} is not understood: say a day and a time.", text=" ".join(text.split())[:_LONGEST]
    )
