"""Signing in on a thread of its own: it lasts as long as a person takes in his browser."""

import logging
import threading

from PySide6.QtCore import QObject, Signal, Slot

from assistant.core.errors import AssistantError, CouldNotError
from assistant.passwords import password_at, place_of
from assistant.settings import MailboxSettings
from assistant.sign_in import Applicant, Grant, Invitation, ProviderOf

logger = logging.getLogger(__name__)


class _Attempt(QObject):
    """Carries what happens to the main thread; its thread holds on to it, whatever is closed.

    Signals:
        invited: This attempt itself, and the ``Invitation``.
        ended: This attempt itself, ``Grant`` or ``None``, and ``AssistantError`` or ``None``.
    """

    invited = Signal(object, object)
    ended = Signal(object, object, object)

    def __init__(self, mailbox: MailboxSettings, client_secret: str) -> None:
        super().__init__()
        self.mailbox = mailbox
        self.client_secret = client_secret
        self.stopping = threading.Event()

    def invite(self, invitation: Invitation) -> None:
        """Pass an invitation on."""
        self.invited.emit(self, invitation)


class SignInRun(QObject):
    """Signs in to one mailbox at a time.

    Signals:
        invited: A person is to go to his browser (``Invitation``).
        granted: It was granted (the mailbox, ``Grant``).
        refused: It was not (``AssistantError``).
    """

    invited = Signal(object)
    granted = Signal(object, object)
    refused = Signal(object)

    def __init__(self, provider_of: ProviderOf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._provider_of = provider_of
        self._thread: threading.Thread | None = None
        self._awaited: _Attempt | None = None

    @property
    def is_running(self) -> bool:
        """Say whether a sign-in is waited for."""
        return self._awaited is not None

    def start(self, mailbox: MailboxSettings, client_secret: str) -> None:
        """Begin, in place of what was begun before.

        Args:
            mailbox: To which.
            client_secret: As it was typed; empty for the one in the keyring, or for none.
        """
        self.stop()
        attempt = _Attempt(mailbox, client_secret)
        attempt.invited.connect(self._pass_on)
        attempt.ended.connect(self._end)
        self.destroyed.connect(attempt.stopping.set)
        self._awaited = attempt
        self._thread = threading.Thread(
            target=_sign_in, args=(self._provider_of, attempt), name="sign-in", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Want no answer any more; the thread ends as soon as no server is asked."""
        if self._awaited is not None:
            self._awaited.stopping.set()
            self._awaited = None

    def wait(self) -> None:
        """Wait for the thread's end."""
        if self._thread is not None:
            self._thread.join()

    @Slot(object, object)
    def _pass_on(self, attempt: _Attempt, invitation: Invitation) -> None:
        if attempt is self._awaited:
            self.invited.emit(invitation)

    @Slot(object, object, object)
    def _end(self, attempt: _Attempt, grant: Grant | None, problem: AssistantError | None) -> None:
        if attempt is not self._awaited:
            return
        self._awaited = None
        if grant is not None:
            self.granted.emit(attempt.mailbox, grant)
        else:
            self.refused.emit(problem)


def _sign_in(provider_of: ProviderOf, attempt: _Attempt) -> None:
    grant: Grant | None = None
    problem: AssistantError | None = None
    try:
        provider = provider_of(attempt.mailbox)
        secret = attempt.client_secret or provider.client_secret(_kept(attempt.mailbox))
        applicant = Applicant(attempt.mailbox, secret)
        grant = provider.sign_in(applicant, attempt.invite, attempt.stopping)
    except AssistantError as error:
        problem = error
    except Exception:
        logger.exception("a bug: signing in to mailbox %s", attempt.mailbox.name)
        problem = CouldNotError("The program made a mistake in signing in.")
    attempt.ended.emit(attempt, grant, problem)


def _kept(mailbox: MailboxSettings) -> str:
    return password_at(place_of(mailbox)) or ""
