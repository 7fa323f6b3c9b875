"""Trying a mailbox on a thread of its own: a server may take twenty seconds to say nothing."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from assistant.core.errors import AssistantError, CouldNotError
from assistant.settings import Account, MailboxSettings, OutgoingSettings
from assistant.sign_in import Credentials
from assistant.ui.errand import Errand

Reach = Callable[[Any, str | None], None]
"""Tries an account of the kind that its form makes."""


def reach_really(mailbox: MailboxSettings, password: str | None) -> None:
    """Connect to a mailbox; see :func:`assistant.intake.mailbox.reach`."""
    from assistant.intake.mailbox import reach  # noqa: PLC0415 - TLS and IMAP, for who asks

    reach(mailbox, password)


def reach_to_send(outgoing: OutgoingSettings, password: str | None) -> None:
    """Connect to a server that sends; see :func:`assistant.outreach.delivery.reach`."""
    from assistant.outreach.delivery import reach  # noqa: PLC0415 - TLS and SMTP, for who asks

    reach(outgoing, Credentials().of(outgoing) if password is None else password)


class ConnectionTest(Errand):
    """Tries one mailbox at a time.

    Signals:
        ended: It was tried (the mailbox, ``AssistantError`` or ``None`` when it was reached).
    """

    ended = Signal(object, object)

    def __init__(self, reach: Reach, parent: QObject | None = None) -> None:
        super().__init__("mailbox test", parent)
        self._reach = reach
        self._mailbox: Account | None = None
        self.done.connect(self._reached)
        self.failed.connect(self._refused)

    def try_out(self, mailbox: Account, password: str | None) -> None:
        """Begin, unless one is tried already.

        Args:
            mailbox: Which.
            password: As it was typed; ``None`` for the one in the keyring.
        """
        if self.is_running:
            return
        self._mailbox = mailbox
        reach = self._reach  # the thread must not hold on to a window's part
        bug = CouldNotError("The program made a mistake in reading the mailbox.")
        self.start(lambda: reach(mailbox, password), bug)

    @Slot()
    def _reached(self) -> None:
        self.ended.emit(self._mailbox, None)

    @Slot(object)
    def _refused(self, problem: AssistantError) -> None:
        self.ended.emit(self._mailbox, problem)
