"""A table of figures that is wider than its place goes on below itself: no figure is cut."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from assistant.ui.inspection.figure_table import FigureTable, Table
from assistant.ui.look.tokens import SPACE


class Bands(QWidget):
    """Shows a table in one piece, or its columns in several, each after what the rows are.

    Attributes:
        first: The table, with as many columns as fit.

    Signals:
        wanted: The leads behind a figure (``Behind``) are to be shown.
    """

    wanted = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.first = FigureTable(name)
        self._bands = list[FigureTable]()
        self._shown = Table()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.one)
        self._add(self.first)

    def show_table(self, table: Table) -> None:
        """Show figures."""
        self._shown = table
        for band in self._bands:
            band.show_table(table)
        self._fold()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Fold now that the width is known."""
        super().showEvent(event)
        self._fold()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go on below where the columns do not fit beside each other."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Make room; before there is a width, that would take a table for each column."""
        if not self.isVisible():
            return
        parts = self.first.parts()
        while len(self._bands) < len(parts):
            self._add(FigureTable(self.first.accessibleName()))
            self._bands[-1].show_table(self._shown)
        for number, band in enumerate(self._bands):
            band.setVisible(number < len(parts))
            if number < len(parts):
                band.show_columns(parts[number])

    def _add(self, band: FigureTable) -> None:
        self._bands.append(band)
        self._column.addWidget(band)
        band.wanted.connect(self.wanted)
