"""Bars drawn by pyqtgraph. Import this module only when the inspection page is open."""

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QPen
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from assistant.ui.inspection.chart import Chart
from assistant.ui.inspection.figure_table import Cell, Table
from assistant.ui.inspection.plot import Plot, broken, small_font
from assistant.ui.look import theme
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text
from assistant.ui.look.tokens import SPACE

_GROUP = 0.8
_SERIES = (
    ("accent", Qt.BrushStyle.SolidPattern, "■"),
    ("warm", Qt.BrushStyle.BDiagPattern, "▨"),
)
"""Each series has a colour and a pattern: blue and ochre, which nobody takes for each other."""


class BarChart(Chart):
    """Draws a row as a group of bars, a column as one of them."""

    def __init__(self, across: str, up: str) -> None:
        """Set up.

        Args:
            across: What stands under the groups.
            up: What the bars count.
        """
        super().__init__()
        self._across, self._up = across, up
        self.legend = PlainLabel(role=Text.SMALL)
        self.plot = Plot(broken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.half)
        column.addWidget(self.legend)
        column.addWidget(self.plot.canvas)
        self.plot.canvas.scene().sigMouseClicked.connect(self._click)

    @override
    def show_table(self, table: Table) -> None:
        """Draw other figures."""
        titles = zip(_SERIES, table.titles[1:], strict=False)
        self.legend.setText("    ".join(f"{mark} {title}" for (*_, mark), title in titles))
        self.legend.setVisible(len(table.titles) > 2)
        super().show_table(table)

    def cell_at(self, across: float, up: float) -> Cell | None:
        """Return the figure whose bar stands there, in the chart's own units."""
        row = round(across)
        left = across - row + _GROUP / 2
        if not 0 <= row < len(self.table.rows) or not 0 <= left < _GROUP or up < 0:
            return None
        cells = self.table.rows[row][1:]
        return cells[int(left / _GROUP * len(cells))]

    @override
    def draw(self) -> None:
        """Draw the bars and what they count."""
        rows = self.table.rows
        self.plot.canvas.clear()
        highest = max((cell.value or 0 for row in rows for cell in row[1:]), default=0)
        self.plot.dress(self._across, self._up, [row[0].text for row in rows], highest)
        for series in range(len(self.table.titles) - 1):
            self._draw_series(series)

    def _draw_series(self, series: int) -> None:
        name, pattern, _ = _SERIES[series % len(_SERIES)]
        width = _GROUP / (len(self.table.titles) - 1)
        cells = [row[series + 1] for row in self.table.rows]
        middles = [row - _GROUP / 2 + (series + 0.5) * width for row in range(len(cells))]
        bars = pg.BarGraphItem(
            x=middles,
            height=[cell.value or 0 for cell in cells],
            width=width * 0.92,
            brush=QBrush(theme.colour(name), pattern),
            pen=QPen(theme.colour(name), 0),
        )
        self.plot.canvas.addItem(bars)
        for middle, cell in zip(middles, cells, strict=True):
            if cell.value:
                said = pg.TextItem(cell.text, color=theme.colour("text"), anchor=(0.5, 1))
                said.setFont(small_font())
                said.setPos(middle, cell.value)
                self.plot.canvas.addItem(said)

    def _click(self, event: MouseClickEvent) -> None:
        point = self.plot.canvas.getPlotItem().vb.mapSceneToView(event.scenePos())
        cell = self.cell_at(point.x(), point.y())
        if cell is not None and cell.behind is not None:
            self.pressed.emit(cell.behind)
