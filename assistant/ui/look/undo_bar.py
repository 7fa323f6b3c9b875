"""What was just done, and the way back: shown after each log, hidden by the caller's timer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import set_mark
from assistant.ui.look.tokens import SPACE

UNDO_MS = 10_000
"""How long the way back stays, in milliseconds."""


class UndoBar(QFrame):
    """A line of text with an undo button.

    Signals:
        undone: The button was pressed. The caller undoes and hides the bar.
    """

    undone = Signal()

    def __init__(self, undo_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_mark(self, "role", "undo")
        self.message = PlainLabel()
        set_mark(self.message, "role", "on-inverse")
        self.button = QPushButton(icon("undo", Tint.ON_INVERSE), undo_text)
        set_mark(self.button, "variant", "undo")
        self.button.clicked.connect(self.undone)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.two, SPACE.half, SPACE.half, SPACE.half)
        row.setSpacing(SPACE.two)
        row.addWidget(self.message, 1)
        row.addWidget(self.button)

    def show_message(self, text: str) -> None:
        """Show what was done; an earlier message is replaced."""
        self.message.setText(text)
        self.setAccessibleName(text)
        self.show()
