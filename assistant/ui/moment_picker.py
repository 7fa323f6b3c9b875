"""Choosing a moment: a day in one press, a time in another, both typeable."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QTime, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDateEdit,
    QHBoxLayout,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from assistant.ui.around import Around
from assistant.ui.look.dress import dress_date, dress_number
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr
from assistant.words.times import weekday

_DAYS_OFFERED = 5


class MomentPicker(QWidget):
    """A day and a time in the dealer's zone, with a word when we are closed then."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self.days = QButtonGroup(self)
        self.days.setExclusive(True)
        self.date = QDateEdit()
        self.date.setDisplayFormat("d-M-yyyy")
        self.date.setAccessibleName(tr("Date"))
        dress_date(self.date)
        self.time = QTimeEdit()
        self.time.setDisplayFormat("HH:mm")
        self.time.setAccessibleName(tr("Time"))
        dress_number(self.time)
        self.warning = PlainLabel(role=Text.SMALL)
        self.warning.set_state(State.WARM)
        self._offered: list[date] = []
        self._lay_out()
        self.days.idClicked.connect(self._pick)
        self.date.dateChanged.connect(self._look)
        self.time.timeChanged.connect(self._look)

    def start(self, minute: int = 10 * 60) -> None:
        """Offer the days to come, the next opening day first, at ``minute`` of the day."""
        hours, now = self._around.qt_desk.desk.rules.hours, self._around.now()
        today = hours.local(now).date()
        first = today
        if now >= hours.at(today, minute) or not hours.spans_on(today):
            first = hours.opening_day_after(today)
        day = first
        self._offered = []
        for button in self.days.buttons():
            self._offered.append(day)
            button.setText(_name(day, today))
            day = hours.opening_day_after(day)
        self.days.buttons()[0].setChecked(True)
        self.date.setDate(QDate(first.year, first.month, first.day))
        self.time.setTime(QTime(minute // 60, minute % 60))
        self._look()

    def moment(self) -> datetime:
        """Return the chosen moment (aware, in the dealer's zone)."""
        chosen, clock = self.date.date(), self.time.time()
        return datetime.combine(
            date(chosen.year(), chosen.month(), chosen.day()),
            time(clock.hour(), clock.minute()),
            self._around.zone,
        )

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(SPACE.half)
        for number in range(_DAYS_OFFERED):
            chip = QPushButton()
            chip.setCheckable(True)
            set_variant(chip, Variant.CHOICE)
            self.days.addButton(chip, number)
            chips.addWidget(chip, 1)
        fields = QHBoxLayout()
        fields.setSpacing(SPACE.one)
        fields.addWidget(self.date, 2)
        fields.addWidget(self.time, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.one)
        column.addLayout(chips)
        column.addLayout(fields)
        column.addWidget(self.warning)

    @Slot(int)
    def _pick(self, number: int) -> None:
        day = self._offered[number]
        self.date.setDate(QDate(day.year, day.month, day.day))

    @Slot()
    def _look(self) -> None:
        chosen = self.date.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        self.days.setExclusive(False)
        for button, offered in zip(self.days.buttons(), self._offered, strict=False):
            button.setChecked(offered == day)
        self.days.setExclusive(True)
        moment = self.moment()
        if moment <= self._around.now():
            self.warning.setText(tr("That moment has passed."))
        elif not self._around.qt_desk.desk.rules.hours.is_open(moment):
            self.warning.setText(tr("We are closed then."))
        else:
            self.warning.setText("")
        self.warning.setVisible(bool(self.warning.text()))


def _name(day: date, today: date) -> str:
    if day == today:
        return tr("Today")
    if day == today + timedelta(days=1):
        return tr("Tomorrow")
    return f"{weekday(day)} {day.day}"
