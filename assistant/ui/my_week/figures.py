"""The week's figures beside the week before and the target."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from assistant.core.benchmarks import base
from assistant.core.figures import FUNNEL, Part
from assistant.core.what_if import FEW, WhatIf
from assistant.reporting.sheet.inspected import Inspected
from assistant.reporting.sheet.periods import short
from assistant.reporting.sheet.shares import asked, counted, expected
from assistant.ui.form.pieces import card
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text
from assistant.ui.look.tokens import SPACE
from assistant.ui.my_week.best import best_in_words
from assistant.words.catalogue import tr
from assistant.words.figure_words import figure_name, meaning

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FiguresCard(QWidget):
    """Shows how far the leads of a week came, and the one step to change."""

    def __init__(self) -> None:
        super().__init__()
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(SPACE.two)
        self.grid.setVerticalSpacing(SPACE.one)
        self.grid.setColumnStretch(0, 1)
        self.best = PlainLabel()
        self.few = PlainLabel(
            tr("Fewer than 30 leads say little: behind a share stand the bounds it lies between."),
            Text.SMALL,
        )
        frame, column = card(tr("My figures"))
        column.addLayout(self.grid)
        column.addWidget(self.few)
        column.addWidget(PlainLabel(tr("The one step that would bring most"), Text.HEADING))
        column.addWidget(self.best)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_week(self, inspected: Inspected, best: WhatIf | None) -> None:
        """Show a week."""
        while (item := self.grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        heads = (short(inspected.period), short(inspected.before.period), tr("Target"))
        for number, text in enumerate(heads, start=1):
            self._put(PlainLabel(text, Text.CAPTION, one_line=True), 0, number)
        for row, (part, _) in enumerate(FUNNEL, start=1):
            self._put_part(part, row, inspected, heads)
        weeks = (inspected.figures, inspected.before)
        self.few.setVisible(any(week.counts[Part.REQUESTS] < FEW for week in weeks))
        self.best.setText(best_in_words(best))

    def _put_part(self, part: Part, row: int, inspected: Inspected, heads: tuple[str, ...]) -> None:
        counts, name = inspected.figures.counts, PlainLabel(figure_name(part), one_line=True)
        name.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)  # never cut
        name.setToolTip(meaning(part))
        self.grid.addWidget(name, row, 0)
        texts = (
            counted(part, counts),
            counted(part, inspected.before.counts),
            expected(part, counts, inspected.preset),
        )
        for column, (head, text) in enumerate(zip(heads, texts, strict=True), start=1):
            role = Text.BODY if column == 1 else Text.MUTED
            label = PlainLabel(text, role)
            label.setAccessibleName(f"{name.text()}, {head}: {text}")
            if column == 1 and _is_below(part, inspected):
                _mark(label)
            self._put(label, row, column)

    def _put(self, label: PlainLabel, row: int, column: int) -> None:
        label.setAlignment(_RIGHT)
        self.grid.addWidget(label, row, column)


def _is_below(part: Part, inspected: Inspected) -> bool:
    """Say whether a figure is below its target as it is shown: in whole leads."""
    wanted, counts = asked(part, inspected.preset), inspected.figures.counts
    return wanted is not None and counts[part] < round(wanted * counts[base(part)])


def _mark(label: PlainLabel) -> None:
    """Mark a figure as below target: who sees no colours sees the sign, and hears the word."""
    said = tr("{figure}, below target").format(figure=label.accessibleName())
    label.setText(f"! {label.text()}")
    label.setAccessibleName(said)
    label.set_state(State.WARM)
