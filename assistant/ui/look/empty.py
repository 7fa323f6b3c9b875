"""What a list shows when there is nothing in it: that this is so, and what comes next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assistant.ui.look.icons import Tint
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text
from assistant.ui.look.symbol import Symbol
from assistant.ui.look.tokens import SPACE

_WIDEST = 360
_ICON = 40


class EmptyState(QWidget):
    """An icon, a sentence and a hint, in the middle of the room there is."""

    def __init__(
        self, icon_name: str, sentence: str, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.symbol = Symbol(icon_name, Tint.MUTED, _ICON)
        self.sentence = PlainLabel(sentence, Text.HEADING)
        self.hint = PlainLabel(hint, Text.MUTED)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(SPACE.three, 0, SPACE.three, 0)
        beside.addStretch(1)
        beside.addWidget(inner, 100)
        beside.addStretch(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, SPACE.four, 0, SPACE.four)
        column.setSpacing(SPACE.half)
        column.addStretch(1)
        column.addWidget(self.symbol, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(SPACE.one)
        for label in (self.sentence, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(1)
        self._column = column
        self.hint.setVisible(bool(hint))

    def show_text(self, sentence: str, hint: str = "") -> None:
        """Show another sentence and hint."""
        self.sentence.setText(sentence)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def add(self, widget: QWidget) -> None:
        """Put a button under the hint."""
        last = self._column.count() - 1
        self._column.insertSpacing(last, SPACE.one)
        self._column.insertWidget(last + 1, widget, 0, Qt.AlignmentFlag.AlignHCenter)
