"""The mailboxes: what is read and how it goes, and a form to add, change and try one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from assistant.core.errors import AssistantError
from assistant.settings import MailboxSettings, drop_mailbox, keep_mailbox
from assistant.ui.around import Around
from assistant.ui.form.pieces import card
from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.icons import icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text, Variant, set_state, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.settings_page.connection_test import ConnectionTest, Reach, reach_really
from assistant.ui.settings_page.mailbox_form import MailboxForm, Wrong
from assistant.ui.settings_page.mailbox_key import MailboxKey
from assistant.ui.settings_page.mailbox_row import MailboxRow
from assistant.words.catalogue import explain, tr

if TYPE_CHECKING:
    from assistant.intake.mailbox import MailboxWatch


class MailboxCard(QWidget):
    """Shows the mailboxes in use and changes them; each change is written at once.

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
        file: Path,
        watches: "Sequence[MailboxWatch]" = (),
        *,
        reach: Reach = reach_really,
        may_write: Callable[[], bool] = lambda: True,
    ) -> None:
        """Set up.

        Args:
            around: The surroundings.
            file: The settings file.
            watches: Who reads the mailboxes in use.
            reach: Tries a mailbox; slow.
            may_write: Says whether what else stands on the page can be saved too: after
                :attr:`changed` the windows are made anew, and what was not saved is gone.
        """
        super().__init__()
        self._around = around
        self._file = file
        self._may_write = may_write
        self._watches = {watch.mailbox.name: watch for watch in watches}
        self.rows = [MailboxRow(mailbox) for mailbox in around.settings.mailboxes]
        self.add = QPushButton(icon("plus"), tr("Add a mailbox"))
        self.form = MailboxForm(around)
        self.key = MailboxKey(self.form, around, self)
        self.said = PlainLabel(role=Text.BODY)
        self.try_it = QPushButton(tr("Test the connection"))
        self.keep = QPushButton(tr("Save the mailbox"))
        self.cancel = QPushButton(tr("Cancel"))
        self.test = ConnectionTest(reach, self)
        self._ways_out = QWidget()
        self._lay_out()
        self._connect()
        self.tick()

    @property
    def is_touched(self) -> bool:
        """Say whether a mailbox was typed that is not saved."""
        return self.form.isVisibleTo(self) and (self.form.is_touched or self.key.is_touched)

    def keep_typed(self) -> bool:
        """Save the mailbox that was typed; say whether nothing unsaved is left."""
        return not self.is_touched or self._is_kept()

    @Slot()
    def tick(self) -> None:
        """Show how each mailbox is doing."""
        now = self._around.now()
        for row in self.rows:
            row.show_watch(self._watches.get(row.mailbox.name), now, self._around)

    @Slot()
    def start_new(self) -> None:
        """Ask for a new mailbox."""
        self._start(None)

    def _start(self, before: MailboxSettings | None) -> None:
        self._show_form(shown=True)
        self.form.start(before, self._around.settings.mailboxes)
        self.grown.emit(self)

    @Slot()
    def leave(self) -> None:
        """Forget what was typed."""
        if self.form.isVisibleTo(self):
            self._show_form(shown=False)
            self.key.forget()
            self.form.start(None, ())
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, *, shown: bool) -> None:
        for widget in (self.form, self._ways_out):
            widget.setVisible(shown)
        self.add.setVisible(not shown)
        for row in self.rows:  # what is typed would be replaced, or gone with these windows
            row.set_busy(shown)

    @Slot()
    def _edit(self) -> None:
        """Take back what was said of other words than stand there now."""
        self.test.forget()
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
    def _tell(self, mailbox: MailboxSettings, problem: AssistantError | None) -> None:
        if problem is not None:
            self._say(explain(problem), State.LATE)
            return
        reached = tr("It works: {folder} of {user} is reached.")
        self._say(reached.format(folder=mailbox.folder, user=mailbox.user), State.DONE)

    @Slot()
    def _keep(self) -> None:
        if self._may_write() and self._is_kept():
            self.changed.emit()

    def _is_kept(self) -> bool:
        """Save what stands in the form, or say why that cannot be done."""
        read = self._read()
        if read is None:
            return False
        try:
            if not self.key.keep(read):
                return False
            keep_mailbox(self._file, read)
        except AssistantError as error:
            self._say(explain(error), State.LATE)
            return False
        self.leave()
        return True

    def _read(self) -> MailboxSettings | None:
        read = self.form.read()
        if isinstance(read, Wrong):
            self._say(read.sentence, State.LATE)
            return None
        return read

    @Slot(object)
    def _drop(self, mailbox: MailboxSettings) -> None:
        if not self._may_write():
            return
        try:
            drop_mailbox(self._file, mailbox.name)
        except AssistantError as error:
            self._say(explain(error), State.LATE)
            return
        self.changed.emit()

    @Slot(object)
    def _change(self, mailbox: MailboxSettings) -> None:
        self._start(mailbox)

    @Slot(str)
    def _miss(self, sentence: str) -> None:
        self._say(sentence, State.LATE)

    def _say(self, sentence: str, state: State | None) -> None:
        self.said.setText(sentence)
        set_state(self.said, state)
        self.said.setVisible(bool(sentence))

    def _connect(self) -> None:
        self.add.clicked.connect(self.start_new)
        self.try_it.clicked.connect(self._try)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.leave)
        self.form.edited.connect(self._edit)
        self.form.entered.connect(self._keep)
        self.key.missing.connect(self._miss)
        self.key.granted.connect(self.edited)
        self.test.ended.connect(self._tell)
        for row in self.rows:
            row.change_wanted.connect(self._change)
            row.drop_wanted.connect(self._drop)

    def _lay_out(self) -> None:
        frame, column = card(tr("Mailboxes"))
        if not self.rows:
            column.addWidget(
                PlainLabel(tr("A mail that arrives there is a lead within a second."), Text.MUTED)
            )
        for row in self.rows:
            column.addWidget(row)
        set_variant(self.cancel, Variant.QUIET)
        buttons = FlowLayout(self._ways_out, SPACE.one)
        for button in (self.keep, self.try_it, self.cancel):
            buttons.addWidget(button)
        adding = FlowLayout(None, SPACE.one)
        adding.addWidget(self.add)
        for widget in (self.form, self.said, self._ways_out):
            column.addWidget(widget)
        column.addLayout(adding)
        self._show_form(shown=False)
        self._say("", None)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
