"""A table of figures, as high as it is: whoever presses a figure gets the leads behind it."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from assistant.ui.inspection.scope import Behind
from assistant.ui.look import theme
from assistant.ui.look.dress import dress_rows
from assistant.ui.look.text_table import Index, TextTable
from assistant.ui.look.tokens import CONTROL_HEIGHT, SPACE

_BAR = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A figure in words.

    Attributes:
        behind: The leads that it counts, if it counts any.
        bar: How long a small bar under it is, 0 to 1; ``None`` for no bar.
        value: What a chart shows for it.
    """

    text: str
    behind: Behind | None = None
    bar: float | None = None
    value: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Figures with their titles; the first cell of a row says what the row is."""

    titles: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()

    def in_words(self) -> str:
        """Return all of it as sentences, for who cannot see it."""
        return " ".join(
            f"{row[0].text}: "
            + ", ".join(
                f"{title} {cell.text}"
                for title, cell in zip(self.titles[1:], row[1:], strict=True)
                if cell.text
            )
            + "."
            for row in self.rows
        )


class FigureModel(TextTable[tuple[Cell, ...]]):
    """Holds a table's rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles: tuple[str, ...] = ()

    def show_table(self, table: Table) -> None:
        """Show another table."""
        self.beginResetModel()
        self._titles, self.rows = table.titles, list(table.rows)
        self.endResetModel()

    def cell(self, index: Index) -> Cell:
        """Return a cell."""
        return self.rows[index.row()][index.column()]

    @override
    def titles(self) -> tuple[str, ...]:
        """Return what the columns are called."""
        return self._titles

    @override
    def text(self, row: tuple[Cell, ...], column: int) -> str:
        """Return the words of a cell."""
        return row[column].text

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell; what can be pressed has the colour of a link."""
        if index.isValid() and role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour("accent_text" if self.cell(index).behind else "text")
        return super().data(index, role)


class FigureTable(QTableView):
    """Shows a table whole; it never scrolls.

    Signals:
        wanted: The leads behind a figure (``Behind``) are to be shown.
    """

    wanted = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        dress_rows(self)
        self.figures = FigureModel(self)
        self.setModel(self.figures)
        self.setItemDelegate(_WithBar(self))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(SPACE.four)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(SPACE.three)
        header.setSectionsClickable(False)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)
        self.setMouseTracking(True)
        self.entered.connect(self._point)

    def show_table(self, table: Table) -> None:
        """Show figures."""
        self.figures.show_table(table)
        self.setAccessibleDescription(table.in_words())
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + len(table.rows) * CONTROL_HEIGHT + 2)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        behind = self.figures.cell(index).behind
        if behind is not None:
            self.wanted.emit(behind)

    @Slot(QModelIndex)
    def _point(self, index: QModelIndex) -> None:
        opens = self.figures.cell(index).behind is not None
        hand = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(hand if opens else Qt.CursorShape.ArrowCursor)


class _WithBar(QStyledItemDelegate):
    """Paints a cell, and the small bar under it."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        model = index.model()
        bar = model.cell(index).bar if isinstance(model, FigureModel) else None
        if bar is None:
            return
        room = option.rect.adjusted(SPACE.one + 3, 0, -SPACE.one, -3)
        room.setTop(room.bottom() - _BAR + 1)
        painter.fillRect(room, theme.colour("sunken"))
        room.setWidth(round(room.width() * min(bar, 1.0)))
        painter.fillRect(room, theme.colour("accent"))
