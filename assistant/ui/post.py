"""How a mail leaves: what every window hands its mails to."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from assistant.core.facts import LeadId
from assistant.core.handover import HandedOver
from assistant.desk import Desk
from assistant.outreach.links import mail_link
from assistant.outreach.mail import Mail
from assistant.outreach.outbox import Outbox


class Post(Protocol):
    """Takes mails that the salesperson has seen and wants sent."""

    def send(self, mail: Mail, lead_id: LeadId) -> None:
        """Let a mail go to the customer of a lead.

        Raises:
            AssistantError: If it cannot even be tried; then nothing has left.
        """

    def hand_over(self, mail: Mail, lead_id: LeadId, away: HandedOver, desk: Desk) -> None:
        """Let a mail go that hands a lead over, and write that down.

        Raises:
            AssistantError: If it cannot even be tried; then nothing has left.
        """


class ByServer:
    """Leaves each mail to the outbox, from which it goes when Undo is over."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    def send(self, mail: Mail, lead_id: LeadId) -> None:
        """Put it in the outbox; it is on disk then."""
        self._outbox.put(mail, lead_id)

    def hand_over(self, mail: Mail, lead_id: LeadId, away: HandedOver, desk: Desk) -> None:  # noqa: ARG002 - the outbox has it
        """Put it in the outbox, and write it down in the same step."""
        self._outbox.put(mail, lead_id, away)


class OwnMailProgram:
    """Opens each mail in the user's own program, where he presses send."""

    def __init__(self, open_link: Callable[[str], None], drafts: Path) -> None:
        """Begin.

        Args:
            open_link: Hands a link to the system.
            drafts: The folder for mails that no link can carry; made when needed.
        """
        self._open_link = open_link
        self._drafts = drafts

    def send(self, mail: Mail, lead_id: LeadId) -> None:  # noqa: ARG002 - the program knows no leads
        """Open it: as a link when it is short and text alone, else as a draft in a file."""
        link = mail_link(mail.to, mail.subject, mail.body)
        if mail.is_plain and "body=" in link:
            self._open_link(link)
            return
        from assistant.outreach.mime import draft_form  # noqa: PLC0415 - seldom needed

        content = draft_form(mail)
        self._drafts.mkdir(parents=True, exist_ok=True)
        draft = self._drafts / f"{os.urandom(16).hex()}.eml"
        draft.write_bytes(content)
        self._open_link(draft.as_uri())

    def hand_over(self, mail: Mail, lead_id: LeadId, away: HandedOver, desk: Desk) -> None:
        """Open it, and write down that it was opened: no program says whether it left."""
        self.send(mail, lead_id)
        desk.handovers.sent(lead_id, away, as_draft=True)
