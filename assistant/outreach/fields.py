"""The fields a text may use, each by its name in braces; any other is refused.

A customer's own words fill fields and are never looked at for more of them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assistant.core.errors import WrongCallError

_FIELD = re.compile(r"\{([^{}\n]*)\}")
_ALONE = re.compile(r"[{}]+[^{}\s]*[{}]*")


class Field(StrEnum):
    """What stands in a text between braces, in the order in which it is offered."""

    SALUTATION = "salutation"
    NAME = "name"
    ABOUT = "about"
    VEHICLE = "vehicle"
    QUESTION = "question"
    MOMENT = "moment"
    APPOINTMENT = "appointment"
    INTRODUCTION = "introduction"
    SALESPERSON = "salesperson"
    DEALER = "dealer"
    PHONE = "phone"
    SIGNATURE = "signature"


PHRASES = {
    Field.SALUTATION: (Field.NAME,),
    Field.ABOUT: (Field.VEHICLE,),
    Field.INTRODUCTION: (Field.SALESPERSON, Field.DEALER),
    Field.APPOINTMENT: (Field.MOMENT,),
}
"""The fields that are phrases, and what each is made of; it has a form for what is not known."""

_OF_THE_LEAD = frozenset({Field.NAME, Field.VEHICLE, Field.QUESTION, Field.MOMENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Whom and what a message is about; every field may be empty.

    Attributes:
        question: What the customer asked, in his own words.
        moment: The agreed moment in words: ``za 7 mrt 14:00``.
        phone: The dealer's own number, as people write it.
    """

    name: str = ""
    vehicle: str = ""
    question: str = ""
    salesperson: str = ""
    dealer: str = ""
    phone: str = ""
    moment: str = ""


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that a text speaks of and that is not known.

    Attributes:
        leaves_gap: Whether a hole is left in the text; else it finds other words.
    """

    field: Field
    leaves_gap: bool


def values(about: About, phrases: Mapping[str, str]) -> dict[str, str]:
    """Return what fills each field.

    Args:
        about: Whom and what the message is about.
        phrases: The forms of the phrases by name, and by name and what is lacking.
    """
    plain: dict[str, str] = {
        field: getattr(about, field) for field in Field if hasattr(about, field)
    }
    made: dict[str, str] = {
        phrase: _phrase(phrases, phrase, {part: plain[part] for part in parts})
        for phrase, parts in PHRASES.items()
    }
    signature = "\n".join(filter(None, (about.salesperson, about.dealer, about.phone)))
    return {**plain, **made, Field.SIGNATURE: signature}


def filled(form: str, fields: Mapping[str, str]) -> str:
    """Return a form with its fields filled in, without the blanks that empty ones leave."""
    whole = _FIELD.sub(lambda found: fields.get(found[1], found[0]), form)
    return re.sub(r"^ +", "", whole, flags=re.MULTILINE).strip()


def check(form: str) -> None:
    """Accept a form, or say what in it is no field.

    Raises:
        WrongCallError: For the first brace without another, or the first field that there is not;
            ``field`` is what stands there.
    """
    if alone := brace_alone(form):
        raise WrongCallError(
            "The braces of {field} do not match: a field has one before and one after its name.",
            field=alone,
        )
    if unknown := unknown_field(form):
        raise WrongCallError("There is no field {field}.", field=unknown)


def brace_alone(form: str) -> str:
    """Return the first brace that belongs to no field, with what touches it; perhaps nothing."""
    rest = _FIELD.sub(lambda found: " " * len(found[0]), form)
    at = min((at for at in map(rest.find, "{}") if at >= 0), default=None)
    found = None if at is None else _ALONE.match(form, at)
    return "" if found is None else found[0]


def unknown_field(form: str) -> str:
    """Return the first field that there is not, with its braces; perhaps nothing."""
    names = (name for name in _FIELD.findall(form) if name not in set(Field))
    return next((f"{{{name}}}" for name in names), "")


def lacking(form: str, about: About) -> tuple[Lack, ...]:
    """Return what a form speaks of and nobody knows, gaps first.

    What a phrase says in other words counts only where it is about the lead: a dealer without
    a name need not hear of it with each message.
    """
    used = list(dict.fromkeys(_FIELD.findall(form)))
    gaps = [Field(name) for name in used if _is_plain(name) and not getattr(about, name)]
    softly = [part for part in _parts(used) if not getattr(about, part) and part not in gaps]
    return (*(Lack(gap, True) for gap in gaps), *(Lack(part, False) for part in softly))


def _parts(used: list[str]) -> Iterator[Field]:
    for phrase, parts in PHRASES.items():
        if phrase in used:
            yield from (part for part in parts if part in _OF_THE_LEAD)


def _is_plain(name: str) -> bool:
    return name in set(Field) and hasattr(About, name)


def _phrase(phrases: Mapping[str, str], name: str, fields: Mapping[str, str]) -> str:
    """Fill the form of a phrase that suits what is known."""
    lacks = [field for field, value in fields.items() if not value]
    without = "both" if len(lacks) == 2 else "".join(lacks)
    return filled(phrases[f"{name}_without_{without}" if lacks else name], fields)
