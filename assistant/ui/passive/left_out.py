"""The rows of a list at which a person may want to look: which, whose, and why."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from assistant.intake.lists import ListedRow
from assistant.ui.lists.raw_text import harmless
from assistant.ui.look.tooltip import tooltip
from assistant.ui.passive.tally import remark
from assistant.words.catalogue import tr

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What a column shows."""

    ROW = 0
    WHO = 1
    WHY = 2


class LeftOutModel(QAbstractTableModel):
    """Holds the rows; words are made when they are painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ListedRow] = []

    def show_rows(self, rows: list[ListedRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what a column is called."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Row"), tr("Who"), tr("Why"))[section]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's words; its tooltip has them whole."""
        if not index.isValid():
            return None
        text = self._text(self._rows[index.row()], Column(index.column()))
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        return tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else None

    def _text(self, row: ListedRow, column: Column) -> str:
        match column:
            case Column.ROW:
                return str(row.number)
            case Column.WHO:
                return harmless(row.name)
            case Column.WHY:
                return remark(row)
