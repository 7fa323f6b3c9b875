"""Asks which other lead is of the same customer."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from assistant.core.facts import LeadId
from assistant.core.summary import STILL_OPEN, Summary
from assistant.ui.around import Around
from assistant.ui.look.dress import dress_rows
from assistant.ui.look.empty import EmptyState
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.pages import Pages
from assistant.ui.search import TYPING_MS, Search
from assistant.ui.sentences import who
from assistant.ui.today.delegate import TodayDelegate
from assistant.ui.today.model import Line, TodayModel
from assistant.ui.today.search_field import SearchField
from assistant.words.catalogue import tr

_SIZE = 520, 560


class SameCustomer(QDialog):
    """Shows the open leads, those that share a word of the name first, and searches them.

    Signals:
        chosen: A lead (``LeadId``) was chosen, with what its customer is called.
    """

    chosen = Signal(object, str)

    def __init__(
        self, around: Around, search: Search, lead_id: LeadId, name: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._around = around
        self._search = search
        self._lead_id = lead_id
        self._name = name
        self.field = SearchField()
        self.model = TodayModel(around, self)
        self.list = QListView()
        dress_rows(self.list)
        self.list.setItemDelegate(TodayDelegate(around, self.list))
        self.list.setModel(self.model)
        self.empty = EmptyState("person", tr("No other open lead"))
        self.pages = Pages(self.list, self.empty)
        self.merge = QPushButton(tr("Same customer"))
        self.cancel = QPushButton(tr("Cancel"))
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._lay_out()
        self._connect()
        self._ask()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow keys go through the list while the search is typed into."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            QApplication.sendEvent(self.list, event)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _ask(self) -> None:
        text = self.field.text().strip()
        if text:
            self._search.ask(text)
            return
        words = set(self._name.casefold().split())
        leads = [item.summary for item in self._around.qt_desk.agenda]
        self._show(sorted(leads, key=lambda lead: words.isdisjoint(lead.name.casefold().split())))

    @Slot(str, object)
    def _show_found(self, question: str, leads: list[Summary]) -> None:
        if question == self.field.text().strip():
            self._show(leads)

    def _show(self, leads: list[Summary]) -> None:
        others = [
            lead for lead in leads if lead.state in STILL_OPEN and lead.lead_id != self._lead_id
        ]
        self.model.show_found(others, self._around.qt_desk.agenda)
        self.pages.show_page(self.list if others else self.empty)
        self._choose(self.list.currentIndex())

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.merge.setEnabled(index.isValid())

    @Slot()
    def _accept_chosen(self) -> None:
        index = self.list.currentIndex()
        if not index.isValid():
            return
        row = self.model.row(index.row())
        if isinstance(row, Line):
            lead = row.lead
            self.accept()
            name = who(lead.name, self._around.national(lead.phone), lead.email)
            self.chosen.emit(lead.lead_id, name)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self._ask)
        self._search.found.connect(self._show_found)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.model.modelReset.connect(lambda: self.merge.setEnabled(False))
        self.list.activated.connect(self._accept_chosen)
        self.merge.clicked.connect(self._accept_chosen)
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self.setWindowTitle(tr("The same customer as …"))
        self.resize(*_SIZE)
        self.list.setAccessibleName(tr("Leads"))
        set_variant(self.merge, Variant.PRIMARY)
        self.merge.setDefault(True)
        self.merge.setEnabled(False)
        self.cancel.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.one)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.merge)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.two, SPACE.two, SPACE.two, SPACE.two)
        column.setSpacing(SPACE.two)
        column.addWidget(
            PlainLabel(tr("Who is the same as {name}?").format(name=self._name), Text.HEADING)
        )
        column.addWidget(self.field)
        column.addWidget(self.pages, 1)
        said = tr("Both go on as one lead, with everything that was done for either.")
        column.addWidget(PlainLabel(said, Text.MUTED))
        column.addLayout(buttons)
