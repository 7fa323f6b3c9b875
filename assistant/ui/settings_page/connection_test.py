"""Trying a mailbox on a thread of its own: a server may take twenty seconds to say nothing."""

import threading
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from assistant.core.errors import AssistantError
from assistant.settings import MailboxSettings

Reach = Callable[[MailboxSettings, str | None], None]


def reach_really(mailbox: MailboxSettings, password: str | None) -> None:
    """Connect to a mailbox; see :func:`assistant.intake.mailbox.reach`."""
    from assistant.intake.mailbox import reach  # noqa: PLC0415 - TLS and IMAP, for who asks

    reach(mailbox, password)


class ConnectionTest(QObject):
    """Tries one mailbox at a time.

    Signals:
        ended: It was tried (the mailbox, ``AssistantError`` or ``None`` when it was reached).
    """

    ended = Signal(object, object)

    def __init__(self, reach: Reach, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reach = reach
        self._thread: threading.Thread | None = None

    @property
    def is_running(self) -> bool:
        """Say whether the answer is still to come."""
        return self._thread is not None and self._thread.is_alive()

    def start(self, mailbox: MailboxSettings, password: str | None) -> None:
        """Begin, unless one is tried already.

        Args:
            mailbox: Which.
            password: As it was typed; ``None`` for the one in the keyring.
        """
        if self.is_running:
            return
        self._thread = threading.Thread(
            target=self._run, args=(mailbox, password), name="mailbox test", daemon=True
        )
        self._thread.start()

    def wait(self) -> None:
        """Wait for the thread's end."""
        if self._thread is not None:
            self._thread.join()

    def _run(self, mailbox: MailboxSettings, password: str | None) -> None:
        problem: AssistantError | None = None
        try:
            self._reach(mailbox, password)
        except AssistantError as error:
            problem = error
        with suppress(RuntimeError):  # the page may be gone by now
            self.ended.emit(mailbox, problem)
