"""The rows of Unreadable: a file's name, when it came, why it became no lead."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from assistant.ui.around import Around
from assistant.ui.look.tooltip import tooltip
from assistant.words.catalogue import tr
from assistant.words.times import moment_in_words

ROW_ROLE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """A message that a person must look at.

    Attributes:
        name: The file's name, with nothing hidden in it.
        reason: The reader's English sentence; the key of its translation.
    """

    message_id: str
    name: str
    arrived_at: datetime
    reason: str


class UnreadableModel(QAbstractListModel):
    """Holds the messages as they were last read; words are made when they are painted."""

    def __init__(self, around: Around, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> bool:
        """Show other messages; return whether they differ from those in view."""
        if rows == self._rows:
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def row(self, number: int) -> Row:
        """Return a row."""
        return self._rows[number]

    def number_of(self, message_id: str) -> int:
        """Return a message's row, -1 when it is not there."""
        rows = (number for number, row in enumerate(self._rows) if row.message_id == message_id)
        return next(rows, -1)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many messages there are."""
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row for the painter, or its words for the screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip(f"{row.name}\n{tr(row.reason)}")
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.name}, {self.when(row)}, {tr(row.reason)}"
            case _:
                return row if role == ROW_ROLE else None

    def when(self, row: Row) -> str:
        """Return when a message came, in words."""
        return moment_in_words(row.arrived_at, self._around.now(), self._around.zone)
