"""The files behind the settings, for whoever wants more of them than the page shows."""

from PySide6.QtCore import QUrl, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from assistant.folders import DataFolder
from assistant.ui.around import Around
from assistant.ui.form.pieces import card
from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.icons import icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr


class FilesCard(QWidget):
    """Opens the settings file and the folder in which it lies."""

    def __init__(self, around: Around, folder: DataFolder) -> None:
        super().__init__()
        self._around = around
        self._folder = folder
        self.open_file = QPushButton(icon("edit"), tr("Open settings.toml"))
        self.open_folder = QPushButton(icon("folder"), tr("Open the data folder"))
        self.open_file.clicked.connect(self._open_file)
        self.open_folder.clicked.connect(self._open_folder)
        frame, column = card(tr("Everything else"))
        column.setSpacing(SPACE.one)
        column.addWidget(
            PlainLabel(tr("Rarely needed settings stand in a file that explains each."), Text.MUTED)
        )
        buttons = FlowLayout(None, SPACE.one)
        buttons.addWidget(self.open_file)
        buttons.addWidget(self.open_folder)
        column.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    @Slot()
    def _open_file(self) -> None:
        self._around.open_link(QUrl.fromLocalFile(str(self._folder.settings)).toString())

    @Slot()
    def _open_folder(self) -> None:
        self._around.open_link(QUrl.fromLocalFile(str(self._folder.root)).toString())
