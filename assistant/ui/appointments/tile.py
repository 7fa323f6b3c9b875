"""An appointment in its place in the week: when, who, which car, and how it stands."""

from datetime import datetime

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from assistant.core.appointments import Booking
from assistant.ui.appointments.states import state_in_words, state_of
from assistant.ui.around import Around
from assistant.ui.look import theme
from assistant.ui.look.rows import row_font, write_line
from assistant.ui.look.shapes import paint_shape
from assistant.ui.look.tokens import RADIUS, SPACE, TYPE
from assistant.ui.look.tooltip import tooltip
from assistant.ui.sentences import who
from assistant.words.times import day_and_time

_SHAPE = 9
_LINE = 16
LOWEST = 2 * _LINE + SPACE.one
"""Below this height the name would be cut."""


class BookingTile(QPushButton):
    """One appointment. One that is not confirmed has a broken outline, too."""

    def __init__(self, around: Around, booking: Booking, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = around
        self.booking = booking
        self.setCheckable(True)
        self.show_booking(booking, around.now())

    def show_booking(self, booking: Booking, now: datetime) -> None:
        """Show how the appointment stands now."""
        self.booking = booking
        local = booking.starts_at.astimezone(self._around.zone)
        self._state, self._word = state_of(booking, now), state_in_words(booking, now)
        self._clock = f"{local:%H:%M}"
        self._name = who(booking.name, self._around.national(booking.phone), booking.email)
        when = day_and_time(local, now.astimezone(self._around.zone).date())
        said = ", ".join(filter(None, (when, self._name, booking.vehicle, self._word)))
        self.setAccessibleName(said)
        self.setToolTip(tooltip(said))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the least room; the week gives it its place."""
        return QSize(60, LOWEST)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of its state, its outline and as many lines as there is room for."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        inner = self.rect().adjusted(SPACE.one, SPACE.half, -SPACE.half, -SPACE.half)
        line = QRect(inner.x(), inner.y(), inner.width(), _LINE)
        mark = QRectF(line.x(), line.y() + (_LINE - _SHAPE) / 2, _SHAPE, _SHAPE)
        paint_shape(painter, mark, self._state)
        small, colour = TYPE.small, str(self._state or "text_muted")
        first = line.adjusted(_SHAPE + SPACE.half, 0, 0, 0)
        third = line.translated(0, 2 * _LINE)
        has_third = third.bottom() <= inner.bottom() + 1
        whole = f"{self._clock} {self._word}"
        head, foot, foot_colour = whole, self.booking.vehicle, "text_muted"
        if has_third and _width_of(whole) > first.width():  # how it stands before which car
            head, foot, foot_colour = self._clock, self._word, colour
        write_line(painter, first, head, size=small, colour=colour)
        write_line(painter, line.translated(0, _LINE), self._name, size=small, bold=True)
        if has_third:
            write_line(painter, third, foot, size=small, colour=foot_colour)

    def _paint_ground(self, painter: QPainter) -> None:
        outline, width = theme.colour(self._state or "outline"), 1.0
        if self.isChecked() or self.property("keyboard"):
            outline, width = theme.colour("text" if self.isChecked() else "focus"), 2.0
        pen = QPen(outline, width)
        if self._state == "warm":
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.colour(f"{self._state}_soft" if self._state else "raised"))
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(ground, RADIUS.small, RADIUS.small)


def _width_of(text: str) -> int:
    return QFontMetrics(row_font(TYPE.small)).horizontalAdvance(text)
