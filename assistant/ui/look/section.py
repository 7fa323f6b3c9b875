"""The head of a group of rows: what it holds, how many, and room for a button."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from assistant.ui.look.pill import Badge
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text
from assistant.ui.look.tokens import SPACE


class SectionHeader(QWidget):
    """A heading with a count; more can be put at its end."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = PlainLabel(text, Text.HEADING, one_line=True)
        self.badge = Badge()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE.half, 0, SPACE.half)
        row.setSpacing(SPACE.one)
        row.addWidget(self.heading)
        row.addWidget(self.badge)
        row.addStretch(1)
        self._row = row

    def show_count(self, count: int, text: str, state: State | None = None) -> None:
        """Show how many rows follow; see :meth:`Badge.show_count`."""
        self.badge.show_count(count, text)
        self.heading.set_state(state)

    def add(self, widget: QWidget) -> None:
        """Put a control at the end of the line."""
        self._row.addWidget(widget)
