"""What stands instead of the buttons for who wants to be left alone, and takes that back."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr


class LeftAlone(QWidget):
    """Says so; whoever presses that he may be contacted again is asked once whether he said it.

    Signals:
        lifted: He may be contacted again.
    """

    lifted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.note = PlainLabel(role=Text.MUTED)
        self.again = QPushButton(tr("He may be contacted again"))
        self.yes = QPushButton(tr("Yes, he said so himself"))
        self.no = QPushButton(tr("Back"))
        set_variant(self.again, Variant.QUIET)
        self.again.clicked.connect(self._ask)
        self.yes.clicked.connect(self.lifted)
        self.no.clicked.connect(self.start)
        answers = QHBoxLayout()
        answers.setSpacing(SPACE.one)
        for button in (self.again, self.yes, self.no):
            answers.addWidget(button)
        answers.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.one)
        column.addWidget(self.note)
        column.addLayout(answers)
        self.start()

    @Slot()
    def start(self) -> None:
        """Say that he wants to be left alone."""
        self._show(tr("This customer asked not to be contacted again."), asks=False)

    @Slot()
    def _ask(self) -> None:
        self._show(tr("Did the customer say himself that you may contact him again?"), asks=True)
        self.no.setFocus()

    def _show(self, said: str, *, asks: bool) -> None:
        self.note.setText(said)
        self.again.setVisible(not asks)
        self.yes.setVisible(asks)
        self.no.setVisible(asks)
