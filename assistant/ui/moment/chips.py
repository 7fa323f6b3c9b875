"""The days and the times of a day as chips: each one press."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QPushButton, QWidget

from assistant.core.hours import OpeningHours
from assistant.ui.look.roles import Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr
from assistant.words.times import weekday

_DAYS, _TIMES, _A_ROW = 6, 27, 9
_HALF_AN_HOUR = 30


class DayChips(QWidget):
    """The next days on which the dealer is open.

    Signals:
        picked: A day (``date``) was pressed.
    """

    picked = Signal(object)

    def __init__(self, hours: OpeningHours) -> None:
        super().__init__()
        self._hours = hours
        self._offered: list[date] = []
        self.group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.half)
        for number in range(_DAYS):
            row.addWidget(_chip(self.group, number), 1)
        self.group.idClicked.connect(self._pick)

    def offer(self, first: date, today: date) -> None:
        """Offer ``first`` and the opening days after it."""
        self._offered = [first]
        while len(self._offered) < _DAYS:
            self._offered.append(self._hours.opening_day_after(self._offered[-1]))
        for chip, day in zip(self.group.buttons(), self._offered, strict=True):
            chip.setText(_name(day, today))

    def show_day(self, day: date | None) -> None:
        """Mark the chip of a day, if it is among them."""
        _check(self.group, self._offered.index(day) if day in self._offered else None)

    @Slot(int)
    def _pick(self, number: int) -> None:
        self.picked.emit(self._offered[number])


class TimeChips(QWidget):
    """The half hours of a day in which the dealer is open; of a long day the whole hours.

    Signals:
        picked: A minute of the day (``int``) was pressed.
    """

    picked = Signal(int)

    def __init__(self, hours: OpeningHours) -> None:
        super().__init__()
        self._hours = hours
        self._offered: list[int] = []
        self.group = QButtonGroup(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE.half)
        for number in range(_TIMES):
            grid.addWidget(_chip(self.group, number), number // _A_ROW, number % _A_ROW)
        self.group.idClicked.connect(self._pick)

    def offer(self, day: date, now: datetime) -> None:
        """Offer the times of a day that are still to come; of a closed day the usual ones."""
        self._offered = self._times(day)
        for number, chip in enumerate(self.group.buttons()):
            is_there = number < len(self._offered)
            chip.setVisible(is_there)
            if is_there:
                minute = self._offered[number]
                chip.setText(f"{minute // 60}:{minute % 60:02}")
                chip.setEnabled(self._hours.at(day, minute) > now)

    def first_after(self, day: date, now: datetime) -> int | None:
        """Return the first time of a day that is still to come; ``None`` when none is."""
        return next((each for each in self._times(day) if self._hours.at(day, each) > now), None)

    def show_minute(self, minute: int | None) -> None:
        """Mark the chip of a minute of the day, if it is among them."""
        _check(self.group, self._offered.index(minute) if minute in self._offered else None)

    def _times(self, day: date) -> list[int]:
        halves = self._every(_HALF_AN_HOUR, day)
        return halves if len(halves) <= _TIMES else self._every(2 * _HALF_AN_HOUR, day)[:_TIMES]

    def _every(self, step: int, day: date) -> list[int]:
        return [
            minute
            for opens, closes in self._stretches(day)
            for minute in range(-(-opens // step) * step, closes, step)
        ]

    def _stretches(self, day: date) -> list[tuple[int, int]]:
        week = self._hours.week
        if self._hours.spans_on(day):
            return [(span.opens, span.closes) for span in week[day.weekday()]]
        spans = [span for spans in week for span in spans]
        return [(min(span.opens for span in spans), max(span.closes for span in spans))]

    @Slot(int)
    def _pick(self, number: int) -> None:
        self.picked.emit(self._offered[number])


def _chip(group: QButtonGroup, number: int) -> QPushButton:
    chip = QPushButton()
    chip.setCheckable(True)
    set_variant(chip, Variant.SLOT)
    group.addButton(chip, number)
    return chip


def _check(group: QButtonGroup, number: int | None) -> None:
    """Mark one chip, or none, which an exclusive group does not allow."""
    group.setExclusive(False)
    for each in group.buttons():
        each.setChecked(group.id(each) == number)
    group.setExclusive(True)


def _name(day: date, today: date) -> str:
    if day == today:
        return tr("Today")
    if day == today + timedelta(days=1):
        return tr("Tomorrow")
    return f"{weekday(day)} {day.day}"
