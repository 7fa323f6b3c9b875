"""A share of a small whole as a ring with the numbers in it: 7 of 8 called in time."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from assistant.ui.look import theme
from assistant.ui.look.tokens import TYPE
from assistant.ui.look.tooltip import tooltip

_WIDTH = 6
_TOP = 90 * 16  # Qt counts sixteenths of a degree, from three o'clock
_TURN = 360 * 16


class Ring(QLabel):
    """Shows how many of how many. The whole ring has the colour of a thing done."""

    def __init__(self, diameter: int = 72, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._diameter = diameter
        self._part = 0
        self._whole = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_share(self, part: int, whole: int, text: str) -> None:
        """Show ``part`` of ``whole``.

        Args:
            part: From 0 to ``whole``.
            whole: 0 paints an empty ring with a dash in it.
            text: The same in words, such as "Called in time today: 7 of 8".
        """
        self._part, self._whole = part, whole
        self.setAccessibleName(text)
        self.setToolTip(tooltip(text))
        self.setAccessibleDescription(text)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the ring's square."""
        return QSize(self._diameter, self._diameter)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring and the numbers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = _WIDTH / 2 + 0.5
        area = QRectF(0, 0, self._diameter, self._diameter).adjusted(half, half, -half, -half)
        painter.setPen(QPen(theme.colour("sunken"), _WIDTH))
        painter.drawEllipse(area)
        if self._part and self._whole:
            full = self._part >= self._whole
            pen = QPen(theme.colour("done" if full else "accent_text"), _WIDTH)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap if full else Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(area, _TOP, -round(_TURN * min(self._part / self._whole, 1)))
        self._paint_numbers(painter)

    def _paint_numbers(self, painter: QPainter) -> None:
        part, whole = (str(self._part), f"/{self._whole}") if self._whole else ("–", "")
        large, small = QFont(self.font()), QFont(self.font())
        large.setPixelSize(TYPE.title if self._diameter >= 64 else TYPE.body)
        large.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(TYPE.small)
        painter.setFont(large)
        first = painter.fontMetrics().horizontalAdvance(part)
        rise = painter.fontMetrics().capHeight() / 2
        painter.setFont(small)
        left = (self._diameter - first - painter.fontMetrics().horizontalAdvance(whole)) / 2
        base = self._diameter / 2 + rise
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(round(left + first), round(base), whole)
        painter.setFont(large)
        painter.setPen(theme.colour("text"))
        painter.drawText(round(left), round(base), part)
