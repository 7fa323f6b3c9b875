"""Today: the agenda left, the lead right, the day's one figure on top."""

from datetime import date

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QListView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from assistant.core.facts import LeadId
from assistant.core.summary import Summary
from assistant.ui.around import Around
from assistant.ui.lead.page import LeadPage
from assistant.ui.look.dress import dress_rows
from assistant.ui.look.empty import EmptyState
from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.ring import Ring
from assistant.ui.look.roles import Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.pages import Pages
from assistant.ui.qt_desk import MOST_HELD
from assistant.ui.search import TYPING_MS, Search
from assistant.ui.sentences import who
from assistant.ui.today.delegate import TodayDelegate
from assistant.ui.today.groups import Group, group_word
from assistant.ui.today.model import Line, TodayModel
from assistant.ui.today.search_field import SearchField
from assistant.words.catalogue import tr
from assistant.words.times import moment_in_words

_LIST_WIDTH = 448
_RING = 56


class TodayPage(QWidget):
    """Shows what is to be done, and works it.

    Signals:
        original_wanted: The raw message (its id) is to be shown.
    """

    original_wanted = Signal(str)

    def __init__(self, around: Around, search: Search) -> None:
        super().__init__()
        self._around = around
        self._search = search
        self._only: Group | None = None
        self._times: tuple[date, list[str]] | None = None
        self.model = TodayModel(around, self)
        self.list = QListView()
        dress_rows(self.list)
        self.list.setItemDelegate(TodayDelegate(around, self.list))
        self.list.setModel(self.model)
        self.list.setAccessibleName(tr("Leads"))
        self.list.setMouseTracking(True)
        self.field = SearchField()
        self.filters = QButtonGroup(self)
        self.ring = Ring(_RING)
        self.empty = EmptyState("today", "")
        self.lead = LeadPage(around)
        self.nobody = EmptyState("person", tr("No lead chosen"))
        self.left = Pages(self.list, self.empty)
        self.more = PlainLabel(
            tr("These {count} come first; search finds the others.").format(count=MOST_HELD),
            Text.MUTED,
        )
        self.right = Pages(self.nobody, self.lead)
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._after = QTimer(self, interval=0, singleShot=True)
        self._lay_out()
        self._connect()
        self.read()

    def show_lead(self, lead_id: LeadId) -> None:
        """Show a lead, whether it is in the list or not."""
        self._select(self.model.row_of(lead_id))
        self._open(lead_id)

    def search_for(self) -> None:
        """Put the keyboard into the search field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @Slot()
    def read(self) -> None:
        """Show what is stored now."""
        if self.field.text().strip():
            self._search.ask(self.field.text())
        else:
            self._show_agenda()
        self._show_ring()
        if self.lead.lead_id is not None:
            self.lead.read()
        else:
            self._after.start()

    @Slot()
    def _show_first(self) -> None:
        """Show the lead to work first, where none was chosen; the card was quicker."""
        first = self.model.first_lead()
        if self.lead.lead_id is None and first is not None:
            self.show_lead(first)

    @Slot()
    def tick(self) -> None:
        """Show the times anew, where their words have changed."""
        if not self.isVisible():
            return
        times = self.model.times()
        if times != self._times:
            self._times = times
            for row in range(self.model.rowCount()):
                self.list.update(self.model.index(row))
            self.lead.tick()

    def _show_agenda(self) -> None:
        qt_desk = self._around.qt_desk
        self.model.show_agenda(qt_desk.agenda, self._only, qt_desk.beyond)
        self.more.setVisible(qt_desk.is_full)
        self._after_reading()
        if not self.model.rowCount():
            self.empty.show_text(tr("Nothing is due."), self._next_in_words())

    def _next_in_words(self) -> str:
        agenda = self._around.qt_desk.agenda
        if not agenda:
            return tr("New leads appear here by themselves.")
        item = min(agenda, key=lambda one: one.prompt.due_at)
        lead = item.summary
        return tr("Next: {time} {name}").format(
            time=moment_in_words(item.prompt.due_at, self._around.now(), self._around.zone),
            name=who(lead.name, self._around.national(lead.phone), lead.email),
        )

    @Slot(str, object)
    def _show_found(self, question: str, leads: list[Summary]) -> None:
        if question != self.field.text():
            return
        self.model.show_found(leads, self._around.qt_desk.agenda)
        self.more.hide()
        self._after_reading()
        if not leads:
            self.empty.show_text(
                tr("Nobody found"), tr("Any part of a name, number, plate or car will do.")
            )

    def _after_reading(self) -> None:
        self.left.show_page(self.list if self.model.rowCount() else self.empty)
        self._select(self.model.row_of(self.lead.lead_id))

    def _show_ring(self) -> None:
        part, whole = self._around.qt_desk.do(self._around.qt_desk.desk.in_time_today) or (0, 0)
        said = tr("Called in time today: {part} of {whole}").format(part=part, whole=whole)
        self.ring.show_share(part, whole, said)

    def _select(self, row: int) -> None:
        index = self.model.index(row) if row >= 0 else QModelIndex()
        selection, before = self.list.selectionModel(), self.list.currentIndex()
        selection.blockSignals(True)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(False)
        self.list.update(before)
        self.list.update(index)

    @Slot(QModelIndex)
    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid() and isinstance(row := self.model.row(index.row()), Line):
            self._open(row.lead.lead_id)

    def _open(self, lead_id: LeadId) -> None:
        self.lead.show_lead(lead_id)
        self.right.show_page(self.lead)

    @Slot()
    def _ask_who_is_the_same(self) -> None:
        from assistant.ui.today.same_customer import SameCustomer  # noqa: PLC0415 - seldom needed

        if self.lead.lead_id is not None:
            lead_id, name = self.lead.lead_id, self.lead.name.text()
            asking = SameCustomer(self._around, self._search, lead_id, name, self.window())
            asking.chosen.connect(self.lead.ties.merge)
            asking.open()

    @Slot(int)
    def _filter(self, number: int) -> None:
        self._only = None if number == 0 else tuple(Group)[number - 1]
        self.field.clear()
        self.read()

    def _connect(self) -> None:
        self._around.qt_desk.changed.connect(self.read)
        self._around.qt_desk.beat.connect(self.tick)
        self._search.found.connect(self._show_found)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.filters.idClicked.connect(self._filter)
        self.field.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self.read)
        self._after.timeout.connect(self._show_first)
        self.lead.original_wanted.connect(self.original_wanted)
        self.lead.ties.other_wanted.connect(self._ask_who_is_the_same)

    def _lay_out(self) -> None:
        chips = FlowLayout(None, SPACE.half)
        for number, text in enumerate([tr("All"), *map(group_word, Group)]):
            chip = QPushButton(text)
            chip.setCheckable(True)
            set_variant(chip, Variant.CHOICE)
            self.filters.addButton(chip, number)
            chips.addWidget(chip)
        self.filters.button(0).setChecked(True)
        searching = QHBoxLayout()
        searching.setSpacing(SPACE.two)
        searching.addWidget(self.field, 1)
        searching.addWidget(self.ring)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE.two, SPACE.one, SPACE.two, SPACE.one)
        top.setSpacing(SPACE.one)
        top.addLayout(searching)
        top.addLayout(chips)
        agenda = QWidget()
        column = QVBoxLayout(agenda)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.left, 1)
        column.addWidget(self.more)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(agenda)
        splitter.addWidget(self.right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LIST_WIDTH, 620])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
        self.right.show_page(self.nobody)
