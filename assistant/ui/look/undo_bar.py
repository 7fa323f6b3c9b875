"""What was just done, and the way back: shown after each log, for ten seconds."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import set_mark
from assistant.ui.look.tokens import SPACE

UNDO_MS = 10_000
"""How long the way back stays, in milliseconds."""


class UndoBar(QFrame):
    """A line of text with an undo button; hidden until it has something to say.

    Signals:
        undone: The button was pressed; the bar is gone.
        ended: Its time is over; the bar is gone.
    """

    undone = Signal()
    ended = Signal()

    def __init__(
        self, undo_text: str, parent: QWidget | None = None, *, shown_ms: int = UNDO_MS
    ) -> None:
        super().__init__(parent)
        self._time = QTimer(self, interval=shown_ms, singleShot=True)
        self._time.timeout.connect(self._end)
        set_mark(self, "role", "undo")
        self.message = PlainLabel()
        set_mark(self.message, "role", "on-inverse")
        self.button = QPushButton(icon("undo", Tint.ON_INVERSE), undo_text)
        set_mark(self.button, "variant", "undo")
        self.button.clicked.connect(self._undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.two, SPACE.half, SPACE.half, SPACE.half)
        row.setSpacing(SPACE.two)
        row.addWidget(self.message, 1)
        row.addWidget(self.button)
        self.hide()

    @property
    def is_offered(self) -> bool:
        """Say whether something can be undone."""
        return self._time.isActive()

    def show_message(self, text: str) -> None:
        """Show what was done; an earlier message is replaced."""
        self.message.setText(text)
        self.setAccessibleName(text)
        self.show()
        self._time.start()

    def take_away(self) -> None:
        """Offer nothing any more."""
        self._time.stop()
        self.hide()

    @Slot()
    def _undo(self) -> None:
        self.take_away()
        self.undone.emit()

    @Slot()
    def _end(self) -> None:
        self.take_away()
        self.ended.emit()
