"""A card in which an account at a mail server is typed, tried and saved."""

import logging
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from assistant.core.errors import AssistantError, CouldNotError
from assistant.passwords import Place, drop_password, place_of
from assistant.settings import Account
from assistant.ui.around import Around
from assistant.ui.errand import Errand
from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text, Variant, set_state, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.settings_page.account_form import AccountForm, Wrong
from assistant.ui.settings_page.connection_test import ConnectionTest, Reach
from assistant.ui.settings_page.mailbox_key import MailboxKey
from assistant.words.catalogue import explain, tr

logger = logging.getLogger(__name__)


class AccountCard(QWidget):
    """Shows accounts in use and changes them; each change is written at once.

    Signals:
        changed: The settings file was written.
        edited: Something was typed, or is no longer wanted.
        grown: The form was opened: this card (``QWidget``) wants more room.
    """

    changed = Signal()
    edited = Signal()
    grown = Signal(QWidget)

    def __init__(
        self,
        around: Around,
        form: AccountForm,
        keep_text: str,
        *,
        reach: Reach,
        may_write: Callable[[], bool],
    ) -> None:
        """Set up.

        Args:
            around: The surroundings.
            form: Where an account is typed.
            keep_text: What stands on the button that saves it.
            reach: Tries an account; slow.
            may_write: Says whether what else stands on the page can be saved too: after
                :attr:`changed` the windows are made anew, and what was not saved is gone.
        """
        super().__init__()
        self._may_write = may_write
        self._typed = form
        self.key = MailboxKey(form, around, self)
        self.said = PlainLabel(role=Text.BODY)
        self.try_it = QPushButton(tr("Test the connection"))
        self.keep = QPushButton(keep_text)
        self.cancel = QPushButton(tr("Cancel"))
        set_variant(self.cancel, Variant.QUIET)
        self.test = ConnectionTest(reach, self)
        self._ways_out = QWidget()
        buttons = FlowLayout(self._ways_out, SPACE.one)
        for button in (self.keep, self.try_it, self.cancel):
            buttons.addWidget(button)
        self._connect_form()

    @property
    def is_touched(self) -> bool:
        """Say whether an account was typed that is not saved."""
        return self._typed.isVisibleTo(self) and (self._typed.is_touched or self.key.is_touched)

    def keep_typed(self) -> bool:
        """Say whether nothing unsaved is left; begin to save it else, and say :attr:`changed`."""
        if self.is_touched:
            self._keep()
        return not self.is_touched

    @Slot()
    def leave(self) -> None:
        """Forget what was typed."""
        if self._typed.isVisibleTo(self):
            self._show_form(shown=False)
            self.key.forget()
            self._clear()

    def say_saved(self) -> None:
        """Say that an account was saved from here, beside what opens the form."""
        self._clear()
        self._say(tr("Saved, with all that was changed on this page."), State.DONE)

    def _forget_password(self, account: Account, others: Iterable[Account]) -> None:
        """Take what opened an account out of the keyring, unless another needs it.

        That may ask the user, so it waits on a thread, which outlives this card.
        """
        place = place_of(account)
        if place not in {place_of(other) for other in others}:
            bug = CouldNotError("The program made a mistake in forgetting a password.")
            Errand("forget a password", self).start(partial(_drop_password, place), bug)

    def _show_form(self, *, shown: bool) -> None:
        for widget in (self._typed, self._ways_out):
            widget.setVisible(shown)

    def _clear(self) -> None:
        """Empty the form, and put the keyboard on what opens it."""
        raise NotImplementedError

    def _write(self, account: Account) -> None:
        """Write an account that was typed.

        Raises:
            CouldNotError: If the settings file cannot be written.
        """
        raise NotImplementedError

    def _works(self, account: Account) -> str:
        """Return what is said of an account that was reached."""
        raise NotImplementedError

    @Slot()
    def _edit(self) -> None:
        """Take back what was said of other words than stand there now."""
        self.test.forget()
        self.key.stop_keeping()
        self._say("", None)
        self.edited.emit()

    @Slot()
    def _try(self) -> None:
        if self.test.is_running:
            return
        read = self._read()
        if read is None:
            return
        self._say(tr("Connecting …"), None)
        self.test.try_out(read, self.key.typed(read))

    @Slot(object, object)
    def _tell(self, account: Account, problem: AssistantError | None) -> None:
        if problem is not None:
            self._say(explain(problem), State.LATE)
        else:
            self._say(self._works(account), State.DONE)

    @Slot()
    def _keep(self) -> None:
        """Save what stands in the form, or say why that cannot be done."""
        if self.key.is_keeping or not self._may_write():
            return
        read = self._read()
        if read is not None:
            self._say(tr("The keyring is asked …"), None)
            self.key.keep(read)

    @Slot(object)
    def _kept(self, account: Account) -> None:
        try:
            self._write(account)
        except AssistantError as error:
            self._refuse(error)
            return
        self.leave()
        self.changed.emit()

    @Slot(object)
    def _refuse(self, error: AssistantError) -> None:
        self._say(explain(error), State.LATE)

    def _read(self) -> Account | None:
        read = self._typed.read()
        if isinstance(read, Wrong):
            self._say(read.sentence, State.LATE)
            return None
        return read

    @Slot(str)
    def _miss(self, sentence: str) -> None:
        self._say(sentence, State.LATE)

    def _say(self, sentence: str, state: State | None) -> None:
        self.said.setText(sentence)
        set_state(self.said, state)
        self.said.setVisible(bool(sentence))

    def _connect_form(self) -> None:
        self.try_it.clicked.connect(self._try)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.leave)
        self._typed.edited.connect(self._edit)
        self._typed.entered.connect(self._keep)
        self.key.missing.connect(self._miss)
        self.key.kept.connect(self._kept)
        self.key.failed.connect(self._refuse)
        self.key.granted.connect(self.edited)
        self.test.ended.connect(self._tell)


def _drop_password(place: Place) -> None:
    try:
        drop_password(place)
    except CouldNotError as error:
        logger.warning("a password stays in the keyring: %s", error)
