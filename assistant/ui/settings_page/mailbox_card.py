"""The mailboxes: what is read and how it goes, and a form to add, change and try one."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from assistant.core.errors import AssistantError
from assistant.passwords import keep_password, place_of
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
from assistant.words.catalogue import explain, tr
from assistant.words.times import moment_in_words

if TYPE_CHECKING:
    from assistant.intake.mailbox import MailboxWatch


class MailboxCard(QWidget):
    """Shows the mailboxes in use and changes them; each change is written at once.

    Signals:
        changed: The settings file was written.
    """

    changed = Signal()

    def __init__(
        self,
        around: Around,
        file: Path,
        watches: "Sequence[MailboxWatch]" = (),
        *,
        reach: Reach = reach_really,
    ) -> None:
        """Set up.

        Args:
            around: The surroundings.
            file: The settings file.
            watches: Who reads the mailboxes in use.
            reach: Tries a mailbox; slow.
        """
        super().__init__()
        self._around = around
        self._file = file
        self._watches = {watch.mailbox.name: watch for watch in watches}
        self.rows = [MailboxRow(mailbox) for mailbox in around.settings.mailboxes]
        self.add = QPushButton(icon("plus"), tr("Add a mailbox"))
        self.form = MailboxForm()
        self.said = PlainLabel(role=Text.BODY)
        self.try_it = QPushButton(tr("Test the connection"))
        self.keep = QPushButton(tr("Save the mailbox"))
        self.cancel = QPushButton(tr("Cancel"))
        self.test = ConnectionTest(reach, self)
        self._below = QWidget()
        self._lay_out()
        self._connect()
        self.tick()

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
        names = frozenset(mailbox.name for mailbox in self._around.settings.mailboxes)
        self._say("", None)
        self._below.show()
        self.add.hide()
        self.form.start(before, names)

    @Slot()
    def _stop(self) -> None:
        self._below.hide()
        self.add.show()

    @Slot()
    def _try(self) -> None:
        read = self._read()
        if read is None or self.test.is_running:
            return
        self._say(tr("Connecting …"), None)
        self.test.start(read, self.form.password.text() or None)

    @Slot(object, object)
    def _tell(self, mailbox: MailboxSettings, problem: AssistantError | None) -> None:
        if problem is not None:
            self._say(explain(problem), State.LATE)
            return
        reached = tr("It works: {folder} of {user} is reached.")
        self._say(reached.format(folder=mailbox.folder, user=mailbox.user), State.DONE)

    @Slot()
    def _keep(self) -> None:
        read = self._read()
        if read is None:
            return
        try:
            if self.form.password.text():
                keep_password(place_of(read), self.form.password.text())
            keep_mailbox(self._file, read)
        except AssistantError as error:
            self._say(explain(error), State.LATE)
            return
        self._stop()
        self.changed.emit()

    def _read(self) -> MailboxSettings | None:
        read = self.form.read()
        if isinstance(read, Wrong):
            self._say(read.sentence, State.LATE)
            return None
        return read

    @Slot(object)
    def _drop(self, mailbox: MailboxSettings) -> None:
        try:
            drop_mailbox(self._file, mailbox.name)
        except AssistantError as error:
            self._below.show()
            self._say(explain(error), State.LATE)
            return
        self.changed.emit()

    @Slot(object)
    def _change(self, mailbox: MailboxSettings) -> None:
        self._start(mailbox)

    def _say(self, sentence: str, state: State | None) -> None:
        self.said.setText(sentence)
        set_state(self.said, state)
        self.said.setVisible(bool(sentence))

    def _connect(self) -> None:
        self.add.clicked.connect(self.start_new)
        self.try_it.clicked.connect(self._try)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self._stop)
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
        set_variant(self.keep, Variant.PRIMARY)
        buttons = FlowLayout(None, SPACE.one)
        for button in (self.keep, self.try_it, self.cancel):
            buttons.addWidget(button)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(SPACE.two)
        below.addWidget(self.form)
        below.addWidget(self.said)
        below.addLayout(buttons)
        adding = FlowLayout(None, SPACE.one)
        adding.addWidget(self.add)
        column.addWidget(self._below)
        column.addLayout(adding)
        self._below.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)


class MailboxRow(QFrame):
    """One mailbox in use.

    Signals:
        change_wanted: It is to be changed (``MailboxSettings``).
        drop_wanted: It is to be read no more (``MailboxSettings``).
    """

    change_wanted = Signal(object)
    drop_wanted = Signal(object)

    def __init__(self, mailbox: MailboxSettings) -> None:
        super().__init__()
        self.mailbox = mailbox
        self._is_sure = False
        self.name = PlainLabel(f"{mailbox.user} · {mailbox.folder}", Text.HEADING)
        self.state = PlainLabel(role=Text.MUTED)
        self.change = QPushButton(icon("edit"), tr("Change"))
        self.drop = QPushButton(icon("close"), tr("Remove"))
        self.change.setAccessibleName(tr("Change {name}").format(name=mailbox.user))
        self.drop.setAccessibleName(tr("Remove {name}").format(name=mailbox.user))
        self.change.clicked.connect(self._want_change)
        self.drop.clicked.connect(self._want_drop)
        buttons = FlowLayout(None, SPACE.one)
        for button in (self.change, self.drop):
            set_variant(button, Variant.QUIET)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.half)
        column.addWidget(self.name)
        column.addWidget(self.state)
        column.addLayout(buttons)

    def show_watch(self, watch: "MailboxWatch | None", now: datetime, around: Around) -> None:
        """Show when the mailbox was last heard of, or what keeps it from being read."""
        if watch is None or watch.problem is not None:
            problem = None if watch is None else watch.problem
            self.state.setText(tr("Not read yet.") if problem is None else explain(problem))
            set_state(self.state, None if problem is None else State.LATE)
            return
        contact, parts = watch.contact, []
        if contact.at is not None:
            heard = moment_in_words(contact.at, now, around.zone)
            parts.append(tr("last heard of {moment}").format(moment=heard))
        if contact.message_at is not None:
            last = moment_in_words(contact.message_at, now, around.zone)
            parts.append(tr("last message {moment}").format(moment=last))
        self.state.setText(" · ".join(parts) or tr("Not read yet."))
        set_state(self.state, None)

    @Slot()
    def _want_change(self) -> None:
        self.change_wanted.emit(self.mailbox)

    @Slot()
    def _want_drop(self) -> None:
        """Ask once more, in place: a mailbox that is not read loses leads."""
        if self._is_sure:
            self.drop_wanted.emit(self.mailbox)
            return
        self._is_sure = True
        self.drop.setText(tr("Really stop reading it?"))
