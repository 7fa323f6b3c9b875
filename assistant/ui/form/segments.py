"""One of a few words, all in view."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton

from assistant.ui.look.roles import Surface, Variant, set_surface, set_variant

_EDGE = 3  # with a segment's own 30 it is as high as other controls
_GAP = 2


class Segments(QFrame):
    """Lets one of a few values be chosen, by a click or with the arrow keys.

    Signals:
        chosen: The user chose another value (``str``).
    """

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        """Set up; the first value is chosen.

        Args:
            name: What is chosen, for the screen reader.
            choices: Each value with its words.
        """
        super().__init__()
        self._values = [value for value, _ in choices]
        set_surface(self, Surface.SEGMENTS)
        self.setAccessibleName(name)
        self.buttons = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        row.setSpacing(_GAP)
        for number, (_, text) in enumerate(choices):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {text}")
            set_variant(button, Variant.SEGMENT)
            self.buttons.addButton(button, number)
            row.addWidget(button, 1)
        self.buttons.button(0).setChecked(True)
        self.buttons.idClicked.connect(self._tell)

    @property
    def value(self) -> str:
        """Return the value that is chosen."""
        return self._values[self.buttons.checkedId()]

    def choose(self, value: str) -> None:
        """Choose a value, without a signal."""
        self.buttons.button(self._values.index(value)).setChecked(True)

    @Slot(int)
    def _tell(self, number: int) -> None:
        self.chosen.emit(self._values[number])
