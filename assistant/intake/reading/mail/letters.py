"""Tells whether a mail may be an answer to us, or the notice that a mail of ours did not arrive.

Whether it is one, the desk knows: it has the mails that went out. An automatic reply and a
portal's mail are neither.
"""

import re

from assistant.core.contact import read_email
from assistant.core.letter import Letter, LetterKind
from assistant.intake.reading import reasons
from assistant.intake.reading.body import body_of
from assistant.intake.reading.documents import adf_in, data_in, has_request
from assistant.intake.reading.envelope import Envelope
from assistant.intake.reading.forms.judgement import is_lead, wrote_nobody
from assistant.intake.reading.mail.automatic import doubt_about
from assistant.intake.reading.mail.headers import Headers
from assistant.intake.reading.mail.message import (
    PASSED_ON,
    best_form,
    envelope_of,
    without_quotes,
)
from assistant.intake.reading.mail.mime import Mail
from assistant.intake.reading.mail.quotes import own_words
from assistant.intake.reading.words.cleaning import paragraphs

_MESSAGE_ID = re.compile(r"<[^<>\s]{3,250}>")
_MESSAGE_ID_LINE = re.compile(r"(?im)^message-id:\s{0,9}(<[^<>\s]{3,250}>)")
_ADDRESS = re.compile(r"[^\s<>;,:\"'()\[\]]{1,100}@[^\s<>;,:\"'()\[\]]{1,150}")
_ACTION = re.compile(r"(?im)^action:\s{0,9}(\w{1,20})")  # RFC 3464
_FAILED_RECIPIENT = re.compile(r"(?im)^(?:final|original)-recipient:([^\n]{1,300})")
_DELAY_TOLD = re.compile(r"delay|warning|vertraag|still trying|wird weiter versucht", re.IGNORECASE)
_LOOKED_AT = 20_000
_MOST_ADDRESSES = 50


def read_letter(mail: Mail, known: Envelope) -> Letter | None:
    """Return what a mail says of the mails before it; ``None`` for one that nobody wrote."""
    envelope = envelope_of(mail.headers, known)
    doubt = doubt_about(mail.headers, envelope)
    if doubt is not None:
        return _bounce(mail, envelope) if doubt.reason == reasons.NOT_DELIVERED else None
    if envelope.portal is not None or wrote_nobody(envelope):
        return None
    subject = mail.headers.text("subject").lower()
    if subject.startswith(PASSED_ON):
        return None
    body = without_quotes(body_of(mail))
    is_form = (
        has_request(adf_in(body, envelope))
        or has_request(data_in(body, envelope))
        or is_lead(best_form(body, envelope), envelope, None)
    )
    return Letter(
        kind=LetterKind.FORM if is_form else LetterKind.PERSON,
        sender=envelope.sender.email,
        refers_to=_refers_to(mail.headers),
        text=paragraphs(own_words(body.readable)),
    )


def _refers_to(headers: Headers) -> frozenset[str]:
    named = (headers.raw("in-reply-to"), headers.raw("references"))
    return frozenset(found for value in named for found in _MESSAGE_ID.findall(value))


def _bounce(mail: Mail, envelope: Envelope) -> Letter | None:
    """Return which mails and addresses a notice names, if it is their last word."""
    text = _all_text(mail)
    actions = {action.lower() for action in _ACTION.findall(text)}
    is_last_word = "failed" in actions if actions else not _DELAY_TOLD.search(envelope.subject)
    if not is_last_word:
        return None
    named = _failed_recipients(text) or f"{mail.headers.raw('x-failed-recipients')}\n{text}"
    found = (read_email(each) for each in _ADDRESS.findall(named)[:_MOST_ADDRESSES])
    own = envelope.others.addresses
    return Letter(
        kind=LetterKind.BOUNCE,
        sender=envelope.sender.email,
        refers_to=_refers_to(mail.headers) | {*_MESSAGE_ID_LINE.findall(text)},
        failed=frozenset(address for address in found if address and address not in own),
    )


def _failed_recipients(text: str) -> str:
    """Return the recipients that a report by RFC 3464 calls failed; nothing for another text."""
    blocks = text.replace("\r\n", "\n").split("\n\n")
    failed = (
        block for block in blocks if (said := _ACTION.search(block)) and said[1].lower() == "failed"
    )
    return "\n".join(found for block in failed for found in _FAILED_RECIPIENT.findall(block))


def _all_text(mail: Mail) -> str:
    """Return the text of every part, and the head of the mail that came back."""
    parts = [part.text for part in mail.parts]
    for attached in mail.attached:
        parts.append(f"Message-ID: {attached.headers.raw('message-id')}")
        parts += [attached.headers.raw("to")]
    return "\n".join(parts)[:_LOOKED_AT]
