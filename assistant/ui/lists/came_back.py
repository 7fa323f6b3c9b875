"""What the BDC or a colleague says of a lead that comes back, in the user's words."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Surface, Text, Variant, set_surface, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr
from assistant.words.history import to_whom

_LONGEST_NOTE = 4_000


class CameBackStrip(QFrame):
    """Asks for the notes of one lead.

    Signals:
        told: It came back, with these notes (``str``).
        left: It did not.
    """

    told = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = PlainLabel(role=Text.HEADING)
        self.note = QLineEdit()
        self.note.setMaxLength(_LONGEST_NOTE)
        self.note.returnPressed.connect(self._tell)
        self.reopen = QPushButton(tr("Reopen"))
        set_variant(self.reopen, Variant.PRIMARY)
        self.reopen.clicked.connect(self._tell)
        self.cancel = QPushButton(tr("Cancel"))
        set_variant(self.cancel, Variant.QUIET)
        self.cancel.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(SPACE.one)
        row.addWidget(self.note, 1)
        row.addWidget(self.reopen)
        row.addWidget(self.cancel)
        set_surface(self, Surface.CARD)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.two, SPACE.two, SPACE.two, SPACE.two)
        column.setSpacing(SPACE.one)
        column.addWidget(self.heading)
        column.addLayout(row)

    def ask(self, name: str, had_by: str) -> None:
        """Ask about the lead of this customer.

        Args:
            name: The customer.
            had_by: The colleague who had it; empty for the BDC.
        """
        says = tr("What {name} says").format(name=to_whom(had_by))
        self.note.setAccessibleName(says)
        self.note.setPlaceholderText(tr("{asked} (may stay empty)").format(asked=says))
        self.heading.setText(tr("{name} is back: the two minutes begin").format(name=name))
        self.note.clear()
        self.show()
        self.note.setFocus()

    @Slot()
    def _tell(self) -> None:
        self.told.emit(self.note.text().strip())
