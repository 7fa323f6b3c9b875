"""A QR code on screen: dark squares on white in every theme, because cameras want it so."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

_SIDE = 116
_QUIET_SQUARES = 2


class Squares(QWidget):
    """Paints rows of dark and light squares, each a whole number of pixels."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows: tuple[tuple[bool, ...], ...] = ()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_squares(self, rows: tuple[tuple[bool, ...], ...]) -> None:
        """Show another code."""
        self._rows = rows
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the code's square."""
        return QSize(_SIDE, _SIDE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the code in the middle of a white, rounded field."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("white"))
        painter.drawRoundedRect(self.rect(), 8, 8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(QColor("black"))
        count = len(self._rows) + 2 * _QUIET_SQUARES
        side = _SIDE // count
        start = (_SIDE - side * len(self._rows)) // 2
        for y, row in enumerate(self._rows):
            for x, dark in enumerate(row):
                if dark:
                    painter.drawRect(QRect(start + x * side, start + y * side, side, side))
