"""What opens the mailbox that is typed: its password, or a sign-in that was granted just now."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot

from assistant.core.errors import AssistantError, CouldNotError
from assistant.passwords import Place, keep_password, password_at, place_of
from assistant.settings import Account, SignIn
from assistant.sign_in import Grant
from assistant.ui.around import Around
from assistant.ui.errand import Errand
from assistant.ui.look.roles import State
from assistant.ui.settings_page.account_form import AccountForm, Wrong
from assistant.ui.settings_page.sign_in_run import SignInRun
from assistant.words.catalogue import explain, tr


class MailboxKey(QObject):
    """Signs in for a form, and keeps what opens its mailbox.

    Signals:
        kept: What opens a mailbox (``Account``) is in the keyring.
        failed: The keyring does not take it (``AssistantError``).
        missing: Nothing opens the mailbox that is to be kept (``str`` says so).
        granted: Somebody has signed in; it is not kept yet.
    """

    kept = Signal(object)
    failed = Signal(object)
    missing = Signal(str)
    granted = Signal()

    def __init__(self, form: AccountForm, around: Around, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._fields = form.sign_in
        self._granted: dict[Place, Grant] = {}
        self._mailbox: Account | None = None
        self._keeping = Errand("keep a password", self)
        self._keeping.done.connect(self._kept)
        self._keeping.failed.connect(self.failed)
        self.run = SignInRun(around.provider_of, self)
        self.run.invited.connect(self._fields.show_invitation)
        self.run.granted.connect(self._grant)
        self.run.failed.connect(self._refuse)
        self._fields.button.clicked.connect(self._start_or_stop)
        self._fields.chosen.connect(self.stop)
        form.edited.connect(self._edit)

    @property
    def is_touched(self) -> bool:
        """Say whether a sign-in was granted that is not kept yet."""
        return bool(self._granted)

    def typed(self, mailbox: Account) -> str | None:
        """Return what was given here to open a mailbox; ``None`` leaves it to the keyring."""
        if mailbox.sign_in is SignIn.PASSWORD:
            return self._fields.password.text() or None
        grant = self._granted.get(place_of(mailbox))
        return None if grant is None else grant.token

    def keep(self, mailbox: Account) -> None:
        """Keep what was given; without it there must be something already.

        A locked keyring asks the user first, so that waits on a thread: :attr:`kept`,
        :attr:`missing` or :attr:`failed` says what came of it.
        """
        place = place_of(mailbox)
        work = partial(_keep, place, self._given(mailbox, place))
        bug = CouldNotError("The program made a mistake in keeping a password.")
        self._mailbox = mailbox
        self._keeping.start(work, bug)

    @property
    def is_keeping(self) -> bool:
        """Say whether the keyring is waited for."""
        return self._keeping.is_running

    def stop_keeping(self) -> None:
        """Want no word from the keyring any more."""
        self._keeping.forget()

    @Slot(object)
    def _kept(self, there_is_one: bool) -> None:
        mailbox = self._mailbox
        if mailbox is None:
            return
        if there_is_one:
            self.kept.emit(mailbox)
        else:
            self.missing.emit(self._missing(mailbox))

    def forget(self) -> None:
        """Forget what was granted, and want nothing more."""
        self.stop_keeping()
        self._granted.clear()
        self.stop()

    @Slot()
    def stop(self) -> None:
        """Stop signing in."""
        self.run.forget()
        self._fields.show_running(running=False)
        self._fields.say("", None)

    @Slot()
    def _edit(self) -> None:
        """Take back what was said of other words than stand there now."""
        if not self.run.is_running:
            self._fields.say("", None)

    def _given(self, mailbox: Account, place: Place) -> str:
        if mailbox.sign_in is SignIn.PASSWORD:
            return self._fields.password.text()
        grant = self._granted.get(place)
        return "" if grant is None else grant.kept

    def _missing(self, mailbox: Account) -> str:
        """Put the keyboard where it is mended, and return what to say."""
        if mailbox.sign_in is SignIn.PASSWORD:
            said = tr("Type the password of {user}: the keyring has none.")
            return self._form.wrong(said.format(user=mailbox.user), self._fields.password).sentence
        self._fields.button.setFocus(Qt.FocusReason.OtherFocusReason)
        return tr("Sign in first: nobody has signed in to {user} yet.").format(user=mailbox.user)

    @Slot()
    def _start_or_stop(self) -> None:
        if self.run.is_running:
            self.stop()
            return
        read = self._form.read()
        if isinstance(read, Wrong):
            self._fields.say(read.sentence, State.LATE)
            return
        self._fields.show_running(running=True)
        self._fields.say(tr("Connecting …"), None)
        self.run.sign_in(read, self._fields.client_secret.text())

    @Slot(object, object)
    def _grant(self, mailbox: Account, grant: Grant) -> None:
        self._granted[place_of(mailbox)] = grant
        self._fields.show_running(running=False)
        self._fields.say(tr("You are signed in. Save to keep it so."), State.DONE)
        self.granted.emit()

    @Slot(object)
    def _refuse(self, problem: AssistantError) -> None:
        self._fields.show_running(running=False)
        self._fields.say(explain(problem), State.LATE)


def _keep(place: Place, given: str) -> bool:
    """Keep a password if one was given; say whether there is one then."""
    if given:
        keep_password(place, given)
        return True
    return password_at(place) is not None
