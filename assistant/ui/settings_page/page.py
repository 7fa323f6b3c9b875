"""The settings: few, in words, with their effect beside them; the rest is in a commented file."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QScrollBar, QWidget

from assistant.core.errors import AssistantError
from assistant.folders import DataFolder
from assistant.settings import Problem, Settings
from assistant.settings.file import sentences
from assistant.ui.around import Around
from assistant.ui.form.footer import SAVE_KEYS, Footer
from assistant.ui.form.frame import TwoColumns, fill_page
from assistant.ui.form.pieces import card, hint_label, labelled
from assistant.ui.form.problems import Problems
from assistant.ui.look.roles import State
from assistant.ui.pick_file import PickFolder, pick_folder
from assistant.ui.settings_page.bdc_card import BdcCard
from assistant.ui.settings_page.changes import changes, save
from assistant.ui.settings_page.connection_test import Reach, reach_really
from assistant.ui.settings_page.conversation_card import ConversationCard
from assistant.ui.settings_page.files_card import FilesCard
from assistant.ui.settings_page.folder_field import FolderField
from assistant.ui.settings_page.hours_card import HoursCard
from assistant.ui.settings_page.mailbox_card import MailboxCard
from assistant.ui.settings_page.outgoing_card import OutgoingCard
from assistant.ui.settings_page.people_card import PeopleCard
from assistant.ui.settings_page.privacy_card import PrivacyCard
from assistant.ui.settings_page.screen_card import ScreenCard
from assistant.ui.settings_page.standing import Standing
from assistant.ui.settings_page.telephone_card import TelephoneCard
from assistant.words.catalogue import explain, tr

if TYPE_CHECKING:
    from assistant.intake.mailbox import MailboxWatch
    from assistant.ui.sending import Sending


class SettingsPage(QWidget):
    """Shows and changes the settings.

    Signals:
        changed: The settings file was written; what is in use is the old one still.
        test_notice_wanted: A notice is to be shown as a test.
        texts_wanted: The texts for customers are to be shown.
    """

    changed = Signal()
    texts_wanted = Signal()
    test_notice_wanted = Signal()

    def __init__(
        self,
        around: Around,
        folder: DataFolder,
        problems: tuple[Problem, ...],
        *,
        mailboxes: "Sequence[MailboxWatch]" = (),
        sending: "Sending | None" = None,
        pick: PickFolder = pick_folder,
        reach: Reach = reach_really,
    ) -> None:
        """Set up.

        Args:
            around: The surroundings; its settings are those in use.
            folder: Where the settings file lies.
            problems: What of that file could not be used.
            mailboxes: Who reads the mailboxes in use.
            sending: What empties the outbox.
            pick: Lets the user choose a folder.
            reach: Tries a mailbox; slow.
        """
        super().__init__()
        self._around = around
        self._folder = folder
        self.people, self.conversation = PeopleCard(around), ConversationCard()
        self.salesperson, self.dealer = self.people.salesperson, self.people.dealer
        self.texts = self.conversation.texts
        self.display = ScreenCard(around.settings)
        self.telephone = TelephoneCard(around)
        self.hours = HoursCard(around, folder.holidays)
        self.bdc, self.privacy = BdcCard(around, folder), PrivacyCard(around)
        self._parts = (
            *(self.people, self.display, self.conversation, self.telephone),
            *(self.bdc, self.privacy),
        )
        self.folder = FolderField(folder.inbox, around.open_link, pick)
        self.mailboxes = MailboxCard(
            around, folder.settings, mailboxes, reach=reach, may_write=self._may_write
        )
        self.outgoing = OutgoingCard(around, folder.settings, sending, may_write=self._may_write)
        self._accounts = (self.mailboxes, self.outgoing)
        self._saved_account: int | None = None
        self.files = FilesCard(around, folder)
        self.undo = QPushButton(tr("Undo changes"))
        self.footer = Footer(tr("Save"), self.undo)
        self.problems = Problems()
        file = Path(folder.settings.name)
        self.problems.show_sentences([explain(error) for error in sentences(problems, file)])
        self._lay_out()
        self._connect()
        self._show(around.settings)

    @Slot()
    def save(self) -> None:
        """Write what was changed, or say which field is wrong."""
        if self._may_write() and all(card.keep_typed() for card in self._accounts):
            self._save()

    def standing(self) -> Standing:
        """Return where the user stands."""
        return Standing(
            scrolled=self._body.verticalScrollBar().value(), account=self._saved_account
        )

    def stand(self, standing: Standing) -> None:
        """Go where the user stood before he saved, and say there that it is saved."""
        if standing.account is None:
            self.footer.say(tr("Saved."), State.DONE)
        bar = self._body.verticalScrollBar()
        QTimer.singleShot(0, self, lambda: self._stand(bar, standing))

    def _stand(self, bar: QScrollBar, standing: Standing) -> None:
        bar.setValue(standing.scrolled)
        if standing.account is not None:
            self._accounts[standing.account].say_saved()

    @Slot()
    def _save_account(self) -> None:
        self._saved_account = self._accounts.index(self.sender())
        self.save()

    @Slot()
    def _save(self) -> None:
        edited = self._edited()
        if edited is None:
            return
        try:
            save(self._folder.settings, changes(self._around.settings, edited))
        except AssistantError as error:
            self.footer.say(explain(error), State.LATE)
            return
        self.display.keep_theme()
        self.footer.say(tr("Saved."), State.DONE)
        self.changed.emit()

    def _may_write(self) -> bool:
        if self._is_refused():
            return False
        if self.telephone.keep_typed():
            return True
        self.footer.say(self.telephone.said.text(), State.LATE)
        return False

    def _is_refused(self) -> bool:
        problem = self.hours.problem()
        if problem is not None:
            sentence, field = problem
            self.footer.say(sentence, State.LATE)
            field.insist()
        elif self.people.is_wrong():
            self.footer.say(tr("The dealer's number is no telephone number."), State.LATE)
            self.people.insist()
        elif self.folder.is_wrong():
            self.footer.say(tr("The watched folder does not exist."), State.LATE)
            self.folder.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return self._is_out_of_bounds()
        return True

    def _is_out_of_bounds(self) -> bool:
        for part in (self.bdc, self.privacy):
            if problem := part.problem():
                self.footer.say(problem, State.LATE)
                part.insist()
                return True
        return False

    def _edited(self) -> Settings | None:
        """Return the settings as they stand here; ``None`` while hours cannot be read."""
        edited = self.hours.edited_settings(self._around.settings)
        if edited is None:
            return None
        for part in self._parts:
            edited = part.edited_settings(edited)
        return replace(edited, intake=replace(edited.intake, folder=self.folder.text))

    def _show(self, settings: Settings) -> None:
        for part in (*self._parts, self.hours):
            part.show_settings(settings)
        self.folder.show_folder(settings.intake.folder)
        self.mailboxes.leave()
        self.outgoing.leave()
        self._look()

    @Slot()
    def _look(self) -> None:
        """Offer to save what differs from the settings in use."""
        cards = (self.mailboxes, self.outgoing, self.telephone)
        differs = self._edited() != self._around.settings or self.people.is_wrong()
        differs = differs or bool(self.bdc.problem() or self.privacy.problem())
        differs = differs or any(card.is_touched for card in cards)
        self.footer.primary.setEnabled(differs)
        self.undo.setEnabled(differs)
        self.footer.say("", None)

    @Slot()
    def _undo(self) -> None:
        self._show(self._around.settings)

    @Slot()
    def _tick(self) -> None:
        if self.isVisible():
            self.hours.look()
            self.bdc.look()
            self.mailboxes.tick()
            self.outgoing.tick()

    def _connect(self) -> None:
        self._around.qt_desk.beat.connect(self._tick)
        for part in (*self._parts, self.hours, self.folder, self.mailboxes, self.outgoing):
            part.edited.connect(self._look)
        self.texts.clicked.connect(self.texts_wanted)
        self.display.notice_test.wanted.connect(self.test_notice_wanted)
        for accounts in self._accounts:
            accounts.changed.connect(self._save_account)
        self.undo.clicked.connect(self._undo)
        self.footer.primary.clicked.connect(self.save)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key in SAVE_KEYS:
            QShortcut(QKeySequence(key), self, self.save, context=within)

    def _lay_out(self) -> None:
        self._body = body = TwoColumns()
        left = (self.people, self.conversation, self.display, self.telephone)
        right = (self.hours, self.bdc, self.mailboxes, self.outgoing, self._leads())
        for column, cards in (
            (body.left, (*left, self.privacy, self.files)),
            (body.right, right),
        ):
            for widget in cards:
                column.addWidget(widget)
        for part in (self.mailboxes, self.outgoing, self.telephone):
            part.grown.connect(body.bring_up)
        for column in (body.left, body.right):
            column.addStretch(1)
        fill_page(self, tr("Settings"), body, above=self.problems, below=self.footer)

    def _leads(self) -> QFrame:
        frame, column = card(tr("Where leads come from"))
        hint = hint_label(tr("Every file in it becomes a lead"))
        column.addLayout(labelled(tr("Watched folder"), self.folder, hint=hint))
        return frame
