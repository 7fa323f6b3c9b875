"""A mailbox in use: whose it is, how it is doing, and what can be done with it."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from assistant.settings import MailboxSettings
from assistant.ui.around import Around
from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.icons import icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text, Variant, set_state, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import explain, tr
from assistant.words.times import moment_in_words

if TYPE_CHECKING:
    from assistant.intake.mailbox import MailboxWatch


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
        self.stay = QPushButton(tr("Cancel"))
        self.stay.hide()
        self.change.clicked.connect(self._want_change)
        self.drop.clicked.connect(self._want_drop)
        self.stay.clicked.connect(self._stay)
        buttons = FlowLayout(None, SPACE.one)
        for button in (self.change, self.drop, self.stay):
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

    def set_busy(self, busy: bool) -> None:
        """Offer nothing while a mailbox is typed, and forget what was asked."""
        self._ask(asking=False)
        for button in (self.change, self.drop):
            button.setEnabled(not busy)

    @Slot()
    def _want_change(self) -> None:
        self.change_wanted.emit(self.mailbox)

    @Slot()
    def _want_drop(self) -> None:
        """Ask once more, in place: a mailbox that is not read loses leads."""
        if self._is_sure:
            self.drop_wanted.emit(self.mailbox)
            return
        self._ask(asking=True)
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)  # a stray Enter removes nothing

    @Slot()
    def _stay(self) -> None:
        self._ask(asking=False)
        self.drop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, *, asking: bool) -> None:
        self._is_sure = asking
        said = tr("Really stop reading it?")
        named = tr("Remove {name}").format(name=self.mailbox.user)
        self.drop.setText(said if asking else tr("Remove"))
        self.drop.setAccessibleName(f"{said} {self.mailbox.user}" if asking else named)
        set_variant(self.drop, Variant.DANGER if asking else Variant.QUIET)
        self.stay.setVisible(asking)
        self.change.setVisible(not asking)
