"""Painting the rows of a list: their ground, and lines of text on it. For item delegates."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from assistant.ui.look import theme
from assistant.ui.look.tokens import RADIUS, SPACE, TYPE

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def row_font(size: int, *, bold: bool = False) -> QFont:
    """Return the font of a line.

    Args:
        size: One of :data:`TYPE`, in logical pixels.
        bold: Whether the line has more rank than those around it.
    """
    font = QFont()
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint what says that a row is chosen, under the mouse, or has the keyboard."""
    painter.setPen(Qt.PenStyle.NoPen)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setBrush(theme.colour("accent_soft"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(theme.colour("hover"))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    if option.state & QStyle.StateFlag.State_HasFocus and option.widget.property("keyboard"):
        painter.setPen(QPen(theme.colour("focus"), 2))
    ground = option.rect.adjusted(SPACE.half, 1, -SPACE.half, -1)
    painter.drawRoundedRect(ground, RADIUS.control, RADIUS.control)


def write_line(
    painter: QPainter,
    area: QRect,
    text: str,
    *,
    bold: bool = False,
    size: int = TYPE.body,
    colour: str = "text",
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """Write one line, shortened where it does not fit."""
    painter.setFont(row_font(size, bold=bold))
    painter.setPen(theme.colour(colour))
    one_line = " ".join(text.split())
    shown = painter.fontMetrics().elidedText(one_line, elide, area.width())
    painter.drawText(area, _MIDDLE | Qt.AlignmentFlag.AlignLeft, shown)


def write_end(
    painter: QPainter,
    area: QRect,
    text: str,
    *,
    bold: bool = False,
    colour: str = "text_muted",
    whole: str = "",
) -> int:
    """Write small at the right end, on two thirds of the line at most; return the width taken.

    ``whole`` ends the text and is never shortened.
    """
    painter.setFont(row_font(TYPE.small, bold=bold))
    painter.setPen(theme.colour(colour))
    metrics = painter.fontMetrics()
    width = min(metrics.horizontalAdvance(text + whole) + 2, area.width() * 2 // 3)
    room = width - metrics.horizontalAdvance(whole)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room) + whole
    painter.drawText(area, _MIDDLE | Qt.AlignmentFlag.AlignRight, shown)
    return width
