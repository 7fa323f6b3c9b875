"""The program's own mark, a dial with its moment, and the tray icon made from it.

The tray may be light or dark and nobody says which: its icon brings its own ground and a
pale edge. What it says by colour it also says by shape and number.
"""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap, QPolygonF

from assistant.ui.look.icons import icon
from assistant.ui.look.roles import State

_TRAY_SIZES = (16, 20, 22, 24, 32, 44, 48, 64)
_MOST_SHOWN = 9

_GROUNDS = {
    None: "#59616F",
    State.DONE: "#59616F",
    State.CALM: "#0B686C",
    State.WARM: "#835300",
    State.URGENT: "#AC3707",
    State.LATE: "#A51237",
}
_EDGE = "#FFFFFF"
_INK = "#FFFFFF"


def app_icon() -> QIcon:
    """Return the program's icon, drawn at whatever size it is asked for."""
    return icon("app")


@cache
def tray_icon(count: int = 0, state: State | None = None) -> QIcon:
    """Return the tray icon.

    Args:
        count: How many leads wait: 1 to 9, above it ``9+``; 0 shows the dial's hand.
        state: How pressing the most pressing of them is. Calm is round, warm a square,
            urgent and late a hexagon; ``None`` is round and grey.
    """
    if count > _MOST_SHOWN:
        return _tray_icon("9+", state)
    return _tray_icon(str(count) if count > 0 else "", state)


@cache
def _tray_icon(figures: str, state: State | None) -> QIcon:
    result = QIcon()
    for size in _TRAY_SIZES:
        result.addPixmap(_tray_pixmap(size, figures, state))
    return result


def _tray_pixmap(size: int, figures: str, state: State | None) -> QPixmap:
    drawn = _blank(size)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 16, size / 16)
    painter.setPen(QPen(QColor(_EDGE), 0.75))
    painter.setBrush(QColor(_GROUNDS[state]))
    _paint_ground(painter, state)
    if figures:
        _paint_figures(painter, figures)
    else:
        _paint_hand(painter)
    painter.end()
    return drawn


def _paint_ground(painter: QPainter, state: State | None) -> None:
    match state:
        case State.WARM:
            painter.drawRoundedRect(QRectF(0.9, 0.9, 14.2, 14.2), 3, 3)
        case State.URGENT | State.LATE:
            corners = ((0, 8), (3.9, 0.7), (12.1, 0.7), (16, 8), (12.1, 15.3), (3.9, 15.3))
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        case _:
            painter.drawEllipse(QRectF(0.5, 0.5, 15, 15))


def _paint_figures(painter: QPainter, figures: str) -> None:
    font = QFont()
    font.setWeight(QFont.Weight.Bold)
    font.setPixelSize(11 if len(figures) == 1 else 8)
    font.setStretch(100 if len(figures) == 1 else QFont.Stretch.SemiCondensed)
    painter.setFont(font)
    painter.setPen(QColor(_INK))
    metrics = painter.fontMetrics()
    left = 8 - metrics.horizontalAdvance(figures) / 2
    painter.drawText(QPointF(left, 8 + metrics.capHeight() / 2), figures)


def _paint_hand(painter: QPainter) -> None:
    pen = QPen(QColor(_INK), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([QPointF(8, 4.3), QPointF(8, 8.3), QPointF(10.8, 10)]))


def _blank(size: int) -> QPixmap:
    drawn = QPixmap(size, size)
    drawn.fill(Qt.GlobalColor.transparent)
    return drawn
