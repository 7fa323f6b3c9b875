"""The face of the readers: a message goes in, what was read from it comes out.

Reading never fails. A message in which a reader meets an error of its own is unreadable,
is kept and is shown to a person, like one that nobody can read.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.core.letter import Letter
from assistant.core.request import Flag, Reading, Request, Unreadable
from assistant.intake.original import Dealer, Original, ReadMessage, identity_of
from assistant.intake.reading import reasons
from assistant.intake.reading.envelope import Envelope
from assistant.intake.reading.files import read_file
from assistant.intake.reading.forms.portal_table import shipped_portals
from assistant.intake.reading.forms.portals import Portals
from assistant.intake.reading.mail.headers import Headers
from assistant.intake.reading.mail.letters import read_letter
from assistant.intake.reading.mail.message import read_mail_message
from assistant.intake.reading.mail.mime import read_mail
from assistant.intake.reading.markup.decoding import decode
from assistant.intake.reading.returns import returned_by_file, returned_by_mail
from assistant.intake.reading.words.contacts import not_customers

logger = logging.getLogger(__name__)

_HEAD = 8_000
_LONGEST_ID = 500
_OF_EVERY_MAIL = (
    "from to subject date message-id mime-version content-type received return-path reply-to"
    " delivered-to sender x-mailer dkim-signature"
)
_MAIL_HEADERS = frozenset(_OF_EVERY_MAIL.split())
_FIRST_HEADER = re.compile(rb"\s*(?:From [^\n]{1,200}\n)?[A-Za-z][A-Za-z0-9-]{1,60}[ \t]{0,3}:")


def read(original: Original, dealer: Dealer, portals: Portals | None = None) -> ReadMessage:
    """Read a message, whatever its bytes are. Never raises.

    Args:
        original: The message as it came in.
        dealer: What of the settings the readers need.
        portals: The portals and labels that are known; ``None`` for those that come with
            the program.

    Returns:
        The identity of the message and at least one reading.
    """
    portals = portals or shipped_portals()
    try:
        readings = read_content(original, dealer, portals)
    except Exception:  # one bad message must never stop the rest
        logger.exception("a reader failed on the message %s", original.name)
        readings = [Unreadable(reasons.READER_FAILED)]
    identity = _identity(original.content)
    letter = _letter(original, dealer, portals)
    return ReadMessage(identity=identity, readings=tuple(readings), letter=letter)


def _letter(original: Original, dealer: Dealer, portals: Portals) -> Letter | None:
    """Return what a message may be besides a request: an answer to us, or a bounce."""
    if not is_mail(original.content, original.name):
        return None
    try:
        return read_letter(read_mail(original.content), _envelope(original, dealer, portals))
    except Exception:  # the request in it must not be lost
        logger.exception("a reader failed on the mail %s", original.name)
        return None


def _envelope(original: Original, dealer: Dealer, portals: Portals) -> Envelope:
    """Return what is known before anything is read."""
    return Envelope(
        dealer=dealer,
        portals=portals,
        others=not_customers(dealer),
        arrived_at=original.arrived_at,
    )


def read_content(original: Original, dealer: Dealer, portals: Portals) -> list[Reading]:
    """Return the readings of a message; an error in a reader is raised.

    Args:
        original: The message as it came in.
        dealer: What of the settings the readers need.
        portals: The portals and labels that are known.
    """
    content = original.content
    if not content.strip():
        return [Unreadable(reasons.EMPTY)]
    envelope = _envelope(original, dealer, portals)
    if is_mail(content, original.name):
        mail = read_mail(content)
        readings = returned_by_mail(mail, envelope, read_mail_message(mail, envelope))
    else:
        text = decode(content)
        readings = returned_by_file(text, read_file(text, envelope))
    return list(_marked(readings)) if original.cut_off else readings


def is_mail(content: bytes, name: str) -> bool:
    """Say whether a message begins with the headers of a mail.

    Args:
        content: The message.
        name: The file's name; two headers are enough for any name, one for ``.eml``.
    """
    if _FIRST_HEADER.match(content[:_HEAD]) is None:
        return False
    head = content[:_HEAD].lstrip().replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    headers = Headers(head)
    known = sum(1 for header in _MAIL_HEADERS if header in headers)
    return known >= (1 if name.lower().endswith(".eml") else 2)


def _identity(content: bytes) -> str:
    message_id = Headers(content[:_HEAD].lstrip()).raw("message-id") if is_mail(content, "") else ""
    written = "".join(message_id.split()).strip("<>")[:_LONGEST_ID]
    return f"mail:{written}" if written else identity_of(content)


def _marked(readings: list[Reading]) -> Iterator[Reading]:
    """Mark what was read from a message of which the end is missing."""
    for reading in readings:
        match reading:
            case Request():
                yield replace(reading, flags=(*reading.flags, Flag.CUT_OFF))
            case Unreadable():
                yield Unreadable(reasons.CUT_OFF)
            case _:
                yield reading
