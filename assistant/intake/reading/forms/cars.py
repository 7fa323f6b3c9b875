"""The cars of a form: the one the customer asks about, and the one he would trade in.

A plate, a mileage and a year above the advert are those of the customer's own car in a
request to trade in, and of the advertised car in every other.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.core.request import RequestKind
from assistant.intake.reading.envelope import Envelope
from assistant.intake.reading.forms.form import Form, Place
from assistant.intake.reading.forms.meaning import Meaning
from assistant.intake.reading.forms.portals import Label, first_phrase
from assistant.intake.reading.markup.html_text import Link
from assistant.intake.reading.words.car import (
    car,
    first_filled,
    joined,
    make_and_model,
    plate,
    price,
)
from assistant.intake.reading.words.cleaning import is_nothing, one_line, web_address
from assistant.intake.reading.words.links import advert_link

_ABOVE_ADVERT = (Place.CUSTOMER, Place.BELOW_GREETING, Place.FOOTER)
_MOST_LOOSE = 30
_PARTS = (Label.MAKE, Label.MODEL, Label.TRIM, Label.YEAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cars:
    """The cars of a form; see the attributes of a request."""

    vehicle: str
    plate: str
    price: str
    link: str
    own_vehicle: str


def cars_of(
    form: Form, envelope: Envelope, meaning: Meaning, text: str, links: Iterable[Link]
) -> Cars:
    """Return the cars that a form speaks of.

    Args:
        form: What was filled in.
        envelope: What is known of the message.
        meaning: What the form is about.
        text: The message as text.
        links: The links of an HTML message.
    """
    trade_in = meaning.kind is RequestKind.TRADE_IN
    advertised = (Place.ADVERT,) if trade_in else (Place.ADVERT, *_ABOVE_ADVERT)
    return Cars(
        vehicle=_vehicle(form, envelope, meaning, advertised),
        plate=_plate(form, advertised),
        price=_price(form, envelope, advertised),
        link=_link(form) or advert_link(text, links),
        own_vehicle=_own_vehicle(form, trade_in=trade_in),
    )


def _vehicle(
    form: Form, envelope: Envelope, meaning: Meaning, advertised: tuple[Place, ...]
) -> str:
    """Return the car asked about: as a label names it, else the subject or a sentence."""
    sentences = (
        first_phrase(envelope.portals.introductions, line) for line in form.loose[:_MOST_LOOSE]
    )
    return first_filled(
        [
            *(_plain_car(value, envelope) for value in form.values(Label.VEHICLE)),
            make_and_model(*(form.first(label, *advertised) for label in _PARTS)),
            meaning.vehicle,
            *(car(held.get("vehicle", ""), envelope.source) for held in sentences),
        ]
    )


def _plain_car(value: str, envelope: Envelope) -> str:
    """Return the car in ``Interesse in Opel Corsa`` as well as in ``Opel Corsa``."""
    line = value.partition("\n")[0]
    named = first_phrase(envelope.portals.vehicles, line).get("vehicle", "")
    return car(named or line, envelope.source)


def _plate(form: Form, advertised: tuple[Place, ...]) -> str:
    labelled = one_line(form.first(Label.PLATE, *advertised))
    return labelled or first_filled(map(plate, form.values(Label.VEHICLE)))


def _link(form: Form) -> str:
    values = form.values(Label.LINK, Label.VEHICLE)
    return first_filled(web_address(value) for value in values if "://" in value)


def _price(form: Form, envelope: Envelope, advertised: tuple[Place, ...]) -> str:
    if labelled := one_line(form.first(Label.PRICE, *advertised)):
        return price(labelled) or labelled
    elsewhere = (*form.values(Label.VEHICLE), envelope.subject, *form.loose[:_MOST_LOOSE])
    return first_filled(price(line) for line in elsewhere)


def _own_vehicle(form: Form, *, trade_in: bool) -> str:
    own = one_line(" ".join(v for v in form.values(Label.OWN_VEHICLE) if not is_nothing(v)))
    details: list[str] = []
    if trade_in:
        own = own or make_and_model(*(form.first(label, *_ABOVE_ADVERT) for label in _PARTS))
        labels = (Label.PLATE, Label.MILEAGE, Label.YEAR)
        details = [form.first(label, *_ABOVE_ADVERT) for label in labels]
    details += form.values(Label.OWN_PLATE, Label.OWN_MILEAGE, Label.OWN_CONDITION)
    told = (detail for detail in details if detail not in own and not is_nothing(detail))
    return joined(own, *told)
