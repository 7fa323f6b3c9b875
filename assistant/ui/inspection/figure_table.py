"""A table of figures, as high as it is: whoever presses a figure gets the leads behind it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QResizeEvent
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
from assistant.ui.look.tooltip import tooltip
from assistant.ui.look.wrapped import wrapped

_BAR = 4
_PALEST, _STRONGEST = 0.12, 0.55


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A figure in words.

    Attributes:
        behind: The leads that it counts, if it counts any.
        bar: How long a small bar under it is, 0 to 1; ``None`` for no bar.
        shade: How strong its ground is coloured, 0 to 1: the cell of a heat map.
        value: What a chart shows for it; ``None`` where there is nothing to show.
        hint: More, for its tooltip.
    """

    text: str
    behind: Behind | None = None
    bar: float | None = None
    shade: float | None = None
    value: float | None = 0.0
    hint: str = ""


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
            cell = self.cell(index)
            is_link = cell.behind is not None and cell.shade is None
            return theme.colour("accent_text" if is_link else "text")
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole and self.cell(index).hint:
            return tooltip(self.cell(index).hint)
        return super().data(index, role)


class FigureTable(QTableView):
    """Shows a table whole; it never scrolls.

    Signals:
        wanted: The leads behind a figure (``Behind``) are to be shown.
    """

    wanted = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._widths = list[int]()
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
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(SPACE.three)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(header.defaultAlignment() | Qt.TextFlag.TextWordWrap)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)
        self.setMouseTracking(True)
        self.entered.connect(self._point)

    def show_table(self, table: Table) -> None:
        """Show figures; the keyboard stays on its cell."""
        current = self.currentIndex()
        self.figures.show_table(table)
        self._widths = [self.sizeHintForColumn(each) for each in range(len(table.titles))]
        self.setCurrentIndex(self.figures.index(current.row(), current.column()))
        self.setAccessibleDescription(table.in_words())
        self._spread()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the columns over the width."""
        super().resizeEvent(event)
        self._spread()

    def parts(self) -> list[list[int]]:
        """Return the columns in as few parts as there must be for each to fit the width.

        The first column, which says what a row is, begins each of them.
        """
        others = list(range(1, self.figures.columnCount()))
        for column in others:
            self.showColumn(column)  # a hidden one has no title to measure
        for size in range(len(others), 0, -1):
            parts = [others[start : start + size] for start in range(0, len(others), size)]
            if size == 1 or all(sum(self._least([0, *part])) <= self._room() for part in parts):
                break
        else:
            return [[0]]
        even = ceil(len(others) / len(parts))
        return [[0, *others[start : start + even]] for start in range(0, len(others), even)]

    def show_columns(self, columns: Sequence[int]) -> None:
        """Show these columns only."""
        for column in range(self.figures.columnCount()):
            self.setColumnHidden(column, column not in columns)
        self._spread()

    def _spread(self) -> None:
        """Give each column its share of the width; titles break between words if they must."""
        header, room = self.horizontalHeader(), self._room()
        columns = [each for each in range(header.count()) if not self.isColumnHidden(each)]
        wanted = [max(self._widths[each], header.sectionSizeHint(each)) for each in columns]
        if sum(wanted) > room:
            wanted = self._least(columns)
        first, others = wanted[0] if wanted else 0, sum(wanted[1:])
        if first + others <= room:
            first, others = 0, sum(wanted)  # else what a row is stays whole, and figures are cut
        for column, width in zip(columns, wanted, strict=True):
            is_whole = bool(first) and column == 0
            share = width if is_whole else width * (room - first) // max(others, 1)
            header.resizeSection(column, share)
        head = header.sizeHint().height() + max(map(self._more_height, columns), default=0)
        header.setFixedHeight(head)
        self.setFixedHeight(head + len(self.figures.rows) * CONTROL_HEIGHT + 2)

    def _least(self, columns: Sequence[int]) -> list[int]:
        """Return how wide columns must be for their figures; a long first one gives way."""
        least = [max(self._widths[each], self._longest_word(each)) for each in columns]
        room = self._room()
        return [min(first, max(room // 3, room - sum(least[1:]))) for first in least[:1]] + least[
            1:
        ]

    def _room(self) -> int:
        return self.viewport().width()

    def _longest_word(self, column: int) -> int:
        """Return how wide a title's longest word is, with what stands around it."""
        title, measure = self.figures.titles()[column], self._measure()
        around = self.horizontalHeader().sectionSizeHint(column) - measure(title)
        return around + max(map(measure, title.split()), default=0)

    def _more_height(self, column: int) -> int:
        """Return how much higher a title is than one line, in its column's width."""
        header, title = self.horizontalHeader(), self.figures.titles()[column]
        room = header.sectionSize(column) - header.sectionSizeHint(column) + self._measure()(title)
        line = header.fontMetrics().height()
        _, height = wrapped(title, header.font(), room)
        return max(0, min(height, line * len(title.split())) - line)

    def _measure(self) -> Callable[[str], int]:
        return self.horizontalHeader().fontMetrics().horizontalAdvance

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        behind = self.figures.cell(index).behind
        if behind is not None:
            self.setFocus()  # a screen reader presses without; the keyboard is to come back here
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
        model = index.model()
        cell = model.cell(index) if isinstance(model, FigureModel) else Cell(text="")
        if cell.shade is not None:
            colour = theme.colour("warm")
            colour.setAlphaF(_PALEST + (_STRONGEST - _PALEST) * cell.shade)
            painter.fillRect(option.rect.adjusted(1, 1, -1, -2), colour)
        super().paint(painter, option, index)
        if cell.bar is not None:
            self._paint_bar(painter, option, cell.bar)

    def _paint_bar(self, painter: QPainter, option: QStyleOptionViewItem, bar: float) -> None:
        room = option.rect.adjusted(SPACE.one + 3, 0, -SPACE.one, -3)
        room.setTop(room.bottom() - _BAR + 1)
        painter.fillRect(room, theme.colour("sunken"))
        room.setWidth(round(room.width() * min(bar, 1.0)))
        painter.fillRect(room, theme.colour("accent"))
