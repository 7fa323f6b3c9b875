"""How mail leaves: by a server, or by the user's own mail program; and how that goes."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout
from typing_extensions import override

from assistant.core.errors import AssistantError
from assistant.settings import Account, OutgoingSettings, drop_outgoing, keep_outgoing
from assistant.ui.around import Around
from assistant.ui.form.pieces import card
from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.icons import icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text, Variant, set_state, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.settings_page.account_card import AccountCard
from assistant.ui.settings_page.connection_test import Reach, reach_to_send
from assistant.ui.settings_page.outgoing_form import OutgoingForm
from assistant.words.catalogue import explain, tr, tr_count
from assistant.words.times import moment_in_words

if TYPE_CHECKING:
    from assistant.ui.sending import Sending


class OutgoingCard(AccountCard):
    """Shows by which server mail leaves, and changes it."""

    def __init__(
        self,
        around: Around,
        file: Path,
        sending: "Sending | None" = None,
        *,
        reach: Reach = reach_to_send,
        may_write: Callable[[], bool] = lambda: True,
    ) -> None:
        """Set up.

        Args:
            around: The surroundings.
            file: The settings file.
            sending: What empties the outbox.
            reach: Tries a server; slow.
            may_write: As for :class:`AccountCard`.
        """
        form = OutgoingForm(around)
        super().__init__(around, form, tr("Save the server"), reach=reach, may_write=may_write)
        self.form = form
        self._around = around
        self._file = file
        self._sending = sending
        self._in_use = around.settings.outgoing
        self.name = PlainLabel(self._in_use.address, Text.HEADING)
        self.trouble, self.state = PlainLabel(role=Text.BODY), PlainLabel(role=Text.MUTED)
        set_state(self.trouble, State.LATE)
        begin = tr("Change") if self._in_use.is_set else tr("Send from this program")
        self.begin = QPushButton(icon("edit" if self._in_use.is_set else "mail"), begin)
        self.drop = QPushButton(icon("close"), tr("Use my own mail program"))
        self._lay_out()
        self.begin.clicked.connect(self._start)
        self.drop.clicked.connect(self._drop)
        self.tick()

    @Slot()
    def tick(self) -> None:
        """Show how sending goes."""
        problem = None if self._sending is None else self._sending.problem
        self.trouble.setText("" if problem is None else explain(problem))
        self.trouble.setVisible(problem is not None)
        said = self._counted()
        if not self._in_use.is_set:
            said.insert(0, tr("A mail opens in your own mail program, where you press Send."))
        self.state.setText("\n".join(said) or tr("Nothing was sent yet."))

    def _counted(self) -> list[str]:
        counts = self._around.qt_desk.desk.outgoing.counts()
        said = []
        if counts.waiting:
            waiting = tr_count("{count} mail waits.", "{count} mails wait.", counts.waiting)
            said.append(waiting.format(count=counts.waiting))
        if counts.asking:
            asking = tr_count(
                "{count} mail needs you: see the page of its lead.",
                "{count} mails need you: see the pages of their leads.",
                counts.asking,
            )
            said.append(asking.format(count=counts.asking))
        if counts.last_sent_at is not None:
            last = moment_in_words(counts.last_sent_at, self._around.now(), self._around.zone)
            said.append(tr("Last sent: {moment}").format(moment=last))
        return said

    @Slot()
    def _start(self) -> None:
        self._show_form(shown=True)
        self.form.start(self._in_use)
        self.grown.emit(self)

    @override
    def _clear(self) -> None:
        self.form.start(OutgoingSettings())
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def _show_form(self, *, shown: bool) -> None:
        super()._show_form(shown=shown)
        self.begin.setVisible(not shown)
        self.drop.setVisible(not shown and self._in_use.is_set)

    @override
    def _works(self, account: Account) -> str:
        return tr("It works: {host} takes your mail.").format(host=account.host)

    @override
    def _write(self, account: Account) -> None:
        assert isinstance(account, OutgoingSettings)  # noqa: S101 - the form makes no other
        keep_outgoing(self._file, account)

    @Slot()
    def _drop(self) -> None:
        if not self._may_write():
            return
        try:
            drop_outgoing(self._file)
        except AssistantError as error:
            self._say(explain(error), State.LATE)
            return
        self._forget_password(self._in_use, self._around.settings.mailboxes)
        self.changed.emit()

    def _lay_out(self) -> None:
        frame, column = card(tr("Outgoing mail"))
        self.name.setVisible(self._in_use.is_set)
        set_variant(self.drop, Variant.QUIET)
        if self._in_use.is_set:
            set_variant(self.begin, Variant.QUIET)
        buttons = FlowLayout(None, SPACE.one)
        for button in (self.begin, self.drop):
            buttons.addWidget(button)
        for widget in (self.name, self.trouble, self.state, self.form, self.said, self._ways_out):
            column.addWidget(widget)
        column.addLayout(buttons)
        self._show_form(shown=False)
        self._say("", None)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
