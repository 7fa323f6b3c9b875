"""The funnel: each step as a bar beside what the benchmark expects, and whom it lost."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from assistant.core.benchmarks import BENCHMARKS, base
from assistant.core.figures import FUNNEL, Counts, Part, Within
from assistant.core.what_if import FEW
from assistant.ui.form.pieces import card
from assistant.ui.inspection.scope import Behind, Scope
from assistant.ui.inspection.words import leads
from assistant.ui.look import theme
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr
from assistant.words.figure_words import figure_name, in_share, meaning, number

_BAR = 22
_ROW = 38
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Bar(QWidget):
    """A count as a bar, with a line where it should have come to."""

    def __init__(self) -> None:
        super().__init__()
        self._share, self._expected = 0.0, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, expected: float | None) -> None:
        """Show a share of the longest bar, and the expected one."""
        self._share, self._expected = share, expected or 0.0
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return a short bar: it grows."""
        return QSize(SPACE.four * 2, _BAR)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar, then the line across it."""
        painter = QPainter(self)
        room = QRectF(self.rect()).adjusted(0, 3, -3, -3)
        painter.fillRect(room, theme.colour("sunken"))
        filled = QRectF(room)
        filled.setWidth(room.width() * min(self._share, 1.0))
        painter.fillRect(filled, theme.colour("accent"))
        if self._expected:
            across = room.left() + room.width() * min(self._expected, 1.0)
            for colour, width in (("surface", 5), ("text", 2)):
                painter.setPen(QPen(theme.colour(colour), width))
                painter.drawLine(round(across), 0, round(across), self.height())


class Step:
    """The widgets of one step; they stand in the funnel's grid."""

    def __init__(self, part: Part, lost: Part | None) -> None:
        self.part, self.lost_part = part, lost
        self.name = PlainLabel(figure_name(part), Text.BODY, one_line=True)
        self.name.setToolTip(meaning(part))
        self.bar = Bar()
        self.count, self.lost, self.open = QPushButton(), QPushButton(), QPushButton()
        for button in (self.count, self.lost, self.open):
            set_variant(button, Variant.LINK)
        self.share = PlainLabel(role=Text.MUTED, one_line=True)
        self.expected = PlainLabel(role=Text.MUTED, one_line=True)
        for label in (self.share, self.expected):
            label.setAlignment(_RIGHT)


class Funnel(QWidget):
    """Shows how many leads came to each step.

    Signals:
        wanted: The leads behind a figure (``Behind``) are to be shown.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = tuple(Step(part, lost) for part, lost in FUNNEL)
        self.note = PlainLabel(role=Text.SMALL)
        self._lay_out()

    def show_counts(self, counts: Counts, still_open: Counts, scope: Scope) -> None:
        """Show the counts of a scope, and how many of the lost have not ended."""
        requests = counts[Part.REQUESTS]
        few = tr("Fewer than {few} leads: says little. In brackets: where it lies 95 times of 100.")
        said = [
            tr("The line across a bar is what the benchmark expects."),
            tr("Shares are of all requests; called in time, of the first calls due."),
        ]
        self.note.setText(" ".join(said + [few.format(few=FEW)] * (requests < FEW)))
        words = [self._show_step(step, counts, still_open, scope) for step in self.steps]
        self.setAccessibleDescription(" ".join(words))

    def _show_step(self, step: Step, counts: Counts, still_open: Counts, scope: Scope) -> str:
        requests, count = counts[Part.REQUESTS], counts[step.part]
        expected = BENCHMARKS[scope.preset].expected(step.part, counts)
        step.bar.show_share(count / requests, None if expected is None else expected / requests)
        step.share.setText(
            "" if step.lost_part is None else in_share(count, counts[base(step.part)])
        )
        step.expected.setText("" if expected is None else number(expected))
        name = figure_name(step.part)
        self._fill(step.count, number(count), scope.behind(step.part, count, name))
        step.count.setAccessibleName(f"{name}: {leads(count)}")
        words = f"{name}: {number(count)}"
        if expected is not None:
            words += ", " + tr("{count} expected").format(count=number(expected))
        if step.lost_part is not None:
            gone, still = counts[step.lost_part], still_open[step.lost_part]
            words += self._show_lost(step, step.lost_part, (gone, still), scope)
        return words + "."

    def _show_lost(self, step: Step, part: Part, counted: tuple[int, int], scope: Scope) -> str:
        """Show whom a step lost, and who of them has not ended: he is not lost yet."""
        (gone, still), lost = counted, figure_name(part)
        said = tr("{count} did not come this far").format(count=number(gone))
        self._fill(step.lost, number(gone), scope.behind(part, gone, lost))
        step.lost.setToolTip(meaning(part))
        step.lost.setAccessibleName(f"{said}: {lost}")
        are_open = tr("{count} still open").format(count=number(still))
        title = f"{lost}, {figure_name(Part.OPEN).lower()}"
        self._fill(step.open, number(still), scope.behind(part, still, title, Within(is_open=True)))
        step.open.setToolTip(meaning(Part.OPEN))
        step.open.setAccessibleName(f"{are_open}: {lost}")
        return f", {said}, {are_open}" if still else f", {said}"

    def _fill(self, button: QPushButton, text: str, behind: Behind | None) -> None:
        button.setText(text)
        button.setEnabled(behind is not None)
        button.setProperty("behind", behind)

    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton) and button.property("behind") is not None:
            button.setFocus()  # a screen reader presses without; the keyboard is to come back here
            self.wanted.emit(button.property("behind"))

    def _lay_out(self) -> None:
        self.setAccessibleName(tr("From request to sale"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.two)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        heads = (
            tr("Leads"),
            tr("Share"),
            tr("Expected"),
            tr("Not this far"),
            figure_name(Part.OPEN),
        )
        for column, title in enumerate(heads, start=2):
            head = PlainLabel(title, Text.SMALL, one_line=True)
            head.setAlignment(_RIGHT)
            grid.addWidget(head, 0, column)
        for row, step in enumerate(self.steps, start=1):
            cells = (
                step.name,
                step.bar,
                step.count,
                step.share,
                step.expected,
                step.lost,
                step.open,
            )
            for column, cell in enumerate(cells):
                grid.addWidget(cell, row, column)
            grid.setRowMinimumHeight(row, _ROW)
            for button in (step.count, step.lost, step.open):
                grid.setAlignment(button, _RIGHT)
                button.clicked.connect(self._open)
            if step.lost_part is None:
                step.lost.hide()  # to show one that has no parent yet would open a window
                step.open.hide()
        frame, column_of = card(tr("From request to sale"))
        column_of.setSpacing(SPACE.one)
        column_of.addLayout(grid)
        column_of.addWidget(self.note)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
