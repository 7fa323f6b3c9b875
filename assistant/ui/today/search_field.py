"""The field in which a lead is looked for.

Its cross is ours: Qt's own (``setClearButtonEnabled``) costs a megabyte, for a style's icons.
"""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from assistant.ui.look.icons import Tint, icon
from assistant.words.catalogue import tr


class SearchField(QLineEdit):
    """A magnifier, what is typed, and a cross that takes it away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Search a name, number, plate or car"))
        self.setAccessibleName(tr("Search"))
        magnifier = QAction(icon("search", Tint.MUTED), tr("Search"), self)
        self.addAction(magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self.cross = QAction(icon("close", Tint.MUTED), tr("Clear"), self)
        self.addAction(self.cross, QLineEdit.ActionPosition.TrailingPosition)
        self.cross.setVisible(False)  # its button listens from now on
        self.cross.triggered.connect(self.clear)
        self.textChanged.connect(self._offer_cross)

    @Slot(str)
    def _offer_cross(self, text: str) -> None:
        self.cross.setVisible(bool(text))
