"""The mailboxes: what is read and how it goes, and a form to add, change and try one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout
from typing_extensions import override

from assistant.core.errors import AssistantError
from assistant.settings import Account, MailboxSettings, drop_mailbox, keep_mailbox
from assistant.ui.around import Around
from assistant.ui.form.pieces import card
from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.icons import icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text
from assistant.ui.look.tokens import SPACE
from assistant.ui.settings_page.account_card import AccountCard
from assistant.ui.settings_page.connection_test import Reach, reach_really
from assistant.ui.settings_page.mailbox_form import MailboxForm
from assistant.ui.settings_page.mailbox_row import MailboxRow
from assistant.words.catalogue import explain, tr

if TYPE_CHECKING:
    from assistant.intake.mailbox import MailboxWatch


class MailboxCard(AccountCard):
    """Shows the mailboxes in use and changes them."""

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
            may_write: As for :class:`AccountCard`.
        """
        form = MailboxForm(around)
        super().__init__(around, form, tr("Save the mailbox"), reach=reach, may_write=may_write)
        self.form = form
        self._around = around
        self._file = file
        self._watches = {watch.mailbox.name: watch for watch in watches}
        self.rows = [MailboxRow(mailbox) for mailbox in around.settings.mailboxes]
        self.add = QPushButton(icon("plus"), tr("Add a mailbox"))
        self._lay_out()
        self.add.clicked.connect(self.start_new)
        for row in self.rows:
            row.change_wanted.connect(self._change)
            row.drop_wanted.connect(self._drop)
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
        self._show_form(shown=True)
        self.form.start(before, self._around.settings.mailboxes)
        self.grown.emit(self)

    @override
    def _clear(self) -> None:
        self.form.start(None, ())
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def _show_form(self, *, shown: bool) -> None:
        super()._show_form(shown=shown)
        self.add.setVisible(not shown)
        for row in self.rows:  # what is typed would be replaced, or gone with these windows
            row.set_busy(shown)

    @override
    def _works(self, account: Account) -> str:
        assert isinstance(account, MailboxSettings)  # noqa: S101 - the form makes no other
        reached = tr("It works: {folder} of {user} is reached.")
        return reached.format(folder=account.folder, user=account.user)

    @override
    def _write(self, account: Account) -> None:
        assert isinstance(account, MailboxSettings)  # noqa: S101 - likewise
        keep_mailbox(self._file, account)

    @Slot(object)
    def _drop(self, mailbox: MailboxSettings) -> None:
        if not self._may_write():
            return
        try:
            drop_mailbox(self._file, mailbox.name)
        except AssistantError as error:
            self._say(explain(error), State.LATE)
            return
        settings = self._around.settings
        others = [other for other in settings.mailboxes if other.name != mailbox.name]
        self._forget_password(mailbox, (*others, settings.outgoing))
        self.changed.emit()

    @Slot(object)
    def _change(self, mailbox: MailboxSettings) -> None:
        self._start(mailbox)

    def _lay_out(self) -> None:
        frame, column = card(tr("Mailboxes"))
        if not self.rows:
            column.addWidget(
                PlainLabel(tr("A mail that arrives there is a lead within a second."), Text.MUTED)
            )
        for row in self.rows:
            column.addWidget(row)
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
