"""What the figures of the inspection are called, what each counts, and how it is written."""

from enum import StrEnum

from assistant.core.errors import mark
from assistant.core.figures import Broken, Part, Response
from assistant.core.milestones import Interest
from assistant.core.preset import Preset
from assistant.core.what_if import FEW, Interval, share
from assistant.words.catalogue import tr

_NAMES: tuple[tuple[StrEnum, str], ...] = (
    (Part.REQUESTS, mark("Requests")),
    (Part.CLOCKS, mark("First calls due")),
    (Part.IN_TIME, mark("Called in time")),
    (Part.LATE, mark("Not called in time")),
    (Part.SPOKEN, mark("Spoken to")),
    (Part.NOT_SPOKEN, mark("Not spoken to")),
    (Part.AGREED, mark("Appointment agreed")),
    (Part.VAGUE, mark("Appointment never confirmed")),
    (Part.ONLY_FOLLOW_UP, mark("Only a call-back or follow-up")),
    (Part.APPOINTMENTS, mark("Appointments")),
    (Part.NO_APPOINTMENT, mark("Spoken to, no appointment")),
    (Part.SHOWS, mark("Shows")),
    (Part.NOT_SHOWN, mark("Appointment, not shown")),
    (Part.SALES, mark("Sales")),
    (Part.NOT_SOLD, mark("Came, did not buy")),
    (Part.FOLLOWABLE, mark("Followable")),
    (Part.GIVEN_UP, mark("Given up")),
    (Part.GIVEN_UP_BEFORE_THIRD, mark("Given up before the third try")),
    (Part.GIVEN_UP_BEFORE_FIFTH, mark("Given up before the fifth try")),
    (Part.LOST, mark("Lost")),
    (Part.OPEN, mark("Still open")),
    (Broken.NOT_IN_TIME, mark("Not called in time")),
    (Broken.FEWER_THAN_FIVE, mark("Fewer than five tries and no end")),
    (Broken.PROMPT_IGNORED, mark("Prompt ignored for more than a day")),
    (Broken.UNCONFIRMED, mark("Appointment without a confirmation")),
    (Broken.NO_SHOW_NOT_CALLED, mark("No-show not called")),
    (Broken.NO_NEXT_STEP, mark("No next step after the conversation")),
    (Interest.NEW, mark("Online, new car")),
    (Interest.USED, mark("Online, used car")),
    (Interest.PHONE, mark("Telephone")),
    (Interest.OTHER, mark("New or used not known")),
    (Response.IN_TIME, mark("Called in time")),
    (Response.LATE, mark("Not called in time")),
    (Response.NO_CLOCK, mark("Spoken to at once")),
    (Preset.SIXTY, mark("60% rule")),
    (Preset.DOES_IT, mark("The store that does it")),
    (Preset.FLOOR, mark("Floor")),
)
_MEANINGS: dict[Part, str] = {
    Part.REQUESTS: mark("Active leads whose first request came in this period."),
    Part.CLOCKS: mark("Leads whose first call was due by now, or made."),
    Part.IN_TIME: mark("The first call came within two minutes of opening time."),
    Part.LATE: mark("The first call came later, or was not made yet."),
    Part.SPOKEN: mark("A conversation took place, or the customer answered a message."),
    Part.NOT_SPOKEN: mark("No conversation and no answer until now."),
    Part.AGREED: mark("An appointment was agreed, confirmed or not."),
    Part.VAGUE: mark("An appointment was agreed, but no confirmation ever went out."),
    Part.ONLY_FOLLOW_UP: mark("Only a call-back or follow-up was agreed."),
    Part.APPOINTMENTS: mark("A date, a time and a confirmation that went out."),
    Part.NO_APPOINTMENT: mark("Spoken to, and no confirmed appointment until now."),
    Part.SHOWS: mark("The customer came."),
    Part.NOT_SHOWN: mark("An appointment, and the customer has not come; it may be to come."),
    Part.SALES: mark("The customer bought."),
    Part.NOT_SOLD: mark("The customer came and has not bought."),
    Part.FOLLOWABLE: mark("Spoken to; number and address both asked for and read back."),
    Part.GIVEN_UP: mark("Never spoken to, and ended or left alone for a week."),
    Part.GIVEN_UP_BEFORE_THIRD: mark("Given up after fewer than three tries."),
    Part.GIVEN_UP_BEFORE_FIFTH: mark("Given up after fewer than five tries."),
    Part.LOST: mark("Lost, with a reason."),
    Part.OPEN: mark("Has not ended yet."),
}
_OF: dict[Part, str] = {
    Part.REQUESTS: mark("of all requests"),
    Part.CLOCKS: mark("of the first calls due"),
    Part.SPOKEN: mark("of who was spoken to"),
    Part.AGREED: mark("of the appointments agreed"),
    Part.GIVEN_UP: mark("of who was given up"),
}
NOTHING = "–"
"""Stands where there is nothing to count."""


def figure_name(word: StrEnum) -> str:
    """Return what a part, a rule, an interest or a benchmark is called."""
    return tr(next(name for known, name in _NAMES if known is word))


def meaning(part: Part) -> str:
    """Return in one sentence what a part counts."""
    return tr(_MEANINGS[part])


def of_whom(base: Part) -> str:
    """Return of whom a share is: ``of who was spoken to``."""
    return tr(_OF[base])


def number(count: float) -> str:
    """Return a count as people here write it: ``12,345`` or ``12.345``."""
    return f"{round(count):,}".replace(",", tr(","))


def per_cent(part: float) -> str:
    """Return a share (0 to 1) in whole per cents: ``41%``."""
    return tr("{share}%").format(share=round(100 * part))


def in_share(part: int, whole: int) -> str:
    """Return a share, of few leads with the bounds it lies between: ``41% (25–66%)``."""
    interval = share(min(part, whole), whole)
    if interval is None:
        return NOTHING
    said = per_cent(interval.value)
    return said if whole >= FEW else f"{said} ({_bounds(interval)})"


def with_share(part: int, whole: int) -> str:
    """Return a count with its share, of few leads with bounds: ``9 (41%, 25–66%)``."""
    interval = share(min(part, whole), whole)
    if interval is None or whole >= FEW:
        return with_bare_share(part, whole)
    return f"{number(part)} ({per_cent(interval.value)}, {_bounds(interval)})"


def with_bare_share(part: int, whole: int) -> str:
    """Return a count with its share, without bounds: ``35 (41%)``; of few leads ``9 of 22``."""
    if not whole:
        return NOTHING
    if whole < FEW:
        return tr("{part} of {whole}").format(part=number(part), whole=number(whole))
    return f"{number(part)} ({per_cent(part / whole)})"


def _bounds(interval: Interval) -> str:
    return f"{round(100 * interval.low)}–{per_cent(interval.high)}"
