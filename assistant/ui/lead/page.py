"""The lead's page: left who and how to reach him, right what happened, below what to do."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from assistant.core.facts import Fact, LeadId
from assistant.desk import LeadFile
from assistant.ui.action.panel import ActionPanel
from assistant.ui.around import Around
from assistant.ui.card.who import show_name, show_tries
from assistant.ui.lead.happenings import happenings
from assistant.ui.lead.history import HistoryDelegate, HistoryModel
from assistant.ui.lead.mail_question import MailQuestion
from assistant.ui.lead.reach import Reach
from assistant.ui.lead.ties import TiesButton
from assistant.ui.look.dots import Dots
from assistant.ui.look.pill import Pill
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Surface, Text, set_mark, set_surface
from assistant.ui.look.scroll import ScrollArea
from assistant.ui.look.section import SectionHeader
from assistant.ui.look.tokens import SPACE
from assistant.ui.look.tool import name_tool
from assistant.ui.look.undo_bar import UndoBar
from assistant.ui.sentences import what_comes_next, who
from assistant.words.catalogue import tr

_LEAST_WIDTH = 212  # a number and its marks, in the smallest window


class LeadPage(QWidget):
    """Shows one lead, whole.

    Signals:
        original_wanted: The raw message (its id) behind the lead is to be shown.
    """

    original_wanted = Signal(str)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._undoable: list[Fact] = []
        self.lead_id: LeadId | None = None
        self.name = PlainLabel(role=Text.TITLE)
        self.source = Pill()
        self.dots = Dots()
        self.next = PlainLabel(role=Text.MUTED)
        self.reach = Reach(around)
        self.history = HistoryModel(self)
        self.question = MailQuestion(around)
        self.panel = ActionPanel(around, with_later=False)
        self.undo = UndoBar(tr("Undo"))
        self.original = QToolButton()
        name_tool(self.original, "mail-open", tr("Show the message"))
        self.ties = TiesButton(around)
        self._lay_out()
        self.question.answered.connect(self.read)
        self.panel.logged.connect(self._offer_undo)
        self.undo.undone.connect(self._undo)
        self.ties.tied.connect(self._offer_undo)
        self.reach.followable.noted.connect(self._offer_undo)
        self.ties.hand_on_wanted.connect(self.panel.ask_hand_on)
        self.original.clicked.connect(self._want_original)

    def show_lead(self, lead_id: LeadId) -> None:
        """Show a lead. The one in view is only read again."""
        if lead_id != self.lead_id:
            self.lead_id = lead_id
            self.undo.take_away()
            lead = self._read()
            if lead is not None:
                self.panel.open_lead(lead)
        self.read()

    def is_in_use_for_another(self, lead_id: LeadId) -> bool:
        """Say whether something was begun on the page, and for another lead."""
        is_begun = self.panel.is_busy or self.reach.followable.is_begun
        return is_begun and self.lead_id != lead_id

    def read(self) -> None:
        """Show what is stored of the lead now."""
        lead = self._read()
        if lead is None:
            return
        self.panel.look_again(lead)
        self._show(lead)

    def tick(self) -> None:
        """Show the times anew."""
        lead = self.panel.lead
        if lead is not None:
            self.next.setText(what_comes_next(lead, self._around.now(), self._around.zone))

    def _read(self) -> LeadFile | None:
        lead_id = self.lead_id
        if lead_id is None:
            return None
        return self._around.qt_desk.do(lambda: self._around.qt_desk.desk.lead(lead_id))

    def _show(self, lead: LeadFile) -> None:
        course = lead.course
        number = self._around.national(course.phones[0].number) if course.phones else ""
        show_name(self.name, who(course.name, number, next(iter(course.emails), "")))
        if course.forgotten_at is not None:
            self.name.setText(tr("Forgotten customer"))
        source = "" if course.request is None else course.request.source
        self.source.show_state(source, None)
        self.source.setVisible(bool(source))
        show_tries(self.dots, lead)
        self.question.show_lead(lead.lead_id)
        self.reach.show_lead(lead)
        self.ties.show_lead(lead)
        self.history.show_happenings(happenings(self._around, lead))
        self.original.setVisible(bool(self._around.qt_desk.desk.messages.of(lead.lead_id)))
        self.tick()

    @Slot(str, object)
    def _offer_undo(self, sentence: str, facts: list[Fact]) -> None:
        self._undoable = facts
        self.undo.show_message(sentence)

    @Slot()
    def _undo(self) -> None:
        qt_desk, facts = self._around.qt_desk, self._undoable
        qt_desk.take_back(facts)
        lead = self._read()
        if lead is not None:
            self.panel.open_lead(lead)

    @Slot()
    def _want_original(self) -> None:
        if self.lead_id is not None:
            messages = self._around.qt_desk.desk.messages.of(self.lead_id)
            self.original_wanted.emit(messages[-1])

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(SPACE.two)
        first.addWidget(self.name, 1)
        first.addWidget(self.dots)
        first.addWidget(self.source)
        first.addWidget(self.ties)
        middle = QHBoxLayout()
        middle.setSpacing(SPACE.three)
        middle.addWidget(_scrolling(self.reach), 5)
        middle.addLayout(self._history_column(), 4)
        actions = QFrame()
        set_surface(actions, Surface.CARD)
        below = QVBoxLayout(actions)
        below.setContentsMargins(SPACE.two, SPACE.two, SPACE.two, SPACE.two)
        below.setSpacing(SPACE.one)
        below.addWidget(self.panel)
        below.addWidget(self.next)
        below.addWidget(self.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.three, SPACE.two, SPACE.three, SPACE.two)
        column.setSpacing(SPACE.two)
        column.addLayout(first)
        column.addWidget(self.question)
        column.addLayout(middle, 1)
        column.addWidget(actions)

    def _history_column(self) -> QVBoxLayout:
        header = SectionHeader(tr("History"))
        header.add(self.original)
        view = QListView()
        view.setModel(self.history)
        view.setItemDelegate(HistoryDelegate(view))
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSelectionMode(QListView.SelectionMode.NoSelection)
        view.setAccessibleName(tr("History"))
        set_mark(view, "role", "plain")
        column = QVBoxLayout()
        column.setSpacing(SPACE.half)
        column.addWidget(header)
        column.addWidget(view, 1)
        return column


def _scrolling(content: QWidget) -> ScrollArea:
    area = ScrollArea()
    area.setWidget(content)
    area.setAccessibleName(tr("Customer"))
    area.setMinimumWidth(_LEAST_WIDTH)
    return area
