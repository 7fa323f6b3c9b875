"""Choosing a moment: a day in one press, a time in another, or both as one says them."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from assistant.core.errors import WrongCallError
from assistant.core.facts import LeadId
from assistant.ui.around import Around
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text, set_invalid
from assistant.ui.look.tokens import SPACE
from assistant.ui.moment.chips import DayChips, TimeChips
from assistant.ui.moment.objections import objections, on_the_day, taken_in_words
from assistant.words.catalogue import explain, tr
from assistant.words.spoken_moment import WallTime, moment_of, understand
from assistant.words.times import day_and_time

_TEN = 10 * 60


class MomentPicker(QWidget):
    """A day and a time in the dealer's zone, who comes that day, and what speaks against it.

    Signals:
        edited: Another moment, or none, is chosen.
        entered: Enter was pressed, and the moment can be used.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._hours = around.qt_desk.desk.rules.hours
        self._shown = self._pressed = WallTime(self._today(), _TEN)
        self._moment: datetime | None = None
        self._of: LeadId | None = None
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Day and time"))
        self.field.setPlaceholderText(tr("Sat 10:30, tomorrow half past 2"))
        self.echo = PlainLabel(role=Text.HEADING)
        self.days = DayChips(self._hours)
        self.times = TimeChips(self._hours)
        self.taken = PlainLabel(role=Text.SMALL, one_line=True)
        self.warning = PlainLabel(role=Text.SMALL)
        self._lay_out()
        self.days.picked.connect(self._pick_day)
        self.times.picked.connect(self._pick_minute)
        self.field.textChanged.connect(self._read)  # also what is dictated
        self.field.returnPressed.connect(self._enter)

    def start(self, minute: int = _TEN, of: LeadId | None = None) -> None:
        """Offer the days to come, today first while a time of it is still to come.

        Args:
            minute: The minute of the day that is chosen until another one is.
            of: The lead whose own appointment does not stand in the way.
        """
        now, today = self._around.now(), self._today()
        self._of = of
        next_day = self._hours.opening_day_after(today)
        is_left = self.times.first_after(today, now) is not None
        self.days.offer(today if is_left and self._hours.spans_on(today) else next_day, today)
        is_past = now >= self._hours.at(today, minute) or not self._hours.spans_on(today)
        self._choose(WallTime(next_day if is_past else today, minute))

    def show_moment(self, local: datetime) -> None:
        """Choose a moment, given as the dealer's wall clock shows it."""
        self._choose(WallTime(local.date(), local.hour * 60 + local.minute))

    def moment(self) -> datetime | None:
        """Return the chosen moment (aware); ``None`` while what was typed says none."""
        return self._moment

    def is_usable(self) -> bool:
        """Say whether a moment is chosen that is still to come."""
        return self._moment is not None and self._moment > self._around.now()

    def take_keyboard(self) -> None:
        """Put the keyboard where a moment is typed."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def controls(self) -> list[QWidget]:
        """Return what the keyboard visits, in order."""
        return [self.field, *self.days.group.buttons(), *self.times.group.buttons()]

    def _today(self) -> date:
        return self._hours.local(self._around.now()).date()

    def _lay_out(self) -> None:
        said = QHBoxLayout()
        said.setSpacing(SPACE.two)
        said.addWidget(self.field, 3)
        said.addWidget(self.echo, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.one)
        column.addLayout(said)
        for widget in (self.days, self.times, self.taken, self.warning):
            column.addWidget(widget)

    @Slot(object)
    def _pick_day(self, day: date) -> None:
        """Keep the time; of a day on which it has passed take the next one."""
        minute, now = self._shown.minute, self._around.now()
        if self._hours.at(day, minute) <= now:
            minute = self.times.first_after(day, now) or minute
        self._choose(WallTime(day, minute))

    @Slot(int)
    def _pick_minute(self, minute: int) -> None:
        self._choose(WallTime(self._shown.day, minute))

    def _choose(self, wall: WallTime) -> None:
        """Choose by press: what was typed before counts no longer."""
        self._pressed = wall
        self.field.clear()
        self._take(wall)

    @Slot(str)
    def _read(self, text: str) -> None:
        if not text.strip():
            self._take(self._pressed)
            return
        try:
            wall = understand(text, self._pressed, self._today(), self._hours)
        except WrongCallError as error:
            self._refuse(error)
        else:
            self._take(wall)

    def _take(self, wall: WallTime) -> None:
        self._shown = wall
        self.times.offer(wall.day, self._around.now())
        self.days.show_day(wall.day)
        self.times.show_minute(wall.minute)
        try:
            self._moment = moment_of(wall, self._hours)
        except WrongCallError as error:
            self._refuse(error)
            return
        local = self._hours.local(self._moment)
        self.echo.setText(day_and_time(local, self._today()))
        self._look(self._moment)

    def _look(self, moment: datetime) -> None:
        taken = on_the_day(self._around, moment, self._of)
        self.taken.setText(taken_in_words(self._around, moment, taken))
        self.taken.setVisible(bool(taken))
        if self.is_usable():
            self._warn(objections(self._around, moment, taken), State.WARM)
        else:
            self._warn([tr("That moment has passed.")], State.LATE)

    def _refuse(self, error: WrongCallError) -> None:
        self._moment, self._shown = None, self._pressed
        self.echo.setText("–")
        self.days.show_day(None)
        self.times.show_minute(None)
        self.taken.hide()
        self._warn([explain(error)], State.LATE)

    def _warn(self, sentences: list[str], state: State) -> None:
        self.warning.set_state(state)
        self.warning.setText("\n".join(sentences))
        self.warning.setVisible(bool(sentences))
        set_invalid(self.field, not self.is_usable())
        self.edited.emit()

    @Slot()
    def _enter(self) -> None:
        if self.is_usable():
            self.entered.emit()
