"""Handed over: the leads that the BDC or a colleague has, or that came back from them."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from assistant.core.facts import Fact, LeadId
from assistant.core.summary import Summary
from assistant.desk import OutboxState
from assistant.folders import DataFolder
from assistant.ui.around import Around
from assistant.ui.form.frame import UNBOUNDED, fill_page
from assistant.ui.lead.mail_question import MailQuestion
from assistant.ui.lists.came_back import CameBackStrip
from assistant.ui.lists.handed_over_model import Column, HandedOverModel, is_back
from assistant.ui.lists.handed_over_table import HandedOverTable
from assistant.ui.lists.sending import Sending
from assistant.ui.look.banner import Banner
from assistant.ui.look.empty import EmptyState
from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.pill import Badge
from assistant.ui.look.roles import State, Surface, Variant, set_surface, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.look.undo_bar import UndoBar
from assistant.ui.pages import Pages
from assistant.ui.passive.pick import PickList, pick_list
from assistant.words.catalogue import tr, tr_count

_ASKS = (OutboxState.UNSURE, OutboxState.FAILED, OutboxState.BOUNCED)
_MOST_SHOWN = 1_000  # the longest waiting; a list of more is for the command line


class HandedOver(QWidget):
    """Shows who is with the BDC; a lead opens by a double click or Enter.

    Signals:
        lead_wanted: A lead (``LeadId``) is to be shown.
        list_chosen: A list of passive leads (``Path``) is to be imported.
    """

    lead_wanted = Signal(object)
    list_chosen = Signal(object)

    def __init__(self, around: Around, data: DataFolder, pick: PickList = pick_list) -> None:
        """Set up.

        Args:
            around: The surroundings.
            data: Where hand-overs are written.
            pick: Lets the user choose a list.
        """
        super().__init__()
        self._around = around
        self._pick = pick
        self._waiting: list[Summary] = []
        self._asked: list[LeadId] = []
        self.sending = Sending(around, data, self)
        self.done = Banner("", State.DONE)
        self.import_list = QPushButton(icon("plus"), tr("Import a list …"))
        self.send = QPushButton(icon("handover", Tint.ON_ACCENT), tr("Send"))
        self.again = QPushButton(icon("handover"), tr("Send again"))
        self.back = QPushButton(icon("undo"), tr("Came back …"))
        self.strip = CameBackStrip()
        self.question = MailQuestion(around)
        self._undoable: Fact | None = None
        self.undo = UndoBar(tr("Undo"))
        self.model = HandedOverModel(around, self)
        self.table = HandedOverTable(self.model)
        self.badge = Badge()
        self.empty = EmptyState(
            "handover",
            tr("Nobody waits for the BDC."),
            tr("Who is not reached after five tries, or lost, comes to stand here."),
        )
        self.frame = QFrame()
        self.pages = Pages(self.frame, self.empty)
        self._lay_out()
        around.qt_desk.changed.connect(self.read)
        self.table.activated.connect(self._want)
        self.table.selectionModel().currentRowChanged.connect(self._offer)
        self.import_list.clicked.connect(self._choose_list)
        self.send.clicked.connect(self._send)
        self.again.clicked.connect(self._send_again)
        self.sending.ended.connect(self._say_sent)
        self.back.clicked.connect(self._ask_back)
        self.strip.told.connect(self._take_back)
        self.strip.left.connect(self.strip.hide)
        self.undo.undone.connect(self._undo)

    def say(self, sentence: str) -> None:
        """Show what came of a list or of sending, until another page."""
        self.done.show_text(sentence, State.DONE)
        self.done.setVisible(bool(sentence))

    @Slot()
    def read(self) -> None:
        """Show what is stored now, if anybody looks."""
        if self.isVisible() and not self.sending.is_running:
            self._read()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Read what happened while nobody looked."""
        super().showEvent(event)
        self._read()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was said."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.done.hide()
            self.strip.hide()

    def _read(self) -> None:
        chosen = self._chosen()
        desk = self._around.qt_desk.desk
        read = self._around.qt_desk.do(
            lambda: (
                desk.handed_over(_MOST_SHOWN),
                desk.handovers.waiting(_MOST_SHOWN),
                desk.handovers.back(),
            )
        )
        if read is None:
            return
        away, waiting, back = read
        self._waiting = waiting
        mails = desk.handovers.mails_of(away)
        self._asked = [lead_id for lead_id, mail in mails.items() if mail.state in _ASKS]
        self.model.show([*away, *back], mails)
        row = self.model.row_of(None if chosen is None else chosen.lead_id)
        if row >= 0 and row != self.table.currentIndex().row():
            self.table.selectRow(row)
        count = len(away)
        self.badge.show_count(
            count, tr_count("{count} lead", "{count} leads", count).format(count=count)
        )
        self.pages.show_page(self.frame if away or back else self.empty)
        self._offer()

    def _chosen(self) -> Summary | None:
        index = self.table.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def _to_send(self) -> list[Summary]:
        """Return what one press sends: a lead's draft, chosen or alone, else all without one."""
        chosen, drafts = self._chosen(), self.sending.opens_draft
        if chosen is not None and chosen.waits_to_be_sent and drafts(chosen):
            return [chosen]
        if len(self._waiting) == 1:
            return self._waiting
        return [lead for lead in self._waiting if not drafts(lead)]

    @Slot()
    def _offer(self) -> None:
        """Enable what can be done now."""
        chosen, count = self._chosen(), len(self._to_send())
        self.send.setEnabled(count > 0 and not self.sending.is_running)
        self.send.setText(tr("Send {count}").format(count=count) if count > 1 else tr("Send"))
        choose = self._waiting and not count
        self.send.setToolTip(tr("Choose a lead: its mail opens as a draft.") if choose else "")
        is_away = chosen is not None and not is_back(chosen, self._around.now())
        self.back.setEnabled(is_away)
        away = None if chosen is None else chosen.handed_over
        self.again.setVisible(is_away and away is not None and away.as_draft)
        self.again.setEnabled(not self.sending.is_running)
        asked = [lead for lead in self._asked if chosen is not None and lead == chosen.lead_id]
        self.question.show_lead(next(iter(asked or self._asked), None))
        for button in (self.send, self.back):
            button.setVisible(bool(self.model.rows))
        if not is_away:
            self.strip.hide()

    @Slot()
    def _send(self) -> None:
        self.sending.start(self._to_send())
        self.send.setEnabled(False)

    @Slot()
    def _send_again(self) -> None:
        """Open a draft anew: the first one was perhaps closed without sending."""
        chosen, qt_desk = self._chosen(), self._around.qt_desk
        if chosen is not None:
            qt_desk.step(lambda: qt_desk.desk.handovers.recall(chosen.lead_id))
            self.sending.start([chosen])
            self.again.setEnabled(False)

    @Slot(object)
    def _say_sent(self, said: list[str]) -> None:
        self._read()
        self.say(" ".join(said))

    @Slot()
    def _ask_back(self) -> None:
        chosen, row = self._chosen(), self.table.currentIndex().row()
        if chosen is not None and chosen.handed_over is not None:
            name = self.model.index(row, Column.WHO).data()
            self.strip.ask(name, chosen.handed_over.to)

    @Slot(str)
    def _take_back(self, note: str) -> None:
        chosen, qt_desk = self._chosen(), self._around.qt_desk
        self.strip.hide()
        if chosen is None:
            return
        fact = qt_desk.step(lambda: qt_desk.desk.handovers.came_back(chosen.lead_id, note))
        if fact is not None:
            self._undoable = fact
            self.undo.show_message(tr("Back with its salesperson"))

    @Slot()
    def _undo(self) -> None:
        fact, qt_desk = self._undoable, self._around.qt_desk
        if fact is not None:
            qt_desk.step(lambda: qt_desk.desk.take_back(fact))

    @Slot(QModelIndex)
    def _want(self, index: QModelIndex) -> None:
        if index.isValid():
            self.lead_wanted.emit(self.model.lead_id(index.row()))

    @Slot()
    def _choose_list(self) -> None:
        if path := self._pick(self):
            self.list_chosen.emit(Path(path))

    def _lay_out(self) -> None:
        set_variant(self.send, Variant.PRIMARY)
        set_surface(self.frame, Surface.CARD)
        inner = QVBoxLayout(self.frame)
        inner.setContentsMargins(SPACE.one, SPACE.one, SPACE.one, SPACE.one)
        inner.addWidget(self.table)
        body = QWidget()
        column_of = QVBoxLayout(body)
        column_of.setContentsMargins(SPACE.three, 0, SPACE.three, SPACE.three)
        column_of.setSpacing(SPACE.two)
        column_of.addWidget(self.done)
        column_of.addWidget(self.question)
        column_of.addWidget(self.pages, 1)
        column_of.addWidget(self.again, 0, Qt.AlignmentFlag.AlignRight)
        column_of.addWidget(self.strip)
        column_of.addWidget(self.undo)
        for hidden in (self.done, self.strip, self.send, self.again, self.back):
            hidden.hide()
        beside = (self.badge, None, self.import_list, self.back, self.send)
        fill_page(self, tr("Handed over"), body, beside=beside, widest=UNBOUNDED)
        self.pages.show_page(self.empty)
