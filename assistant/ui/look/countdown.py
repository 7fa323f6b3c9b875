"""The largest thing on the card: the time left, and how pressing it is.

It keeps no time: each look hands it the seconds left and their words. Figures are tabular,
so that nothing trembles, and it never flashes.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from assistant.ui.look import theme
from assistant.ui.look.roles import State
from assistant.ui.look.tokens import TYPE

CALM_FROM = 60
WARM_FROM = 15
_BAR = 3
_GAP = 5


def state_of(seconds_left: float) -> State:
    """Return how pressing it is: calm from a minute up, urgent under 15 seconds, then late."""
    if seconds_left >= CALM_FROM:
        return State.CALM
    if seconds_left >= WARM_FROM:
        return State.WARM
    return State.URGENT if seconds_left >= 0 else State.LATE


class Countdown(QLabel):
    """Shows "1:47", later "0:35 late": the figures large, words after them in the next size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share: float | None = None
        self._state = State.CALM
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @property
    def state(self) -> State:
        """How pressing it was at the last look."""
        return self._state

    def show_time(self, seconds_left: float, text: str, share: float | None = None) -> None:
        """Show the time left at this look.

        Args:
            seconds_left: Below zero when it is late; decides the colour.
            text: The same as people say it, figures first: "1:47", "0:35 late".
            share: The part of the time that is left, 0 to 1, for a thin bar; ``None`` for
                no bar.
        """
        if (state := state_of(seconds_left)) is not self._state:
            self._state = state
            self.update()
        if share != self._share:
            had_bar, self._share = self._share is not None, share
            if had_bar != (share is not None):
                self.updateGeometry()
            self.update()
        if text != self.text():
            self.setText(text)

    @override
    def sizeHint(self) -> QSize:
        """Return the room for the text, and for the bar if there is one."""
        self.ensurePolished()
        figures, words = self._parts()
        large = QFontMetrics(self._font(figures=True))
        width = large.horizontalAdvance(figures)
        if words:
            width += QFontMetrics(self._font(figures=False)).horizontalAdvance(f" {words}")
        bar = _BAR + _GAP if self._share is not None else 0
        return QSize(width + 2, large.ascent() + large.descent() + bar)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the same: the time is never cut."""
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the figures, the words and the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour(self._state))
        figures, words = self._parts()
        large = self._font(figures=True)
        base = QFontMetrics(large).ascent()
        painter.setFont(large)
        painter.drawText(QPointF(0, base), figures)
        if words:
            painter.setFont(self._font(figures=False))
            painter.drawText(
                QPointF(QFontMetrics(large).horizontalAdvance(figures), base), f" {words}"
            )
        if self._share is not None:
            self._paint_bar(painter, self._share)

    def _paint_bar(self, painter: QPainter, share: float) -> None:
        track = QRectF(0, self.height() - _BAR, self.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        track.setWidth(track.width() * min(max(share, 0.0), 1.0))
        painter.setBrush(theme.colour(self._state))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)

    def _parts(self) -> tuple[str, str]:
        figures, _, words = self.text().partition(" ")
        return figures, words

    def _font(self, *, figures: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(TYPE.display if figures else TYPE.title)
        font.setWeight(QFont.Weight.DemiBold)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font
