"""The list of the leads behind a figure; from a name to the lead's page."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from assistant.desk.inspection import Open
from assistant.names import harmless
from assistant.ui.around import Around
from assistant.ui.inspection.leads_model import Column, LeadsModel
from assistant.ui.inspection.scope import Behind
from assistant.ui.inspection.words import days, leads
from assistant.ui.look.banner import Banner
from assistant.ui.look.dress import dress_rows
from assistant.ui.look.icons import icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Surface, Text, set_surface
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import explain, tr

_WIDTHS = {
    Column.WHO: 150,
    Column.ASKED: 168,
    Column.CAR: 130,
    Column.SOURCE: 110,
    Column.SALESPERSON: 112,
    Column.TRIES: 84,
    Column.LAST: 230,
}
"""In pixels; so wide, a moment of an earlier year is whole."""


class LeadsBehind(QWidget):
    """Lists leads; Enter or a click opens one.

    Signals:
        lead_wanted: A lead (``LeadId``) is to be shown.
        left: The figures are wanted again.
    """

    lead_wanted = Signal(object)
    left = Signal()

    def __init__(self, around: Around, open_log: Open) -> None:
        super().__init__()
        self.back = QPushButton(icon("chevron-left"), tr("Figures"))
        self.title = PlainLabel(role=Text.HEADING, one_line=True)
        self.count = PlainLabel(role=Text.MUTED, one_line=True)
        self.model = LeadsModel(around, open_log, self)
        self.table = QTableView()
        self.elsewhere = Banner()
        self._desk = around.qt_desk.desk
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.table.clicked.connect(self._open)
        self.table.activated.connect(self._open)
        self.model.errand.failed.connect(lambda error: self.count.setText(explain(error)))
        self.model.counted.connect(self._count)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key in ("Escape", "Alt+Left"):
            QShortcut(QKeySequence(key), self, self.left.emit, context=context)

    def show_leads(self, behind: Behind) -> None:
        """Show the leads behind a figure."""
        self.title.setText(behind.title)
        self._days = days(behind.period)
        self._count(behind.count)
        self.table.setAccessibleName(f"{behind.title}: {leads(behind.count)}")
        self.elsewhere.hide()
        self.model.show_leads(behind)
        self.table.scrollToTop()
        self.table.selectRow(0)

    @Slot(int)
    def _count(self, count: int) -> None:
        self.count.setText(f"{leads(count)}, {self._days}")

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        lead = self.model.lead(index.row())
        if lead is None:
            return
        here = self._desk.handovers.here(lead.lead_id)
        if here is None:
            self.elsewhere.show_text(_at_whose_desk(lead.owner), None)
        else:
            self.lead_wanted.emit(here)
        self.elsewhere.setVisible(here is None)

    def _lay_out(self) -> None:
        dress_rows(self.table)
        self.table.setModel(self.model)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, width)
        head = QHBoxLayout()
        head.setSpacing(SPACE.two)
        head.addWidget(self.back)
        head.addWidget(self.title)
        head.addWidget(self.count, 1)
        frame = QFrame()
        set_surface(frame, Surface.CARD)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(SPACE.half, SPACE.half, SPACE.half, SPACE.half)
        inner.addWidget(self.table)
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(SPACE.three, 0, SPACE.three, SPACE.two)
        column_of.setSpacing(SPACE.one)
        column_of.addLayout(head)
        column_of.addWidget(self.elsewhere)
        column_of.addWidget(frame, 1)


def _at_whose_desk(owner: str) -> str:
    if not owner:
        return tr("This lead is at a colleague's desk; it can only be opened there.")
    said = tr("This lead is at {name}'s desk; it can only be opened there.")
    return said.format(name=harmless(owner))
