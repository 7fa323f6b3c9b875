"""Two marks of a number or an address: asked for, and read back to the customer."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from assistant.core.followable import Contact
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr


class ContactMarks(QWidget):
    """Asks whether it was asked for and read back; what was read back was asked for too.

    Signals:
        edited: A mark was set or taken off, by hand or by :meth:`show_contact`.
    """

    edited = Signal()

    def __init__(self, asked: str, read_back: str) -> None:
        """Set up.

        Args:
            asked: The name of the mark that it was asked for.
            read_back: The name of the mark that it was read back.
        """
        super().__init__()
        self.asked, self.read_back = QCheckBox(tr("Asked")), QCheckBox(tr("Read back"))
        self.asked.setAccessibleName(asked)
        self.read_back.setAccessibleName(read_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.one + SPACE.half)
        for box in (self.asked, self.read_back):
            row.addWidget(box, 0, Qt.AlignmentFlag.AlignVCenter)
        self.asked.toggled.connect(self._toggle_asked)
        self.read_back.toggled.connect(self._toggle_read_back)

    @property
    def contact(self) -> Contact:
        """Return how far it can be trusted by what is marked."""
        if self.read_back.isChecked():
            return Contact.READ_BACK
        return Contact.ASKED if self.asked.isChecked() else Contact.HELD

    def show_contact(self, contact: Contact) -> None:
        """Show what is known already."""
        self.read_back.setChecked(contact is Contact.READ_BACK)
        self.asked.setChecked(contact is not Contact.HELD)

    @Slot(bool)
    def _toggle_asked(self, on: bool) -> None:
        if not on:
            self.read_back.setChecked(False)
        self.edited.emit()

    @Slot(bool)
    def _toggle_read_back(self, on: bool) -> None:
        if on:
            self.asked.setChecked(True)
        self.edited.emit()
