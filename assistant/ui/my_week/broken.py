"""The leads of a week for which a rule was broken; each opens."""

from PySide6.QtCore import QModelIndex, QObject, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from assistant.core.figures import BrokenLead
from assistant.ui.around import Around
from assistant.ui.form.pieces import card
from assistant.ui.look.dress import dress_rows
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text
from assistant.ui.look.text_table import TextTable
from assistant.ui.sentences import who
from assistant.words.catalogue import tr, tr_count
from assistant.words.figure_words import figure_name
from assistant.words.times import moment_in_words

_ROW = 52
_ROWS_IN_VIEW = 5


class BrokenModel(TextTable[BrokenLead]):
    """The rows, each of two lines: who, and what was not done."""

    def __init__(self, around: Around, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around

    @override
    def titles(self) -> tuple[str, ...]:
        return (tr("Customer"),)

    @override
    def text(self, row: BrokenLead, column: int) -> str:
        around = self._around
        since = moment_in_words(row.since, around.now(), around.zone)
        name = who(row.name, around.national(row.phone), "")
        return f"{name}\n{figure_name(row.rule)} · {since}"


class BrokenCard(QWidget):
    """Lists them; a click or Enter opens the lead.

    Signals:
        lead_wanted: A lead (``LeadId``) is to be shown.
    """

    lead_wanted = Signal(object)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.count = PlainLabel(role=Text.MUTED)
        self.model = BrokenModel(around, self)
        self.table = QTableView()
        dress_rows(self.table)
        self.table.setModel(self.model)
        self.table.setAccessibleName(tr("Where the process broke"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setWordWrap(False)
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().hide()
        self.table.clicked.connect(self._open)
        self.table.activated.connect(self._open)
        frame, column_of_card = card(tr("Where the process broke"))
        column_of_card.addWidget(self.count)
        column_of_card.addWidget(self.table)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_leads(self, broken: tuple[BrokenLead, ...]) -> None:
        """Show the leads of a week."""
        count = len(broken)
        said = tr_count(
            "{count} lead; a press opens it.", "{count} leads; a press opens one.", count
        )
        nothing = tr("No rule was broken in these days.")
        self.count.setText(said.format(count=count) if broken else nothing)
        self.model.show_rows(list(broken))
        self.table.setVisible(bool(broken))
        self.table.setFixedHeight(min(count, _ROWS_IN_VIEW) * _ROW + 2 * self.table.frameWidth())

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.lead_wanted.emit(self.model.rows[index.row()].lead_id)
