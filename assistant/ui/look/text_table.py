"""A table of words: rows that are read anew, titles above, and each cell whole in its tooltip."""

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from assistant.ui.look.tooltip import tooltip

Index = QModelIndex | QPersistentModelIndex
R = TypeVar("R")
_NOWHERE = QModelIndex()


class TextTable(QAbstractTableModel, Generic[R]):
    """Holds rows; words are made when they are painted. Say in a subclass which."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[R] = []

    def show_rows(self, rows: list[R]) -> None:
        """Show other rows; does nothing when they are the same."""
        if rows == self.rows:
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def titles(self) -> tuple[str, ...]:
        """Return what the columns are called."""
        raise NotImplementedError

    def text(self, row: R, column: int) -> str:
        """Return the words of a cell."""
        raise NotImplementedError

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.titles())

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what a column is called."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.titles()[section]

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's words; its tooltip has them whole."""
        if not index.isValid():
            return None
        text = self.text(self.rows[index.row()], index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        return tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else None
