"""What if: one step moved, and what it would have brought, as intervals and with its assumption."""

from math import ceil

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from assistant.core.figures import By, Counts, Figures, Part, Response
from assistant.core.what_if import FEW, STEPS, Interval, WhatIf, what_if
from assistant.ui.form.pieces import card
from assistant.ui.form.segments import Segments
from assistant.ui.inspection.figure_table import Cell, FigureTable, Table
from assistant.ui.inspection.scope import Scope
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr
from assistant.words.figure_words import figure_name, number, per_cent

_START = 90


def outcome(figures: Figures, step: Part, moved_to: float) -> WhatIf | None:
    """Return what another share at one step would have brought; ``None`` without leads there."""
    in_time, late = (_answered(figures, each) for each in (Response.IN_TIME, Response.LATE))
    return what_if(step, moved_to, figures.counts, in_time, late)


def brought(answer: WhatIf, figures: Figures, scope: Scope) -> Table:
    """Return each step as it is, and what it would have had more."""
    rows = tuple(
        (
            Cell(text=figure_name(part)),
            Cell(
                text=number(figures.counts[part]),
                behind=scope.behind(part, figures.counts[part], figure_name(part)),
            ),
            Cell(text=_more(interval)),
        )
        for part, interval in answer.more.items()
    )
    return Table(titles=("", tr("Now"), tr("It would have brought")), rows=rows)


def assumption(answer: WhatIf) -> str:
    """Return what is taken for granted, and whether so few leads say anything."""
    said = [
        tr(
            "Supposed: who comes one step further is lost at each later one as often as the others."
        ),
        tr("Who skipped a step was not lost at it."),
    ]
    if answer.step is Part.IN_TIME:
        said = [tr("Supposed: who is called in time goes on as often as those who were.")]
    said.append(tr("In brackets: where it lies 95 times of 100."))
    if answer.base < FEW:
        said.append(tr("Few leads ({count}): says little.").format(count=answer.base))
    return " ".join(said)


def _more(interval: Interval) -> str:
    value, low, high = (
        f"{round(each):+d}" for each in (interval.value, interval.low, interval.high)
    )
    if low == high:
        return value
    return tr("{value} (from {low} to {high})").format(value=value, low=low, high=high)


def _answered(figures: Figures, response: Response) -> Counts:
    return figures.by[By.RESPONSE].get(response, dict.fromkeys(Part, 0))


class Supposed(QWidget):
    """Lets one step be moved.

    Signals:
        wanted: The leads behind a figure (``Behind``) are to be shown.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of: tuple[Figures, Scope] | None = None
        self.step = Segments(tr("Step"), [(part, figure_name(part)) for part, _ in STEPS])
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.moved = PlainLabel(role=Text.HEADING, one_line=True)
        self.table = FigureTable(tr("What if"))
        self.said = PlainLabel(role=Text.SMALL)
        self._lay_out()
        self.step.chosen.connect(self._choose)
        self.slider.valueChanged.connect(self._show)
        self.table.wanted.connect(self.wanted)

    def show_figures(self, figures: Figures, scope: Scope) -> None:
        """Show other figures; the step that is moved stays, and where it was moved to."""
        moved_to = _START if self._of is None else self.slider.value()
        self._of = figures, scope
        self._move(moved_to)

    @Slot()
    def _choose(self) -> None:
        self._move(_START)

    def _move(self, per_cent_of_step: int) -> None:
        """Let the slider begin where the step is, and stand there or further."""
        if self._of is None:
            return
        answer = outcome(self._of[0], Part(self.step.value), 1.0)
        blocker = QSignalBlocker(self.slider)
        least = 0 if answer is None else ceil(100 * answer.was)
        self.slider.setRange(least, 100)
        self.slider.setValue(max(per_cent_of_step, least))
        blocker.unblock()
        self.slider.setEnabled(answer is not None)
        self._show()

    @Slot()
    def _show(self) -> None:
        if self._of is None:
            return
        figures, scope = self._of
        answer = outcome(figures, Part(self.step.value), self.slider.value() / 100)
        self.table.setVisible(answer is not None)
        if answer is None:
            self.moved.setText("–")
            self.said.setText(tr("No lead came so far in this period."))
            return
        text = tr("from {was} to {to}").format(
            was=per_cent(answer.was), to=per_cent(answer.moved_to)
        )
        self.moved.setText(text)
        self.slider.setAccessibleDescription(text)
        table = brought(answer, figures, scope)
        self.table.show_table(table)
        self.said.setText(assumption(answer))
        self.setAccessibleDescription(f"{text}. {table.in_words()} {self.said.text()}")

    def _lay_out(self) -> None:
        self.setAccessibleName(tr("What if"))
        self.slider.setAccessibleName(tr("Share of the step"))
        self.slider.setPageStep(5)
        self.moved.setMinimumWidth(SPACE.four * 5)
        frame, column = card(tr("What if"))
        column.setSpacing(SPACE.one)
        column.addWidget(self.step)
        row = QHBoxLayout()
        row.setSpacing(SPACE.two)
        row.addWidget(self.slider, 1)
        row.addWidget(self.moved)
        column.addLayout(row)
        column.addWidget(self.table)
        column.addWidget(self.said)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
