"""How far the customer can be followed: a number and an address, both read back."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from assistant.core.followable import EMAIL_STEPS, PHONE_STEPS, Missing, missing
from assistant.core.request import Request
from assistant.ui.form.pieces import card
from assistant.ui.look import theme
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr
from assistant.words.vocabulary import things_missing

_HEIGHT = 8


class FollowableMeter(QWidget):
    """Says in words, and in six parts, what is still missing."""

    def __init__(self) -> None:
        super().__init__()
        frame, column = card(tr("Followable"))
        self.bar = _Bar()
        self.sentence = PlainLabel()
        column.setSpacing(SPACE.one)
        column.addWidget(self.bar)
        column.addWidget(self.sentence)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_request(self, request: Request) -> None:
        """Show how far a request is."""
        lacks = missing(request)
        taken = [*steps_taken(lacks, PHONE_STEPS), *steps_taken(lacks, EMAIL_STEPS)]
        self.bar.show_parts(taken)
        if lacks:
            text = tr("Still missing: {things}").format(things=things_missing(lacks))
        else:
            text = tr("Number and e-mail, both read back.")
        self.sentence.setText(text)
        self.sentence.set_state(None if lacks else State.DONE)
        self.bar.setAccessibleName(text)


def steps_taken(lacks: Sequence[Missing], steps: Sequence[Missing]) -> list[bool]:
    """Return of each step, in its order, whether it was taken: none is before the one before."""
    lacking = [step in lacks for step in steps]
    return [not any(lacking[: number + 1]) for number in range(len(steps))]


class _Bar(QFrame):
    """Paints one stroke a part: full when it is held, a line when it is not."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[bool] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, held: list[bool]) -> None:
        """Show which parts are held."""
        self._held = held
        self.update()

    @override
    def sizeHint(self) -> QSize:
        """Return the bar's size."""
        return QSize(SPACE.four * (len(PHONE_STEPS) + len(EMAIL_STEPS)), _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        full = theme.colour("done" if all(self._held) else "accent")
        width = (self.width() - SPACE.half * (len(self._held) - 1)) / max(len(self._held), 1)
        for number, held in enumerate(self._held):
            area = QRectF(number * (width + SPACE.half), 0, width, _HEIGHT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(full if held else theme.colour("sunken"))
            painter.drawRoundedRect(area, _HEIGHT / 2, _HEIGHT / 2)
            if not held:
                painter.setPen(theme.colour("line_strong"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                inner = area.adjusted(0.5, 0.5, -0.5, -0.5)
                painter.drawRoundedRect(inner, _HEIGHT / 2 - 0.5, _HEIGHT / 2 - 0.5)
