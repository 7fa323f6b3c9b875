"""A message that stays in the window until what it says is over: no dialog, no pop-up."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from assistant.ui.look.icons import Tint
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text, set_mark, set_state
from assistant.ui.look.symbol import Symbol
from assistant.ui.look.tokens import SPACE
from assistant.ui.look.undo_bar import UNDO_MS

_ICONS = {
    None: ("info", Tint.ACCENT),
    State.CALM: ("info", Tint.CALM),
    State.WARM: ("warning", Tint.WARM),
    State.URGENT: ("warning", Tint.URGENT),
    State.LATE: ("warning", Tint.LATE),
    State.DONE: ("check", Tint.DONE),
}


class Banner(QFrame):
    """An icon, a text that wraps, and room for buttons at its end."""

    def __init__(
        self, text: str = "", state: State | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_mark(self, "role", "banner")
        self.symbol = Symbol(*_ICONS[state])
        self.message = PlainLabel(text, Text.BODY)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.two, SPACE.one, SPACE.one, SPACE.one)
        row.setSpacing(SPACE.one + SPACE.half)
        row.addWidget(self.symbol, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.message, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row = row
        self._time = QTimer(self, interval=UNDO_MS, singleShot=True)
        self._time.timeout.connect(self.hide)
        self.show_text(text, state)

    def show_text(self, text: str, state: State | None) -> None:
        """Show another message."""
        self._time.stop()
        self.message.setText(text)
        self.symbol.show_icon(*_ICONS[state])
        self.setAccessibleName(text)
        set_state(self, state)

    @Slot(str)
    def show_done(self, text: str) -> None:
        """Come up with what was done, with nothing left to do; gone when an undo would be."""
        self.show_text(text, State.DONE)
        self.show()
        self._time.start()

    def add(self, widget: QWidget) -> None:
        """Put a button at the end."""
        self._row.addWidget(widget)
