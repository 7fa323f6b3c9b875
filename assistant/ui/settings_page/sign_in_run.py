"""Signing in on a thread of its own: it lasts as long as a person takes in his browser."""

import threading

from PySide6.QtCore import QObject, Signal, Slot
from typing_extensions import override

from assistant.core.errors import CouldNotError
from assistant.passwords import password_at, place_of
from assistant.settings import Account
from assistant.sign_in import Applicant, Grant, Invitation, ProviderOf
from assistant.ui.errand import Errand


class _Attempt(QObject):
    """One sign-in; its thread holds on to it, whatever is closed.

    Signals:
        invited: This attempt itself, and the ``Invitation``.
    """

    invited = Signal(object, object)

    def __init__(self, mailbox: Account, client_secret: str) -> None:
        super().__init__()
        self.mailbox = mailbox
        self.client_secret = client_secret
        self.stopping = threading.Event()

    def sign_in(self, provider_of: ProviderOf) -> tuple[Account, Grant | None]:
        """Sign in; no grant comes of it once it is stopped."""
        provider = provider_of(self.mailbox)
        secret = self.client_secret or provider.client_secret(_kept(self.mailbox))
        applicant = Applicant(self.mailbox, secret)
        return self.mailbox, provider.sign_in(applicant, self._invite, self.stopping)

    def _invite(self, invitation: Invitation) -> None:
        self.invited.emit(self, invitation)


class SignInRun(Errand):
    """Signs in to one mailbox at a time.

    Signals:
        invited: A person is to go to his browser (``Invitation``).
        granted: It was granted (the mailbox, ``Grant``).
    """

    invited = Signal(object)
    granted = Signal(object, object)

    def __init__(self, provider_of: ProviderOf, parent: QObject | None = None) -> None:
        super().__init__("sign-in", parent)
        self._provider_of = provider_of
        self._attempt: _Attempt | None = None
        self.done.connect(self._grant)

    def sign_in(self, mailbox: Account, client_secret: str) -> None:
        """Begin, in place of what was begun before.

        Args:
            mailbox: To which.
            client_secret: As it was typed; empty for the one in the keyring, or for none.
        """
        self.forget()
        attempt = self._attempt = _Attempt(mailbox, client_secret)
        attempt.invited.connect(self._pass_on)
        self.destroyed.connect(attempt.stopping.set)
        provider_of = self._provider_of
        bug = CouldNotError("The program made a mistake in signing in.")
        self.start(lambda: attempt.sign_in(provider_of), bug)

    @override
    def forget(self) -> None:
        """Want no answer any more; the thread ends as soon as no server is asked."""
        super().forget()
        if self._attempt is not None:
            self._attempt.stopping.set()
            self._attempt = None

    @Slot(object, object)
    def _pass_on(self, attempt: _Attempt, invitation: Invitation) -> None:
        if attempt is self._attempt:
            self.invited.emit(invitation)

    @Slot(object)
    def _grant(self, given: tuple[Account, Grant | None]) -> None:
        mailbox, grant = given
        if grant is not None:
            self.granted.emit(mailbox, grant)


def _kept(mailbox: Account) -> str:
    return password_at(place_of(mailbox)) or ""
