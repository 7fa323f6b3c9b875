"""Where calendars find the appointments: the file's place, copied or opened by one press."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from assistant.ui.around import Around
from assistant.ui.look.icons import icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr


class SubscribeLine(QWidget):
    """Names the file that follows the appointments."""

    def __init__(self, around: Around, file: Path) -> None:
        super().__init__()
        self._around = around
        self._file = file
        said = tr("In your own calendar: subscribe to the file {path}").format(path=file)
        self.label = PlainLabel(said, Text.SMALL, one_line=True)
        self.copy_button = QPushButton(icon("copy"), tr("Copy its place"))
        self.open_button = QPushButton(icon("calendar"), tr("Subscribe"))
        for button in (self.copy_button, self.open_button):
            set_variant(button, Variant.QUIET)
        self.copy_button.clicked.connect(self._copy)
        self.open_button.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.one)
        row.addWidget(self.label, 1)
        row.addWidget(self.copy_button)
        row.addWidget(self.open_button)

    def look(self) -> None:
        """Offer the file once there is one: with the first appointment."""
        for button in (self.copy_button, self.open_button):
            button.setEnabled(self._file.exists())

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._file.as_uri())
        self.label.setText(tr("Copied: {path}").format(path=self._file.as_uri()))

    @Slot()
    def _open(self) -> None:
        self._around.open_link(self._file.as_uri())
