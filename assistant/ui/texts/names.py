"""What the moments and fields of texts are called on a screen."""

from collections.abc import Sequence

from assistant.core.errors import mark
from assistant.outreach.fields import Field, Lack
from assistant.outreach.texts import Moment
from assistant.words.catalogue import tr, tr_count

_MOMENTS = {
    Moment.FIRST: mark("First message"),
    Moment.MISSED: mark("Not reached"),
    Moment.CALL_BACK: mark("Will call back"),
    Moment.CONFIRMATION: mark("Appointment"),
    Moment.MOVED: mark("New time"),
    Moment.CANCELLED: mark("Cancelled"),
    Moment.REMINDER: mark("Reminder"),
    Moment.NO_SHOW: mark("Did not come"),
    Moment.INFORMATION: mark("Information"),
    Moment.THANK_YOU: mark("Thanks"),
}
_FIELDS = {
    Field.SALUTATION: mark("Salutation"),
    Field.NAME: mark("Name"),
    Field.ABOUT: mark("What it is about"),
    Field.VEHICLE: mark("Car"),
    Field.QUESTION: mark("Question"),
    Field.MOMENT: mark("Moment"),
    Field.APPOINTMENT: mark("Appointment"),
    Field.INTRODUCTION: mark("Who writes"),
    Field.SALESPERSON: mark("Your name"),
    Field.DEALER: mark("The dealer's name"),
    Field.PHONE: mark("The dealer's number"),
    Field.SIGNATURE: mark("Signature"),
}
_THINGS = {
    Field.NAME: mark("name"),
    Field.VEHICLE: mark("car"),
    Field.QUESTION: mark("question"),
    Field.MOMENT: mark("moment"),
    Field.SALESPERSON: mark("salesperson's name"),
    Field.DEALER: mark("dealer's name"),
    Field.PHONE: mark("dealer's number"),
}


def moment_name(moment: Moment) -> str:
    """Return what a moment is called."""
    return tr(_MOMENTS[moment])


def field_name(field: Field) -> str:
    """Return what a field is called."""
    return tr(_FIELDS[field])


def lacks_in_words(lacks: Sequence[Lack]) -> str:
    """Return one sentence that names what is not known, and what that does to the text."""
    if not lacks:
        return ""
    gaps = [lack for lack in lacks if lack.leaves_gap]
    shown = gaps or lacks
    named = ", ".join(tr(_THINGS[lack.field]) for lack in shown)
    if gaps:
        said = tr_count(
            "No {things} is known: the text has a gap there.",
            "Not known: {things}. The text has gaps there.",
            len(shown),
        )
    else:
        said = tr_count(
            "No {things} is known: the text does without it.",
            "Not known: {things}. The text does without them.",
            len(shown),
        )
    return said.format(things=named)
