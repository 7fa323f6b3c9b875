"""A mail that leaves, as a value. Its bytes are made in :mod:`assistant.outreach.mime`."""

from dataclasses import dataclass
from enum import StrEnum

MARK = "X-FOLLOWUP-MARK"
"""The property of a published calendar that tells what it was made from."""


class InviteMethod(StrEnum):
    """What an invite asks of a calendar, as RFC 5546 names it."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True)
class Invite:
    """A calendar's entry beside the text.

    Attributes:
        method: What the calendar is asked; it stands in ``content`` too.
        content: An iCalendar object, RFC 5545, as UTF-8.
    """

    method: InviteMethod
    content: bytes


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a mail; ``media_type`` such as ``application/xml``."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail ready to be looked at and sent.

    Attributes:
        to: One address.
        subject: One line; what breaks it becomes a space when the mail is made.
        body: Plain text.
        invite: The appointment, for the customer's calendar.
        attachments: What goes with it.
    """

    to: str
    subject: str
    body: str
    invite: Invite | None = None
    attachments: tuple[Attachment, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Say whether it is text alone, which a ``mailto:`` link can carry."""
        return self.invite is None and not self.attachments
