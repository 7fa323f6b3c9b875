"""A number or an address: checked while it is typed, and whether it was asked for and read back."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from assistant.core.followable import Contact
from assistant.ui.form.marks import ContactMarks
from assistant.ui.form.pieces import hint_label, labelled
from assistant.ui.look.roles import State, set_invalid

Read = Callable[[str], tuple[str, ...]]
Write = Callable[[str], str]
NotYet = Callable[[str], str]


class ContactField(QWidget):
    """Asks for something that reaches the customer.

    It says quietly while one types that this is nothing yet, and marks the field only when
    it is left like that. What was marked and is then changed has no mark any more.

    Signals:
        edited: The text or the mark changed.
    """

    edited = Signal()

    def __init__(
        self,
        label: str,
        marks: tuple[str, str],
        not_yet: NotYet,
        read: Read,
        write: Write | None = None,
    ) -> None:
        """Set up.

        Args:
            label: What is asked.
            marks: The names of the marks that it was asked for, and read back.
            not_yet: Returns what is said of a text that holds none.
            read: Returns what a text holds, each in its one spelling.
            write: Returns a text as people write it.
        """
        super().__init__()
        self._not_yet = not_yet
        self._read = read
        self._write = write
        self._held: tuple[str, ...] = ()
        self.field = QLineEdit()
        self.field.setAccessibleName(label)
        self.marks = ContactMarks(*marks)
        self.asked, self.read_back = self.marks.asked, self.marks.read_back
        self.hint = hint_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(labelled(label, self.field, self.marks, hint=self.hint))
        self.field.textEdited.connect(self._typed)
        self.field.editingFinished.connect(self._leave)
        self.marks.edited.connect(self.edited)
        self._look()

    @property
    def text(self) -> str:
        """Return what stands in the field."""
        return self.field.text().strip()

    @property
    def is_wrong(self) -> bool:
        """Say whether something stands there that cannot be used."""
        return bool(self.text) and not self._held

    def show_text(self, text: str, contact: Contact = Contact.HELD) -> None:
        """Put a text into the field, as people write it, with its marks."""
        self.field.setText(self._write(text) if self._write else text)
        self._look()
        self.marks.show_contact(contact if self._held else Contact.HELD)
        self.field.setCursorPosition(len(self.field.text()))

    def insist(self) -> None:
        """Mark the field and put the keyboard into it."""
        self._mark(wrong=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    @Slot(str)
    def _typed(self, text: str) -> None:
        shown = text if self._write is None else self._write(text)
        at_end = self.field.cursorPosition() == len(text) and text[-1:].isdigit()
        if at_end and shown.startswith("0"):  # elsewhere it would move what one is typing
            self.field.setText(shown)
        self._look()
        self.edited.emit()

    @Slot()
    def _leave(self) -> None:
        if self._write is not None:
            self.field.setText(self._write(self.field.text()))
        self._mark(wrong=self.is_wrong)

    def _look(self) -> None:
        held = self._read(self.text)
        if held != self._held:
            self._held = held
            self.marks.show_contact(Contact.HELD)
        self.marks.setEnabled(bool(held))
        self._mark(wrong=False)

    def _mark(self, *, wrong: bool) -> None:
        set_invalid(self.field, wrong)
        self.hint.setText(self._not_yet(self.text) if self.is_wrong else "")
        self.hint.set_state(State.LATE if wrong else None)
        self.field.setAccessibleDescription(self.hint.text())
