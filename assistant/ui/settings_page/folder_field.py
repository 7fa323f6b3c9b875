"""The watched folder: its path in view, to copy, to open, or another one to choose."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.icons import icon
from assistant.ui.look.roles import Variant, set_invalid, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.pick_file import PickFolder, pick_folder
from assistant.words.catalogue import tr


class FolderField(QWidget):
    """Asks for a folder; an empty field means the one of the start.

    Signals:
        edited: Another folder was chosen or typed.
    """

    edited = Signal()

    def __init__(
        self, usual: Path, open_link: Callable[[str], None], pick: PickFolder = pick_folder
    ) -> None:
        """Set up.

        Args:
            usual: The folder that an empty field means.
            open_link: Opens a folder in the system's file manager.
            pick: Lets the user choose one.
        """
        super().__init__()
        self._usual = usual
        self._open_link = open_link
        self._pick = pick
        self.field = QLineEdit()
        self.field.setPlaceholderText(str(usual))
        self.field.setAccessibleName(tr("Watched folder"))
        self.choose = QPushButton(icon("folder"), tr("Choose …"))
        self.open = QPushButton(icon("link-out"), tr("Open"))
        self.copy = QPushButton(icon("copy"), tr("Copy"))
        self.open.setAccessibleName(tr("Open the folder"))
        self.copy.setAccessibleName(tr("Copy the folder's path"))
        self._lay_out()
        self.field.textEdited.connect(self._edit)
        self.choose.clicked.connect(self._choose)
        self.open.clicked.connect(self._open)
        self.copy.clicked.connect(self._copy)
        self.show_folder("")

    @property
    def text(self) -> str:
        """Return what stands in the field; empty for the usual folder."""
        return self.field.text().strip()

    @property
    def folder(self) -> Path:
        """Return the folder that is meant."""
        return Path(self.text) if self.text else self._usual

    def show_folder(self, text: str) -> None:
        """Show a path in place of what stands there."""
        self.field.setText(text)
        set_invalid(self.field, invalid=False)

    def is_wrong(self) -> bool:
        """Look whether the folder is missing, and mark the field if it is."""
        wrong = bool(self.text) and not Path(self.text).is_dir()
        set_invalid(self.field, wrong)
        return wrong

    def _lay_out(self) -> None:
        buttons = FlowLayout(None, SPACE.half)
        for button in (self.choose, self.open, self.copy):
            set_variant(button, Variant.QUIET)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.half)
        column.addWidget(self.field)
        column.addLayout(buttons)

    @Slot()
    def _edit(self) -> None:
        set_invalid(self.field, invalid=False)
        self.edited.emit()

    @Slot()
    def _choose(self) -> None:
        chosen = self._pick(self, self.folder)
        if chosen:
            self.show_folder("" if Path(chosen) == self._usual else chosen)
            self.edited.emit()

    @Slot()
    def _open(self) -> None:
        self._open_link(QUrl.fromLocalFile(str(self.folder)).toString())

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self.folder))
