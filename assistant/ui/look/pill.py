"""Small labels: a state in a word with its shape, and a count."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from assistant.names import shortened
from assistant.ui.look.roles import State, set_mark, set_state
from assistant.ui.look.shapes import paint_shape
from assistant.ui.look.tooltip import tooltip

_SHAPE = 8
_BEFORE = 9
_AFTER = 6
_MOST_LETTERS = 20  # what stands beside it, a name mostly, says more


class Pill(QLabel):
    """A word or two in a state's colour, with the state's shape before it.

    Without a state it is grey and has no shape: a source, a channel, a kind. What is longer
    than a few words is shortened; the tooltip has all of it.
    """

    def __init__(
        self, text: str = "", state: State | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._state: State | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_mark(self, "role", "pill")
        self.show_state(text, state)

    def show_state(self, text: str, state: State | None, words: str = "") -> None:
        """Show another text and state; ``words`` is what a screen reader says instead."""
        self._state = state
        shown = shortened(text, _MOST_LETTERS)
        self.setText(shown)
        self.setToolTip(tooltip(text) if shown != text else "")
        self.setAccessibleName(words or text)
        self.setIndent(_SHAPE + _AFTER if state else 0)
        set_state(self, state)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the label, then the shape before its text."""
        super().paintEvent(event)
        if self._state is not None:
            area = QRectF(_BEFORE, (self.height() - _SHAPE) / 2, _SHAPE, _SHAPE)
            paint_shape(QPainter(self), area, self._state)


class Badge(QLabel):
    """A count in a small round field; hidden at zero."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_mark(self, "role", "badge")
        self.show_count(0, "")

    def show_count(self, count: int, text: str) -> None:
        """Show a count.

        Args:
            count: Above 99 it shows as ``99+``.
            text: The same in words, for the screen reader: "3 waiting".
        """
        self.setText(str(count) if count <= 99 else "99+")
        self.setAccessibleName(text)
        if self.parentWidget() is not None or count == 0:
            self.setVisible(count > 0)
        else:  # shown now it would be a window of its own; let the parent show it
            self.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
