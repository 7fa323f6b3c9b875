"""Trying a mailbox on a thread of its own: a server may take twenty seconds to say nothing."""

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from assistant.core.errors import AssistantError, CouldNotError
from assistant.settings import MailboxSettings

logger = logging.getLogger(__name__)

Reach = Callable[[MailboxSettings, str | None], None]


def reach_really(mailbox: MailboxSettings, password: str | None) -> None:
    """Connect to a mailbox; see :func:`assistant.intake.mailbox.reach`."""
    from assistant.intake.mailbox import reach  # noqa: PLC0415 - TLS and IMAP, for who asks

    reach(mailbox, password)


class _Answer(QObject):
    """Carries one answer to the main thread; its thread holds on to it, whatever is closed.

    Signals:
        came: This answer itself, and ``AssistantError`` or ``None``.
    """

    came = Signal(object, object)

    def __init__(self, mailbox: MailboxSettings) -> None:
        super().__init__()
        self.mailbox = mailbox


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
        self._awaited: _Answer | None = None

    @property
    def is_running(self) -> bool:
        """Say whether an answer is waited for."""
        return self._awaited is not None

    def start(self, mailbox: MailboxSettings, password: str | None) -> None:
        """Begin, unless one is tried already.

        Args:
            mailbox: Which.
            password: As it was typed; ``None`` for the one in the keyring.
        """
        if self.is_running:
            return
        answer = _Answer(mailbox)
        answer.came.connect(self._end)
        self._awaited = answer
        self._thread = threading.Thread(
            target=_try, args=(self._reach, password, answer), name="mailbox test", daemon=True
        )
        self._thread.start()

    def forget(self) -> None:
        """Want no answer any more; the thread ends when the server lets it."""
        self._awaited = None

    def wait(self) -> None:
        """Wait for the thread's end."""
        if self._thread is not None:
            self._thread.join()

    @Slot(object, object)
    def _end(self, answer: _Answer, problem: AssistantError | None) -> None:
        if answer is self._awaited:
            self._awaited = None
            self.ended.emit(answer.mailbox, problem)


def _try(reach: Reach, password: str | None, answer: _Answer) -> None:
    problem: AssistantError | None = None
    try:
        reach(answer.mailbox, password)
    except AssistantError as error:
        problem = error
    except Exception:
        logger.exception("a bug: trying mailbox %s", answer.mailbox.name)
        problem = CouldNotError("The program made a mistake in reading the mailbox.")
    answer.came.emit(answer, problem)
