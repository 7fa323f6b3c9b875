"""What is known of a message besides its text: who sent it, when, about what, to whom.

A file without headers has an empty envelope, so that every reader asks the same questions
of a mail and of a file.
"""

import re
from dataclasses import dataclass, field
from datetime import datetime

from assistant.core.request import Flag
from assistant.intake.original import Dealer
from assistant.intake.reading.forms.portals import Portal, Portals
from assistant.intake.reading.mail.headers import Address
from assistant.intake.reading.words.contacts import NotCustomers
from assistant.intake.reading.words.dates import Moment

_FORWARDED = re.compile(
    r"(?:(?:fwd?|fw|wg|doorst|tr|re|antw|aw|sv|vs|betr)\s?(?:\[\d+\])?\s?:|\[(?:ext|extern|external|spam)\])\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What is known of a message besides its text.

    Attributes:
        dealer: What of the settings the readers need.
        portals: The portals and labels that are known.
        others: Whose numbers and addresses are not the customer's.
        arrived_at: When the message reached the desk.
        subject: Its subject without ``FW:`` and ``Re:``.
        sender: Who sent it.
        reply_to: Where an answer goes.
        written: When it was written, ``None`` when it does not say.
        flags: What of it could not be read.
        portal: The portal that sent it, if it is a known one.
    """

    dealer: Dealer
    portals: Portals
    others: NotCustomers
    arrived_at: datetime
    subject: str = ""
    sender: Address = field(default_factory=Address)
    reply_to: Address = field(default_factory=Address)
    written: Moment | None = None
    flags: tuple[Flag, ...] = ()
    portal: Portal | None = None

    @property
    def source(self) -> str:
        """Return who passed the request on, as a person would say it."""
        if self.portal is not None and self.portal.source:
            return self.portal.source
        name = self.sender.name
        return "Website" if name.lower() in {"", *self.portals.nameless} else name

    def is_portals_own(self, address: str) -> bool:
        """Say whether an address belongs to the portal that sent the message."""
        return self.portal is not None and self.portal.sends_from(address.rpartition("@")[2])


def plain_subject(subject: str) -> str:
    """Return a subject without the marks of an answer or of a forwarded mail."""
    while found := _FORWARDED.match(subject):
        subject = subject[found.end() :]
    return subject.strip()
