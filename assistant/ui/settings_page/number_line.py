"""A field for a whole number, in which nothing stands for never."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit

from assistant.ui.look.roles import set_invalid
from assistant.words.catalogue import tr


class NumberLine(QLineEdit):
    """Asks for a number from 0, which shows as an empty field."""

    def __init__(self, name: str, most: int) -> None:
        super().__init__()
        self._most = most
        self.setAccessibleName(name)
        self.setPlaceholderText(tr("Never"))
        self.setValidator(QIntValidator(0, most, self))
        self.textEdited.connect(self._accept)

    @property
    def number(self) -> int | None:
        """Return what stands here; ``None`` for what is no such number."""
        text = self.text() or "0"
        return int(text) if text.isdecimal() and int(text) <= self._most else None

    def show_number(self, number: int) -> None:
        """Show a number in place of what was typed."""
        self.setText(str(number or ""))
        set_invalid(self, invalid=False)

    def insist(self) -> None:
        """Mark the field and put the keyboard into it."""
        set_invalid(self, invalid=True)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _accept(self) -> None:
        set_invalid(self, invalid=False)
