"""A form becomes a request: who asks, about which car, and what.

What the customer filled in himself comes before what the portal says of him, and that
before what can be guessed from the mail around it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from assistant.core.request import Channel, Door, Flag, Request, RequestKind
from assistant.intake.reading.envelope import Envelope
from assistant.intake.reading.forms.cars import cars_of
from assistant.intake.reading.forms.customer import Customer, customer_of
from assistant.intake.reading.forms.form import Form, Place
from assistant.intake.reading.forms.meaning import PHONE_KINDS, Meaning, meaning_of
from assistant.intake.reading.forms.portals import Label, first_phrase
from assistant.intake.reading.markup.html_text import Link
from assistant.intake.reading.words.cleaning import is_nothing, one_line, paragraphs
from assistant.intake.reading.words.dates import Moment, read_moment
from assistant.intake.reading.words.wanted import read_wanted
from assistant.intake.reading.words.wishes import channel_in, may_be_called, wanted_channel

_BY_APPOINTMENT = frozenset({RequestKind.TEST_DRIVE, RequestKind.CALL_BACK})
_MOST_LOOSE = 30
_LONGEST_LOOSE_QUESTION = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """What a form said.

    Attributes:
        request: The request; it may lack a number and an address.
        customer: Who asks.
        meaning: What the form is about.
    """

    request: Request
    customer: Customer
    meaning: Meaning


def read_labelled(form: Form, envelope: Envelope, text: str, links: Iterable[Link]) -> Labelled:
    """Make a request of a form.

    Args:
        form: What was filled in.
        envelope: What is known of the message.
        text: The message as text.
        links: The links of an HTML message.
    """
    meaning = meaning_of(form, envelope)
    by_phone = meaning.kind in PHONE_KINDS
    customer = customer_of(form, envelope, by_phone=by_phone)
    cars = cars_of(form, envelope, meaning, text, links)
    wanted = _wanted(form, envelope) if meaning.kind is RequestKind.CALL_BACK else None
    question = "" if by_phone else _question(form, envelope, meaning.kind, wanted)
    written, flags = _written(form, envelope)
    reference = one_line(form.first(Label.REFERENCE))
    request = Request(
        kind=meaning.kind,
        door=Door.PHONE if by_phone else Door.WEB,
        source=one_line(envelope.source),
        name=customer.name,
        phones=customer.phones,
        emails=customer.emails,
        vehicle=cars.vehicle,
        plate=cars.plate,
        price=cars.price,
        link=cars.link,
        own_vehicle=cars.own_vehicle,
        question=question,
        asked_at=written.at if written else None,
        asked_at_has_zone=written.has_zone if written else False,
        wanted_at=wanted,
        wants=_wanted_channel(form, question),
        may_call=may_be_called(f"{form.first(Label.PREFERENCE)}. {question}"),
        reference=one_line(f"{envelope.source}:{reference}") if reference else "",
        flags=flags,
    )
    return Labelled(request=request, customer=customer, meaning=meaning)


def _question(form: Form, envelope: Envelope, kind: RequestKind, wanted: datetime | None) -> str:
    """Return the customer's words; a day that set no clock stands below them."""
    words = paragraphs("\n".join(form.values(Label.MESSAGE))) or _words_below_name(form, envelope)
    if is_nothing(words):
        words = ""
    if wanted is not None or not (kind in _BY_APPOINTMENT or form.has(Label.DAY)):
        return words
    wishes = "\n".join(
        f"{one_line(entry.heading).strip(' *')}: {one_line(entry.value)}"
        for entry in form.entries
        if entry.label in {Label.DAY, Label.TIME} and entry.place is not Place.FOOTER
    )
    return paragraphs(f"{words}\n\n{wishes}")


def _words_below_name(form: Form, envelope: Envelope) -> str:
    """Return what follows ``Je hebt een reactie ontvangen van Jan:`` without a label."""
    for number, line in enumerate(form.loose[:_MOST_LOOSE]):
        if line.endswith(":") and first_phrase(envelope.portals.introductions, line):
            below = form.loose[number + 1 : number + 1 + _LONGEST_LOOSE_QUESTION]
            return paragraphs("\n".join(below))
    return ""


def _written(form: Form, envelope: Envelope) -> tuple[Moment | None, tuple[Flag, ...]]:
    """Return when a request was made, flagged when its date could not be read."""
    text = form.first(Label.DATE)
    if envelope.written is not None or not text:
        return envelope.written, envelope.flags
    moment = read_moment(text, envelope.dealer.zone)
    return moment, () if moment else (Flag.DATE_UNREADABLE,)


def _wanted(form: Form, envelope: Envelope) -> datetime | None:
    text = " ".join((form.first(Label.DAY), form.first(Label.TIME)))
    if not text.strip():
        text = form.first(Label.DATE)
    return read_wanted(text, envelope.arrived_at, envelope.dealer.zone)


def _wanted_channel(form: Form, question: str) -> Channel | None:
    stated = form.first(Label.PREFERENCE)
    named = channel_in(stated) if may_be_called(stated) else None
    return named or wanted_channel(question)
