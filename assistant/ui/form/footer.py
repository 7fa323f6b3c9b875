"""The last line of a page: what just happened or is wrong, and the buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from assistant.ui.look.banner import Banner
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text, Variant, set_variant
from assistant.ui.look.tokens import CONTROL_HEIGHT, SPACE

SAVE_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class Footer(QWidget):
    """Holds one sentence at a time, and one primary button with its key.

    Attributes:
        primary: The button that ends the page.
    """

    def __init__(self, primary: str, *others: QPushButton) -> None:
        super().__init__()
        self._state: State | None = None
        self.message = Banner()
        self.primary = QPushButton(primary)
        self.primary.setAccessibleDescription(SAVE_KEYS[-1])
        set_variant(self.primary, Variant.PRIMARY)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.three, SPACE.one, SPACE.three, SPACE.two)
        row.setSpacing(SPACE.one)
        row.addWidget(self.message, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(0)
        for button in others:
            set_variant(button, Variant.QUIET)
            row.addWidget(button)
        key = PlainLabel(SAVE_KEYS[-1], Text.KEY, one_line=True)
        row.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.primary)
        self.setMinimumHeight(CONTROL_HEIGHT + SPACE.one * 2 + SPACE.three)
        self.say("", None)

    @property
    def complains(self) -> bool:
        """Say whether the sentence in view says that something is wrong."""
        return self._state is State.LATE and bool(self.message.message.text())

    def say(self, sentence: str, state: State | None) -> None:
        """Show a sentence; an empty one takes the last away."""
        self._state = state
        self.message.show_text(sentence, state)
        self.message.setVisible(bool(sentence))
