"""The first rows of a list as they stand in it; what is not used is grey."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from assistant.intake.lists import Columns, Table
from assistant.names import harmless
from assistant.ui.look import theme
from assistant.ui.look.tooltip import tooltip
from assistant.words.catalogue import tr

ROWS = 50
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PreviewModel(QAbstractTableModel):
    """Holds the first rows that are not empty, with their numbers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[int, list[str]]] = []
        self._columns = Columns(-1, {}, ())
        self._width = 0

    def show_table(self, table: Table, columns: Columns) -> None:
        """Show another list."""
        self.beginResetModel()
        self._columns = columns
        below = enumerate(table.rows[columns.heading + 1 :], start=columns.heading + 2)
        filled = ((number, row) for number, row in below if row)
        self._rows = [row for row, _ in zip(filled, range(ROWS), strict=False)]
        widths = (len(row) for _, row in self._rows)
        self._width = max(len(columns.names), *widths, 1)
        self.endResetModel()

    def show_columns(self, columns: Columns) -> None:
        """Show what is used now."""
        self._columns = columns
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.ForegroundRole])

    def title(self, place: int) -> str:
        """Return what a column is called."""
        return harmless(self._columns.name(place)) or tr("Column {number}").format(number=place + 1)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns the list has."""
        return 0 if parent.isValid() else self._width

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what a column is called, or a row's number in the file."""
        horizontal = orientation is Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(section) if horizontal else str(self._rows[section][0])
        if role == Qt.ItemDataRole.ToolTipRole and horizontal:
            return tooltip(self.title(section))
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell as it is written, its tooltip, or its colour."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(index)
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(self._text(index))
            case Qt.ItemDataRole.ForegroundRole:
                used = index.column() in self._columns.meaning
                return theme.colour("text" if used else "text_muted")
            case _:
                return None

    def _text(self, index: Index) -> str:
        _, cells = self._rows[index.row()]
        return harmless(cells[index.column()]) if index.column() < len(cells) else ""
