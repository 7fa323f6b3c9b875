"""Beside the page's title: which period, whose leads, and what they are held against."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Signal, Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget
from typing_extensions import override

from assistant.core.figures import By, Choice
from assistant.core.milestones import Interest
from assistant.core.period import Period
from assistant.core.preset import Preset
from assistant.core.request import Door
from assistant.ui.inspection.day_field import DayField
from assistant.ui.inspection.remembered import Remembered
from assistant.ui.inspection.scope import Span
from assistant.ui.look.dress import dress_combo
from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text
from assistant.ui.look.tokens import CONTROL_HEIGHT, SPACE
from assistant.ui.look.tooltip import tooltip
from assistant.words.catalogue import tr
from assistant.words.figure_words import figure_name
from assistant.words.vocabulary import word

_WIDEST = 175


class FilterBar(QWidget):
    """Lets the period, the leads and the benchmark be chosen.

    No captions: what is chosen says what it is, and the figures need the room.

    Attributes:
        days: The days that are looked at, in words; they stand after the page's title.

    Signals:
        chosen: Something else was chosen.
    """

    chosen = Signal()

    def __init__(self, start: Remembered) -> None:
        super().__init__()
        self.span = _combo(tr("Period"), _spans())
        self.first, self.last = DayField(tr("From")), DayField(tr("Up to"))
        self.owner = _combo(tr("Salesperson"), [(None, tr("Everyone"))])
        self.source = _combo(tr("Source"), [(None, tr("All sources"))])
        self.door = _combo(tr("Door"), _doors())
        self.interest = _combo(tr("Interest"), _interests())
        self.preset = _combo(tr("Benchmark"), [(each, figure_name(each)) for each in Preset])
        self.days = PlainLabel(role=Text.MUTED, parent=self)
        self.problem = PlainLabel(role=Text.SMALL, one_line=True)
        self.problem.set_state(State.LATE)
        self._typed = start.typed
        self._lay_out()
        self._show(start)
        for combo in (self.span, self.owner, self.source, self.door, self.interest, self.preset):
            combo.currentIndexChanged.connect(self._tell)
        for field in (self.first, self.last):
            field.textEdited.connect(self._type)
            field.editingFinished.connect(self._leave_days)

    @property
    def in_order(self) -> tuple[QWidget, ...]:
        """Return the fields as they stand beside each other."""
        where = (self.span, self.first, self.last)
        return (*where, self.owner, self.source, self.door, self.interest, self.preset)

    @property
    def state(self) -> Remembered:
        """Return what is chosen; of days that are no period, those typed before."""
        choice = Choice(
            owner=self.owner.currentData(),
            source=self.source.currentData(),
            doors=frozenset(map(Door, self.door.currentData())),
            interest=_interest(self.interest.currentData()),
        )
        return Remembered(
            span=Span(self.span.currentData()),
            typed=self._typed,
            choice=choice,
            preset=Preset(self.preset.currentData()),
        )

    @override
    def sizeHint(self) -> QSize:
        """Return its least size: the title and the buttons beside it come first."""
        return self.minimumSizeHint()

    def offer(self, choices: Mapping[By, Sequence[str]]) -> None:
        """Offer the salespeople and sources that there are; what is chosen stays."""
        for combo, by in ((self.owner, By.OWNER), (self.source, By.SOURCE)):
            blocker = QSignalBlocker(combo)
            kept = combo.currentData()
            while combo.count() > 1:
                combo.removeItem(1)
            for value in choices[by]:
                combo.addItem(named(by, value), value)
            _choose(combo, kept, "" if kept is None else named(by, kept))
            _widen(combo)
            blocker.unblock()

    @Slot()
    def choose_last_week(self) -> None:
        """Look at last week, as if it had been chosen here."""
        _choose(self.span, Span.LAST_WEEK)

    @Slot()
    def _type(self) -> None:
        """Take back what was wrong as soon as it is right; what becomes wrong waits for its end."""
        if self.problem.text():
            self._show_problems(*self._problems())

    @Slot()
    def _leave_days(self) -> None:
        """Look at the days that were typed, or say why they are no period."""
        self._show_problems(*self._problems())
        first, last = self.first.day, self.last.day
        if first is None or last is None or last < first:
            return
        typed = Period(first=first, last=last)
        if typed != self._typed:
            self._typed = typed
            self._tell()

    def _problems(self) -> tuple[str, str]:
        """Return what is wrong with the first and the last day."""
        first, last = self.first.day, self.last.day
        if first is not None and last is not None:
            return "", tr("The last day lies before the first.") if last < first else ""
        unread = tr("No day can be read here: write it as 3-2-2026, from 1990 on.")
        return unread if first is None else "", unread if last is None else ""

    def _show_problems(self, first: str, last: str) -> None:
        self.first.show_problem(first)
        self.last.show_problem(last)
        self.problem.setText(first or last)
        self._show_days()

    @Slot()
    def _tell(self) -> None:
        self._show_days()
        self.chosen.emit()

    def _show(self, state: Remembered) -> None:
        _choose(self.span, state.span)
        self.first.show_day(state.typed.first)
        self.last.show_day(state.typed.last)
        for combo, by, value in (
            (self.owner, By.OWNER, state.choice.owner),
            (self.source, By.SOURCE, state.choice.source),
        ):
            _choose(combo, value, "" if value is None else named(by, value))
        _choose(self.door, sorted(state.choice.doors))
        _choose(self.interest, state.choice.interest)
        _choose(self.preset, state.preset)
        self._show_days()

    def _show_days(self) -> None:
        typed = self.span.currentData() == Span.FROM_TO
        for field in (self.first, self._to, self.last):
            field.setVisible(typed)
        has_problem = typed and bool(self.problem.text())
        self.problem.setVisible(has_problem)
        self.days.setVisible(not typed or has_problem)  # the figures are of them, not of the fields

    def _lay_out(self) -> None:
        self._to = PlainLabel("–", Text.MUTED, one_line=True)
        row = FlowLayout(self, SPACE.one)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for label in (self._to, self.problem):
            label.setMinimumHeight(CONTROL_HEIGHT)
        for part in (self.span, self.first, self._to, self.last, self.problem):
            row.addWidget(part)
        for combo in (self.owner, self.source, self.door, self.interest, self.preset):
            row.addWidget(combo)


def named(by: By, value: str) -> str:
    """Return what a salesperson, source, door or interest is called."""
    match by:
        case By.OWNER:
            return value or tr("Nobody yet")
        case By.SOURCE:
            return value or tr("Source not known")
        case By.DOOR:
            return word(Door(value))
        case By.INTEREST:
            return figure_name(Interest(value))
        case By.RESPONSE:
            return value


def _spans() -> list[tuple[Span, str]]:
    return [
        (Span.THIS_WEEK, tr("This week")),
        (Span.LAST_WEEK, tr("Last week")),
        (Span.THIS_MONTH, tr("This month")),
        (Span.TWELVE_WEEKS, tr("Last 12 weeks")),
        (Span.THIS_YEAR, tr("This year")),
        (Span.FROM_TO, tr("From … to …")),
    ]


def _doors() -> list[tuple[list[Door], str]]:
    usual = (sorted(Choice().doors), tr("Not the showroom"))
    return [usual, (sorted(Door), tr("All doors")), *(([door], word(door)) for door in Door)]


def _interests() -> list[tuple[Interest | None, str]]:
    return [(None, tr("Any car")), *((each, figure_name(each)) for each in Interest)]


def _combo(name: str, choices: Sequence[tuple[object, str]]) -> QComboBox:
    combo = QComboBox()
    dress_combo(combo)
    combo.setAccessibleName(name)
    combo.setAccessibleDescription(name)  # on Linux its name is what is chosen in it
    combo.setMaximumWidth(_WIDEST)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    for value, text in choices:
        combo.addItem(text, value)
    combo.currentTextChanged.connect(lambda text: combo.setToolTip(tooltip(f"{name}: {text}")))
    _widen(combo)
    return combo


def _widen(combo: QComboBox) -> None:
    """Let the list be as wide as its longest choice, whatever the combo box is."""
    view = combo.view()
    view.setMinimumWidth(view.sizeHintForColumn(0) + SPACE.three)


def _choose(combo: QComboBox, value: object, text: str = "") -> None:
    """Choose a value; one that is not offered (yet) is added under ``text``."""
    found = next((row for row in range(combo.count()) if combo.itemData(row) == value), -1)
    if found < 0 and text:
        combo.addItem(text, value)
        found = combo.count() - 1
    combo.setCurrentIndex(max(found, 0))


def _interest(value: str | None) -> Interest | None:
    return None if value is None else Interest(value)
