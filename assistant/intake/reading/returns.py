"""Finds word from the BDC about a lead of ours: our id in a subject, or in an ADF document.

Whether the id is one of ours, the desk knows. What the message is besides is read as well, so that
a customer in it is not lost where it is none.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.core.request import NotALead, Reading, Request, Returned, Unreadable
from assistant.intake.reading.adf.search import find_adf, holds_adf
from assistant.intake.reading.body import Body, body_of, body_of_text
from assistant.intake.reading.envelope import Envelope
from assistant.intake.reading.mail.automatic import doubt_about
from assistant.intake.reading.mail.message import envelope_of
from assistant.intake.reading.mail.mime import Mail
from assistant.intake.reading.mail.quotes import own_words
from assistant.intake.reading.markup.xml_tree import Element
from assistant.intake.reading.words.cleaning import paragraphs

_OURS = "followup"  # the source of our id; assistant.outreach.handover writes it
_ID = "[a-z2-7]{16}"
_TAG = re.compile(rf"\[{_OURS} ({_ID})\]", re.IGNORECASE)
_WHOLE_ID = re.compile(_ID)
_WRITTEN_BY_US = re.compile(
    r"^--- followup ---$.*?(?:^--- followup ---$|\Z)", re.DOTALL | re.MULTILINE
)
_ANSWERED = re.compile(r"(?:re|antw|aw|sv|betr|fwd?|fw|wg|doorst)\s?:", re.IGNORECASE)
_LONGEST_NOTE = 4_000


def returned_by_mail(mail: Mail, known: Envelope, readings: list[Reading]) -> list[Reading]:
    """Return what a mail is if its subject, or its ADF, names a lead of ours.

    An automatic reply is no word from anybody; a mail of our own in our own mailbox is an echo.

    Args:
        mail: The mail, taken apart.
        known: What is known before the headers are read.
        readings: What it is otherwise.
    """
    body, named = body_of(mail), _TAG.search(mail.headers.text("subject"))
    in_documents = list(_named_in(body))
    if named is None and not in_documents:
        return readings
    envelope = envelope_of(mail.headers, known)
    doubt = doubt_about(mail.headers, envelope)
    if doubt is not None and doubt.strong:
        return readings
    readable = own_words(body.readable)
    written = "" if holds_adf(readable) else paragraphs(readable)[:_LONGEST_NOTE]
    if named is not None:
        noted = next((note for _, note in in_documents), "")
        found: list[Reading] = [_returned(named[1].lower(), written or noted, readings)]
    else:
        found = _in_place(in_documents, readings, written)
    is_echo = _is_own(mail, envelope)
    return [replace(one, is_echo=is_echo) if isinstance(one, Returned) else one for one in found]


def _is_own(mail: Mail, envelope: Envelope) -> bool:
    answers = _ANSWERED.match(mail.headers.text("subject")) or "in-reply-to" in mail.headers
    return not answers and envelope.sender.email in envelope.dealer.own_addresses


def returned_by_file(text: str, readings: list[Reading]) -> list[Reading]:
    """Return what a file is if an ADF document in it names leads of ours.

    Args:
        text: The file, decoded.
        readings: What it is otherwise.
    """
    found = list(_named_in(body_of_text(text)))
    return _in_place(found, readings) if found else readings


def _in_place(
    found: list[tuple[str, str]], readings: list[Reading], written: str = ""
) -> list[Reading]:
    """Put word about our leads in the place of what their prospects were read as.

    A request beside them that is none of ours stays.
    """
    back = [_returned(lead, written or note, readings) for lead, note in found]
    theirs = {id(one.otherwise) for one in back}
    others = (one for one in readings if isinstance(one, Request) and id(one) not in theirs)
    return [*back, *others]


def _returned(lead: str, note: str, readings: list[Reading]) -> Returned:
    return Returned(lead=lead, note=note, otherwise=_otherwise(lead, readings))


def _otherwise(lead: str, readings: list[Reading]) -> Request | NotALead | Unreadable:
    """Return what was read where our id stands; else what weighs most in the message."""
    plain = [reading for reading in readings if not isinstance(reading, Returned)]
    requests = [reading for reading in plain if isinstance(reading, Request)]
    named = (one for one in requests if one.reference.lower() == f"{_OURS}:{lead}")
    return next(named, (requests or plain)[0])


def _named_in(body: Body) -> Iterator[tuple[str, str]]:
    """Yield each id of ours in the ADF of a message once, with what was written beside it."""
    seen = set()
    for text in (*body.documents, *body.texts, *body.sources):
        for root in find_adf(text) if _OURS in text.lower() else ():
            for prospect in (element for element in root.walk() if element.name == "prospect"):
                lead = _our_id(prospect)
                if lead and lead not in seen:
                    seen.add(lead)
                    yield lead, _note(prospect)


def _our_id(prospect: Element) -> str:
    for element in prospect.all("id"):
        said = element.text.strip().lower()
        if element.attributes.get("source", "").strip().lower() == _OURS:
            return said if _WHOLE_ID.fullmatch(said) else ""
    return ""


def _note(prospect: Element) -> str:
    comments = (element.text for element in prospect.first("customer").all("comments"))
    theirs = _WRITTEN_BY_US.sub("", "\n".join(comments).replace("\r\n", "\n"))
    return paragraphs(theirs)[:_LONGEST_NOTE]
