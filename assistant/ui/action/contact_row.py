"""A customer's number or address in a line: what we hold, or a field for it, and its two marks."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from assistant.core.followable import Contact
from assistant.ui.form.marks import ContactMarks
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import set_invalid
from assistant.ui.look.tokens import SPACE


class ContactRow(QWidget):
    """Shows what is held; asks for it when nothing is.

    Signals:
        edited: Something was typed or marked.
    """

    edited = Signal()

    def __init__(
        self,
        name: str,
        marks: tuple[str, str],
        is_one: Callable[[str], bool],
        *,
        stacked: bool = False,
    ) -> None:
        """Set up.

        Args:
            name: What is asked for.
            marks: The names of the two marks.
            is_one: Says whether a text can be used.
            stacked: Whether the marks stand below.
        """
        super().__init__()
        self._is_one = is_one
        self._known = Contact.HELD
        self.held = PlainLabel(one_line=True)
        self.field = QLineEdit()
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        self.marks = ContactMarks(*marks)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(down if stacked else across, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.one)
        for widget in (self.held, self.field):
            row.addWidget(widget, 1)
        row.addWidget(self.marks, 0, Qt.AlignmentFlag.AlignVCenter)
        self.field.textEdited.connect(self._type)
        self.marks.edited.connect(self.edited)

    def start(self, held: str, contact: Contact) -> None:
        """Begin with what is held; with a field when that is nothing."""
        self._known = contact
        self.held.setText(held)
        self.held.setVisible(bool(held))
        self.field.clear()
        self.field.setVisible(not held)
        self.marks.show_contact(contact)
        self._look()

    @property
    def typed(self) -> str:
        """Return what was typed; empty when something was held."""
        return self.field.text().strip()

    @property
    def is_wrong(self) -> bool:
        """Say whether something was typed that cannot be used."""
        return bool(self.typed) and not self._is_one(self.typed)

    @property
    def is_changed(self) -> bool:
        """Say whether something was typed or marked."""
        return bool(self.typed) or self.marks.contact is not self._known

    def insist(self) -> None:
        """Mark the field and put the keyboard into it."""
        set_invalid(self.field, True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def learnt_marks(self) -> tuple[bool | None, bool | None]:
        """Return whether it was asked for and read back, ``None`` for what did not change."""
        asked = self.marks.asked.isChecked()
        read_back = self.marks.read_back.isChecked()
        return (
            None if asked is (self._known is not Contact.HELD) else asked,
            None if read_back is (self._known is Contact.READ_BACK) else read_back,
        )

    @Slot()
    def _type(self) -> None:
        self._look()
        self.edited.emit()

    def _look(self) -> None:
        is_there = bool(self.held.text()) or self._is_one(self.typed)
        if not is_there:
            self.marks.show_contact(Contact.HELD)
        self.marks.setEnabled(is_there)
        set_invalid(self.field, False)
