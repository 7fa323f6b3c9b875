"""A mail on its way out, and what is written down of how that ended.

The desktop sends on a thread and the command line where it stands; both take these steps.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from assistant.core.clock import Clock
from assistant.core.errors import AssistantError, CouldNotError
from assistant.desk import OutboxMail, Trouble
from assistant.desk.outgoing import Outgoing
from assistant.outreach.gate import Gate
from assistant.settings import OutgoingSettings
from assistant.sign_in import Credentials

logger = logging.getLogger(__name__)

FIRST_PAUSE = timedelta(seconds=10)
MOST_TRIES = 300
"""After so many a person is asked: two days, at the longest pause."""
LONGEST_TRY = timedelta(minutes=15)
"""After this nobody is sending a mail any more, whatever is written down."""

Deliver = Callable[[OutboxMail, Gate], None]
"""Hands a mail to a server; slow. What it raises is told apart by :func:`write_down`."""


def deliver_by(outgoing: OutgoingSettings, credentials: Credentials) -> Deliver:
    """Return what hands mails to the dealer's server."""

    def deliver(mail: OutboxMail, gate: Gate) -> None:
        from assistant.outreach import delivery  # noqa: PLC0415 - TLS and SMTP, for who sends

        credential = credentials.of(outgoing)
        delivery.deliver(mail.content, mail.recipient, outgoing, credential, gate)

    return deliver


@dataclass(slots=True)
class Try:
    """One mail on its way, shared with the thread that sends it."""

    mail: OutboxMail
    gate: Gate = field(default_factory=Gate)
    is_over: bool = False
    error: AssistantError | None = None

    def run(self, deliver: Deliver) -> "Try":
        """Send it; slow."""
        try:
            deliver(self.mail, self.gate)
        except AssistantError as error:
            self.error = error
        except Exception:
            logger.exception("a bug: a mail could not be sent")
            self.error = CouldNotError("The program made a mistake in sending the mail.")
            if self.gate.is_passed:
                return self  # nobody knows: it is not over
        self.is_over = True
        return self

    @property
    def met_no_server(self) -> bool:
        """Say whether the server is to be left alone, and not this mail only."""
        from assistant.outreach import delivery  # noqa: PLC0415 - it was loaded to send

        of_mail = (
            delivery.UnsureError,
            delivery.BouncedError,
            delivery.RejectedError,
            delivery.DeferredError,
        )
        return self.error is not None and not isinstance(self.error, of_mail)

    def write_down(self, outgoing: Outgoing, next_at: datetime) -> None:
        """Write down how it ended.

        Args:
            outgoing: The outbox.
            next_at: When it is tried again if it can be.
        """
        from assistant.outreach import delivery  # noqa: PLC0415 - likewise

        mail, error = self.mail, self.error
        trouble = None if error is None else _trouble(error)
        if trouble is None:
            outgoing.gone(mail.id)
        elif not self.is_over or isinstance(error, delivery.UnsureError):
            outgoing.unsure(mail.id, trouble)
        elif isinstance(error, delivery.BouncedError):
            outgoing.refused(mail.id, trouble)
        elif isinstance(error, delivery.RejectedError) or mail.tries >= MOST_TRIES:
            outgoing.failed(mail.id, trouble)
        else:
            outgoing.later(mail.id, next_at, trouble)

    def break_off(self, outgoing: Outgoing, now: datetime) -> None:
        """End: a mail that has not left yet waits, and one that may have left is asked about."""
        may_have_left = self.gate.close()
        if self.is_over and self.error is None:
            outgoing.gone(self.mail.id)
        elif may_have_left:
            outgoing.unsure(self.mail.id)
        else:
            outgoing.later(self.mail.id, now)


def send_all(outgoing: Outgoing, deliver: Deliver, clock: Clock) -> AssistantError | None:
    """Send what is to be sent now, one mail after the other, where no desktop does.

    Returns:
        Why the server is not reached, if it is not; then the rest waits.
    """
    outgoing.look_for_broken_off(clock() - LONGEST_TRY)
    while (mail := outgoing.begin_next()) is not None:
        begun = Try(mail)
        try:
            begun.run(deliver)
        except BaseException:
            begun.break_off(outgoing, clock())
            raise
        begun.write_down(outgoing, clock() + FIRST_PAUSE)
        if begun.met_no_server:
            return begun.error
    return None


def _trouble(error: AssistantError) -> Trouble:
    return Trouble(error.sentence, {name: str(value) for name, value in error.fields.items()})
