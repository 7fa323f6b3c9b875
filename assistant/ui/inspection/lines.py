"""Lines over weeks. Import this module only when the inspection page is open."""

from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from assistant.ui.inspection.chart import Chart
from assistant.ui.inspection.figure_table import Cell, Table
from assistant.ui.inspection.plot import Plot, thinned
from assistant.ui.look import theme
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text
from assistant.ui.look.tokens import SPACE

_LINES = (
    ("accent", Qt.PenStyle.SolidLine, "o", "●"),
    ("warm", Qt.PenStyle.DashLine, "t1", "▲"),
    ("calm", Qt.PenStyle.DotLine, "s", "■"),
)
"""Each line has a colour, a stroke and a mark of its own."""


class LineChart(Chart):
    """Draws columns as lines over the rows: counts on the left, one share on the right."""

    def __init__(self, across: str, up: str, share: int, counts: Plot) -> None:
        """Set up.

        Args:
            across: What the rows are.
            up: What the counts count.
            share: The column that is a share in per cents.
            counts: Where the others are drawn; two plots at once would hold the window up.
        """
        super().__init__()
        self._across, self._up, self._share = across, up, share
        self.counts, self.shares = counts, Plot(thinned)
        self.legends = PlainLabel(role=Text.SMALL), PlainLabel(role=Text.SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.two)
        for plot, legend in zip((self.counts, self.shares), self.legends, strict=True):
            column = QVBoxLayout()
            column.setSpacing(SPACE.half)
            column.addWidget(legend)
            column.addWidget(plot.canvas)
            row.addLayout(column, 1)
        self.counts.canvas.scene().sigMouseClicked.connect(self._click_count)
        self.shares.canvas.scene().sigMouseClicked.connect(self._click_share)

    @override
    def show_table(self, table: Table) -> None:
        """Draw other figures."""
        counted = self._counted(table)
        for legend, columns in zip(self.legends, (counted, [self._share]), strict=True):
            marks = zip(_LINES, columns, strict=False)
            said = (f"{mark} {table.titles[column]}" for (*_, mark), column in marks)
            legend.setText("    ".join(said))
        super().show_table(table)

    @override
    def draw(self) -> None:
        """Draw the lines."""
        counted = self._counted(self.table)
        highest = max((row[c].value or 0 for row in self.table.rows for c in counted), default=0)
        self._draw(self.counts, self._up, counted, highest)
        self._draw(self.shares, "%", [self._share], 100)

    def nearest(self, across: float, up: float, columns: list[int]) -> Cell | None:
        """Return the figure whose mark is nearest to a point, in the chart's own units."""
        row = round(across)
        if not 0 <= row < len(self.table.rows):
            return None
        cells = [self.table.rows[row][column] for column in columns]
        known = [cell for cell in cells if cell.value is not None]
        return min(known, key=lambda cell: abs((cell.value or 0) - up), default=None)

    def _draw(self, plot: Plot, up: str, columns: list[int], highest: float) -> None:
        rows = self.table.rows
        plot.canvas.clear()
        plot.dress(self._across, up, [row[0].text for row in rows], highest)
        for (colour, stroke, symbol, _), column in zip(_LINES, columns, strict=False):
            points = [(x, row[column].value) for x, row in enumerate(rows)]
            known = [(x, y) for x, y in points if y is not None]
            pen = QPen(theme.colour(colour), 2 * plot.canvas.devicePixelRatioF(), stroke)
            pen.setCosmetic(True)
            plot.canvas.plot(
                [x for x, _ in known],
                [y for _, y in known],
                pen=pen,
                symbol=symbol,
                symbolSize=8,
                symbolBrush=theme.colour(colour),
                symbolPen=None,
            )

    def _counted(self, table: Table) -> list[int]:
        return [c for c in range(1, len(table.titles)) if c != self._share]

    def _click_count(self, event: MouseClickEvent) -> None:
        self._click(event, self.counts, self._counted(self.table))

    def _click_share(self, event: MouseClickEvent) -> None:
        self._click(event, self.shares, [self._share])

    def _click(self, event: MouseClickEvent, plot: Plot, columns: list[int]) -> None:
        point = plot.canvas.getPlotItem().vb.mapSceneToView(event.scenePos())
        cell = self.nearest(point.x(), point.y(), columns)
        if cell is not None and cell.behind is not None:
            self.pressed.emit(cell.behind)
