"""What charts are drawn on. Import this module only when the inspection page is open.

A plot has no keyboard and takes no wheel: the chart's table has the one, the page the other.
"""

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from assistant.ui.look import theme
from assistant.ui.look.tokens import SPACE, TYPE
from assistant.words.figure_words import number

_HEIGHT = 220
_TICKS = 5

Measure = Callable[[str], float]
Shown = list[tuple[int, str]]
"""Which rows are named, and how."""
Fit = Callable[[list[str], float, Measure], Shown]

pg.setConfigOption("exitCleanup", False)  # the program takes its windows off by itself


class Plot:
    """An empty plot that only shows; the names of its rows stand below it, as far as they fit.

    Attributes:
        canvas: The widget.
    """

    def __init__(self, fit: Fit) -> None:
        """Set up.

        Args:
            fit: How names keep to their room.
        """
        self._fit, self._names = fit, list[str]()
        self.canvas = pg.PlotWidget(enableMenu=False)
        for part in (self.canvas, self.canvas.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.canvas.setFixedHeight(_HEIGHT)
        self.canvas.setFrameShape(pg.PlotWidget.Shape.NoFrame)
        self.canvas.setMouseEnabled(x=False, y=False)
        self.canvas.hideButtons()
        for side in ("bottom", "left"):
            self.canvas.getAxis(side).setEnabled(False)  # else it swallows the wheel
        style = {"tickLength": 0, "autoExpandTextSpace": False, "hideOverlappingLabels": False}
        self.canvas.getAxis("bottom").setStyle(**style)
        self.canvas.getPlotItem().layout.setContentsMargins(1, 1, SPACE.three, 1)
        self.canvas.getPlotItem().vb.sigResized.connect(self._name_rows)

    def dress(self, across: str, up: str, names: list[str], highest: float) -> None:
        """Give it our colours, its axes their names and units, and room for what it shows.

        Args:
            across: What the rows are.
            up: What is counted.
            names: The rows.
            highest: The highest figure.
        """
        self._names = names
        self.canvas.setBackground(theme.colour("surface"))
        ink, line = theme.colour("text_muted"), theme.colour("line_strong")
        for side, name in (("bottom", across), ("left", up)):
            axis = self.canvas.getAxis(side)
            axis.enableAutoSIPrefix(False)
            axis.setPen(line)
            axis.setTextPen(ink)
            axis.setTickFont(small_font())
            axis.setLabel(name, color=ink.name(), **{"font-size": f"{TYPE.small}px"})
        self.canvas.getAxis("left").setTicks([[(tick, number(tick)) for tick in ticks(highest)]])
        self.canvas.setXRange(-0.6, max(len(names), 1) - 0.4, padding=0)
        self.canvas.setYRange(0, max(highest, 1) * 1.15, padding=0)
        self._name_rows()

    def _name_rows(self) -> None:
        """Name the rows; anew when the width has become another."""
        room = self.canvas.getPlotItem().vb.width() / max(len(self._names), 1) - SPACE.one
        metrics = QFontMetrics(small_font())
        shown = self._fit(self._names, room, metrics.horizontalAdvance)
        lines = max((name.count("\n") + 1 for _, name in shown), default=1)
        axis = self.canvas.getAxis("bottom")
        axis.setStyle(tickTextHeight=lines * metrics.height())
        axis.setTicks([shown])


def broken(names: list[str], room: float, measure: Measure) -> Shown:
    """Return all names, broken between words where that needs more than one line.

    Args:
        names: The rows.
        room: What each has, in the units of ``measure``.
        measure: How wide a text is.
    """
    return [(row, _broken(name, room, measure)) for row, name in enumerate(names)]


def thinned(names: list[str], room: float, measure: Measure) -> Shown:
    """Return every name, or every second, third …, up to the last one: as many as fit."""
    rows = list(enumerate(names))
    for every in range(1, len(rows)):
        shown = rows[::-1][::every][::-1]
        if all(measure(name) <= every * room for _, name in shown):
            return shown
    return rows[-1:]


def ticks(highest: float) -> list[int]:
    """Return where an axis has its figures: whole numbers, at most six of them, from 0 on."""
    steps = (unit * 10**power for power in range(12) for unit in (1, 2, 5))
    step = next(step for step in steps if highest <= step * _TICKS)
    return list(range(0, int(highest) + 1, step))


def small_font() -> QFont:
    """Return the font of what stands beside what is drawn."""
    font = QFont()
    font.setPixelSize(TYPE.small)
    return font


def _broken(name: str, room: float, measure: Measure) -> str:
    first, *words = name.split(" ")
    lines = [first]
    for word in words:
        longer = f"{lines[-1]} {word}"
        if measure(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)
