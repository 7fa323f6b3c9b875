"""A mail that a customer wrote himself: he is the sender, his number stands in the text.

His own words end where he greets or quotes. A plate, a car or a kind of request is taken
from the subject only, because in free text a word like "inruilen" proves nothing.
"""

from assistant.core.request import Door, Request, RequestKind
from assistant.intake.reading.envelope import Envelope
from assistant.intake.reading.forms.form_reader import read_form
from assistant.intake.reading.forms.portals import Label, first_phrase, first_rule
from assistant.intake.reading.mail.quotes import before_signature, own_words
from assistant.intake.reading.words.car import car, plate, price
from assistant.intake.reading.words.cleaning import paragraphs, person
from assistant.intake.reading.words.contacts import (
    emails_in,
    is_nobody,
    phones_in_fields,
    phones_in_text,
)
from assistant.intake.reading.words.links import advert_link
from assistant.intake.reading.words.wishes import may_be_called, wanted_channel

_SOURCE = "E-mail"
_LONGEST_NAME = 40
_TELLS_NOTHING = frozenset(
    {
        "",
        "vraag",
        "informatie",
        "info",
        "contact",
        "hallo",
        "hoi",
        "hi",
        "hello",
        "question",
        "frage",
    }
)


def read_personal(text: str, envelope: Envelope, *, is_answer: bool = False) -> Request | None:
    """Return the request of the customer who wrote a mail.

    Args:
        text: The mail as text.
        envelope: What is known of the mail.
        is_answer: Whether he answers a mail, so that the subject is not his own.

    Returns:
        The request; ``None`` when the sender cannot be a customer and left no number.
    """
    own = own_words(text)
    words, signed = before_signature(own, envelope.portals)
    labelled = read_form(own, envelope.portals).values(Label.PHONE)
    found = (*phones_in_fields(labelled, envelope.others), *phones_in_text(own, envelope.others))
    in_subject = () if found or is_answer else phones_in_text(envelope.subject, envelope.others)
    phones = tuple(dict.fromkeys(found)) or in_subject
    emails = _addresses(own, envelope)
    if not emails and not any(phone.mobile for phone in phones):
        return None
    subject = envelope.subject
    vehicle = _vehicle(envelope)
    question = paragraphs(words) if is_answer else ""
    question = question or _question(paragraphs(words), subject, vehicle)
    return Request(
        kind=_kind(envelope),
        door=Door.WEB,
        source=envelope.source if is_nobody(envelope.sender.email) else _SOURCE,
        name=_name(envelope, signed),
        phones=phones,
        emails=emails,
        vehicle=vehicle,
        plate=plate(subject) or plate(words),
        price=price(subject),
        link=advert_link(own, ()),
        question=question,
        asked_at=envelope.written.at if envelope.written else None,
        asked_at_has_zone=envelope.written.has_zone if envelope.written else False,
        wants=wanted_channel(question),
        may_call=may_be_called(question),
        flags=envelope.flags,
    )


def _addresses(own: str, envelope: Envelope) -> tuple[str, ...]:
    """Return the writer's addresses; of a machine, those that it writes about."""
    senders = emails_in([envelope.reply_to.email, envelope.sender.email], envelope.others)
    if senders:
        return senders
    domain = envelope.sender.domain
    return tuple(
        a for a in emails_in([own], envelope.others) if not domain or not a.endswith(domain)
    )


def _vehicle(envelope: Envelope) -> str:
    """Return the car that the subject names, in a phrase or with nothing else."""
    named = first_phrase(envelope.portals.vehicles, envelope.subject).get("vehicle", "")
    if not named and f"{envelope.subject} ".lower().startswith(envelope.portals.makes):
        named = "" if "?" in envelope.subject else envelope.subject
    return car(named)


def _kind(envelope: Envelope) -> RequestKind:
    found = first_rule(envelope.portals.rules, envelope.subject)
    return found[0].kind or RequestKind.QUESTION if found else RequestKind.QUESTION


def _name(envelope: Envelope, signed: str) -> str:
    for candidate in (envelope.sender.name, envelope.reply_to.name, signed):
        name = person(candidate.partition(" via ")[0])  # as a mailing list writes a sender
        usual = name.lower() not in envelope.portals.nameless
        if name and usual and len(name) <= _LONGEST_NAME and not any(map(str.isdigit, name)):
            return name
    return ""


def _question(words: str, subject: str, vehicle: str) -> str:
    """Return the customer's words, below the subject where that says something of its own."""
    told = subject.lower() in words.lower() or subject.lower().strip(" .!?:") in _TELLS_NOTHING
    if told or (vehicle and words):
        return words
    return paragraphs(f"{subject}\n\n{words}")
