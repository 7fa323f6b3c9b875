"""The week's figures beside the week before and the target."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from assistant.core.figures import FUNNEL, Part
from assistant.core.what_if import FEW, WhatIf
from assistant.reporting.sheet.inspected import Inspected
from assistant.reporting.sheet.periods import short
from assistant.reporting.sheet.shares import asked, base, counted, counted_shortly, expected
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
        heads = (short(inspected.period), short(inspected.before.period))
        for number, text in enumerate((*heads, tr("Target")), start=1):
            self._put(PlainLabel(text, Text.CAPTION, one_line=True), 0, number)
        for row, (part, _) in enumerate(FUNNEL, start=1):
            self._put_part(part, row, inspected)
        self.few.setVisible(inspected.figures.counts[Part.REQUESTS] < FEW)
        self.best.setText(best_in_words(best))

    def _put_part(self, part: Part, row: int, inspected: Inspected) -> None:
        counts = inspected.figures.counts
        name = PlainLabel(figure_name(part))
        name.setToolTip(meaning(part))
        self.grid.addWidget(name, row, 0)
        now = PlainLabel(counted(part, counts), one_line=True)
        wanted = asked(part, inspected.preset)
        if wanted is not None and counts[part] < wanted * counts[base(part)]:
            now.setAccessibleName(tr("{figure}, below target").format(figure=now.text()))
            now.setText(f"↓ {now.text()}")  # who sees no colours sees the arrow
            now.set_state(State.WARM)
        self._put(now, row, 1)
        before = PlainLabel(
            counted_shortly(part, inspected.before.counts), Text.MUTED, one_line=True
        )
        self._put(before, row, 2)
        target = expected(part, counts, inspected.preset)
        self._put(PlainLabel(target, Text.MUTED, one_line=True), row, 3)

    def _put(self, label: PlainLabel, row: int, column: int) -> None:
        label.setAlignment(_RIGHT)
        self.grid.addWidget(label, row, column)
