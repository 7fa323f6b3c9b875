"""The tries of a lead as a row of dots, read at a glance.

A dot says what became of one try by its shape as well as its colour; the words for it come
from the caller and reach the screen reader and the tooltip.
"""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from assistant.ui.look import theme
from assistant.ui.look.roles import State
from assistant.ui.look.shapes import paint_ring, paint_shape
from assistant.ui.look.tooltip import tooltip

_SIZE = 10
_GAP = 6


class Dot(StrEnum):
    """What became of one try."""

    MADE = "made"
    BUSY = "busy"
    LATE = "late"
    REACHED = "reached"
    NEXT = "next"
    OPEN = "open"


class Dots(QLabel):
    """Shows the tries made and the tries left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots: tuple[Dot, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_tries(self, dots: Sequence[Dot], text: str) -> None:
        """Show one dot a try.

        Args:
            dots: The tries in order.
            text: The same in words, such as "2 of 5 tries".
        """
        self._dots = tuple(dots)
        self.setAccessibleName(text)
        self.setToolTip(tooltip(text))
        self.setAccessibleDescription(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the room that the dots need."""
        count = max(len(self._dots), 1)
        return QSize(count * _SIZE + (count - 1) * _GAP + 2, _SIZE + 6)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the same: dots are not cut."""
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - _SIZE) / 2
        for index, dot in enumerate(self._dots):
            paint_dot(painter, QRectF(1 + index * (_SIZE + _GAP), top, _SIZE, _SIZE), dot)


def paint_dot(painter: QPainter, area: QRectF, dot: Dot) -> None:
    """Paint one try, for delegates that paint the dots of a row.

    Args:
        painter: With antialiasing on; its pen and brush are changed.
        area: A square of about 10 pixels.
        dot: What became of the try.
    """
    match dot:
        case Dot.MADE:
            _paint_disc(painter, area, theme.colour("text"))
        case Dot.BUSY:
            _paint_disc(painter, area, theme.colour("warm"))
            _paint_bar(painter, area)
        case Dot.LATE:
            paint_shape(painter, area.adjusted(0.5, 0.5, -0.5, -0.5), State.LATE)
        case Dot.REACHED:
            paint_shape(painter, area, State.DONE)
        case Dot.NEXT:
            paint_ring(painter, area, theme.colour("accent_text"), 2.5)
        case Dot.OPEN:
            paint_ring(painter, area, theme.colour("outline"))


def _paint_disc(painter: QPainter, area: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(area)


def _paint_bar(painter: QPainter, area: QRectF) -> None:
    pen = QPen(theme.colour("surface"), 2)
    painter.setPen(pen)
    middle = area.center().y()
    painter.drawLine(QPointF(area.left() + 2.5, middle), QPointF(area.right() - 2.5, middle))
