"""The shape of each state, so that nobody needs to see its colour.

Calm is a disc, warm half a disc in a ring, urgent a triangle, late a diamond, done a tick;
no state is a ring.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from assistant.ui.look import theme
from assistant.ui.look.roles import State

_HALF_A_TURN = 180 * 16  # Qt counts sixteenths of a degree
_THREE_O_CLOCK_DOWN = 270 * 16


def paint_shape(painter: QPainter, area: QRectF, state: State | None) -> None:
    """Paint a state's shape in its colour.

    Args:
        painter: Its pen and brush are left as they were.
        area: A square, of 8 pixels or more.
        state: ``None`` paints the ring of a thing that has no state yet.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = theme.colour(state or "outline")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    match state:
        case State.CALM:
            painter.drawEllipse(area)
        case State.WARM:
            painter.drawPie(area, _THREE_O_CLOCK_DOWN, _HALF_A_TURN)
            paint_ring(painter, area, colour)
        case State.URGENT:
            painter.drawPolygon(_polygon(area, ((0.5, 0.0), (1.04, 0.96), (-0.04, 0.96))))
        case State.LATE:
            painter.drawPolygon(
                _polygon(area, ((0.5, -0.08), (1.08, 0.5), (0.5, 1.08), (-0.08, 0.5)))
            )
        case State.DONE:
            _paint_tick(painter, area, colour)
        case None:
            paint_ring(painter, area, colour)
    painter.restore()


def paint_ring(painter: QPainter, area: QRectF, colour: QColor, width: float = 1.5) -> None:
    """Paint an empty circle inside ``area``."""
    half = width / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width))
    painter.drawEllipse(area.adjusted(half, half, -half, -half))


def _paint_tick(painter: QPainter, area: QRectF, colour: QColor) -> None:
    pen = QPen(colour, area.width() / 5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_polygon(area, ((0.08, 0.55), (0.38, 0.85), (0.95, 0.18))))


def _polygon(area: QRectF, points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF(
        [QPointF(area.x() + x * area.width(), area.y() + y * area.height()) for x, y in points]
    )
