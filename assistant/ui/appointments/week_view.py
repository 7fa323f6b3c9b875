"""The week on the screen: opening hours are the ground, appointments stand upon it."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget
from typing_extensions import override

from assistant.core.facts import FactId
from assistant.ui.appointments.tile import LOWEST, BookingTile
from assistant.ui.appointments.week import Spot, Week
from assistant.ui.around import Around
from assistant.ui.look import theme
from assistant.ui.look.rows import write_line
from assistant.ui.look.tokens import SPACE, TYPE
from assistant.words.times import day_and_month, weekday

_HEAD = 32
_AXIS = 48
_LOWEST_HOUR = 28
_LEAST_TILE = 92
_HOUR = 60


class WeekView(QWidget):
    """Paints days and hours, and holds one tile an appointment.

    Signals:
        chosen: An appointment (``Booking``) was pressed.
    """

    chosen = Signal(object)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._week: Week | None = None
        self._tiles: dict[FactId, BookingTile] = {}
        self.group = QButtonGroup(self)
        self.group.buttonClicked.connect(self._choose)

    @property
    def tiles(self) -> list[BookingTile]:
        """Return the appointments in view, in their order."""
        return list(self._tiles.values())

    def show_week(self, week: Week, now: datetime) -> None:
        """Show a week. A tile that stays keeps the keyboard and that it was chosen."""
        self._week = week
        for gone in set(self._tiles) - {spot.booking.id for spot in week.spots}:
            tile = self._tiles.pop(gone)
            self.group.removeButton(tile)
            tile.hide()
            tile.deleteLater()
        tiles = {spot.booking.id: self._tile(spot, now) for spot in week.spots}
        self._tiles = tiles
        before: QWidget = self
        for tile in tiles.values():
            QWidget.setTabOrder(before, tile)
            before = tile
        hours = (week.closes - week.opens) // _HOUR
        self.setMinimumHeight(_HEAD + hours * _LOWEST_HOUR)
        self._place()
        self.update()

    def least_width(self) -> int:
        """Return the width, in pixels, below which no tile says whose appointment it is."""
        if self._week is None:
            return 0
        lanes = max((spot.lanes for spot in self._week.spots), default=1)
        return _AXIS + len(self._week.days) * lanes * _LEAST_TILE

    def choose_none(self) -> None:
        """Mark no appointment."""
        self.group.setExclusive(False)
        for tile in self._tiles.values():
            tile.setChecked(False)
        self.group.setExclusive(True)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the tiles along."""
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the days' names, opening hours, hour lines and where the day stands now."""
        week = self._week
        if week is None:
            return
        painter = QPainter(self)
        now = self._around.now().astimezone(self._around.zone)
        for number, day in enumerate(week.days):
            self._paint_day(painter, week, number, day, is_today=day == now.date())
        self._paint_hours(painter, week)
        if now.date() in week.days:
            self._paint_now(painter, week, week.days.index(now.date()), now)

    def _tile(self, spot: Spot, now: datetime) -> BookingTile:
        tile = self._tiles.get(spot.booking.id)
        if tile is None:
            tile = BookingTile(self._around, spot.booking, self)
            self.group.addButton(tile)
            tile.show()
        tile.show_booking(spot.booking, now)
        return tile

    def _place(self) -> None:
        week = self._week
        if week is None:
            return
        lasts = self._around.settings.follow_up.appointment_minutes
        for spot in week.spots:
            column = self._column(spot.day)
            width = (column.width() - SPACE.half) // spot.lanes
            top, bottom = self._y(week, spot.starts), self._y(week, spot.starts + lasts)
            height = max(bottom - top - 1, LOWEST)
            left = column.x() + 2 + spot.lane * width
            self._tiles[spot.booking.id].setGeometry(left, top + 1, width - 2, height)

    def _column(self, number: int) -> QRect:
        days = max(len(self._week.days) if self._week else 1, 1)
        room = self.width() - _AXIS
        left, right = room * number // days, room * (number + 1) // days
        return QRect(_AXIS + left, _HEAD, right - left, self.height() - _HEAD)

    def _y(self, week: Week, minute: int) -> int:
        room = self.height() - _HEAD - SPACE.one
        return _HEAD + room * (minute - week.opens) // (week.closes - week.opens)

    def _paint_day(
        self, painter: QPainter, week: Week, number: int, day: date, *, is_today: bool
    ) -> None:
        column = self._column(number).adjusted(1, 0, -1, 0)
        painter.fillRect(column.adjusted(0, 0, 0, -SPACE.one), theme.colour("sunken"))
        for opens, closes in week.spans[number]:
            top, bottom = self._y(week, opens), self._y(week, closes)
            open_ground = QRect(column.x(), top, column.width(), bottom - top)
            painter.fillRect(open_ground, theme.colour("surface"))
        name = QRect(column.x() + SPACE.half, 0, column.width() - SPACE.half, _HEAD)
        colour = "accent_text" if is_today else "text"
        title = f"{weekday(day)} {day_and_month(day)}"
        write_line(painter, name, title, bold=is_today, size=TYPE.small, colour=colour)

    def _paint_hours(self, painter: QPainter, week: Week) -> None:
        painter.setPen(QPen(theme.colour("line"), 1))
        hours = range(week.opens, week.closes, _HOUR)
        for minute in hours:
            painter.drawLine(_AXIS, self._y(week, minute), self.width(), self._y(week, minute))
        for minute in hours:
            place = QRect(0, self._y(week, minute) - SPACE.one, _AXIS - SPACE.half, SPACE.two)
            text = f"{minute // _HOUR}:00"
            write_line(painter, place, text, size=TYPE.small, colour="text_muted")

    def _paint_now(self, painter: QPainter, week: Week, number: int, now: datetime) -> None:
        minute = now.hour * _HOUR + now.minute
        if week.opens <= minute < week.closes:
            column, y = self._column(number), self._y(week, minute)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawLine(column.x(), y, column.right(), y)

    @Slot(QAbstractButton)
    def _choose(self, tile: QAbstractButton) -> None:
        if isinstance(tile, BookingTile):
            self.chosen.emit(tile.booking)


def first_of(tiles: Sequence[BookingTile], appointment: FactId) -> BookingTile | None:
    """Return the tile of an appointment, if it is in view."""
    return next((tile for tile in tiles if tile.booking.id == appointment), None)
