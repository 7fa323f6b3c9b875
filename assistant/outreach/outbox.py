"""Handing mails to the outbox: once there, a mail leaves even if the program or the line goes.

Whoever runs the desktop sends; every other process only puts.
"""

import os
from datetime import timedelta

from assistant.core.clock import Clock
from assistant.core.errors import WrongCallError
from assistant.core.facts import LeadId
from assistant.core.handover import HandedOver
from assistant.desk import Desk, OutboxMail
from assistant.outreach.mail import Mail
from assistant.settings import OutgoingSettings

HOLD = timedelta(seconds=12)
"""How long a mail can be taken back: the ten seconds of Undo, and some to press it in."""


class Outbox:
    """Puts mails where they wait for the sending thread."""

    def __init__(self, desk: Desk, outgoing: OutgoingSettings, clock: Clock) -> None:
        self._desk = desk
        self._outgoing = outgoing
        self._clock = clock

    @property
    def is_set(self) -> bool:
        """Say whether mail leaves by a server; if not, nothing may be put."""
        return self._outgoing.is_set

    def put(
        self,
        mail: Mail,
        lead_id: LeadId,
        hands_over: HandedOver | None = None,
        *,
        hold: timedelta = HOLD,
    ) -> OutboxMail:
        """Keep a mail until it has left. When this returns it is on disk.

        The attempt that logs it is the caller's; if that is taken back before the mail leaves,
        the mail is taken back too.

        Args:
            mail: What to send.
            lead_id: The lead that it is about, also for a mail to somebody else.
            hands_over: The hand-over that is written down with it, both or neither.
            hold: How long it stays before it may leave.

        Raises:
            WrongCallError: For an unknown lead, an address that is none, or if that hand-over
                no longer waits to be sent.
        """
        from assistant.outreach.mime import sent_form  # noqa: PLC0415 - the email package

        if not mail.to.isascii():  # few servers take another
            raise WrongCallError("This is no e-mail address: {text}", text=mail.to)
        sender = self._outgoing.address
        message_id = f"<{os.urandom(16).hex()}@{sender.rpartition('@')[2]}>"
        content = sent_form(mail, sender=sender, at=self._clock(), message_id=message_id)
        return self._desk.outgoing.put(
            lead_id,
            content,
            message_id=message_id,
            recipient=mail.to,
            subject=" ".join(mail.subject.split()),
            hold=hold,
            hands_over=hands_over,
        )
