"""I cannot: who takes the lead instead, and what he must know."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.names import shortened
from assistant.ui.around import Around
from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.icons import icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.look.tooltip import tooltip
from assistant.words.catalogue import tr
from assistant.words.history import to_whom

_LONGEST_NOTE = 1_000
_LONGEST_NAME = 40  # letters that the card has room for


class HandOnPage(QWidget):
    """Asks for a name, and perhaps for a word with it.

    Signals:
        chosen: Who takes it, and a note: a colleague's name, or nothing for the BDC.
        left: Back was pressed.
    """

    chosen = Signal(str, str)
    left = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.note = QLineEdit()
        self.note.setMaxLength(_LONGEST_NOTE)
        self.note.setPlaceholderText(tr("What must be known (may stay empty)"))
        self.note.setAccessibleName(tr("Note"))
        self.takers: list[QPushButton] = []
        row = FlowLayout(None, SPACE.half)
        for name in ("", *around.settings.bdc.colleagues):
            row.addWidget(self._taker(name))
        back = QPushButton(icon("chevron-left"), tr("Back"))
        set_variant(back, Variant.QUIET)
        back.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.one)
        column.addWidget(PlainLabel(tr("Who takes it?"), Text.HEADING))
        column.addWidget(self.note)
        column.addLayout(row)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)

    def start(self) -> None:
        """Begin with an empty note."""
        self.note.clear()

    def _taker(self, name: str) -> QPushButton:
        said = tr("To {name}").format(name=to_whom(name))
        shown = shortened(said, _LONGEST_NAME).replace("&", "&&")
        button = QPushButton(icon("handover" if not name else "person"), shown)
        button.setAccessibleName(said)
        button.setToolTip(tooltip(said))
        button.setProperty("taker", name)
        button.clicked.connect(self._choose)
        self.takers.append(button)
        return button

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(str(self.sender().property("taker")), self.note.text().strip())
