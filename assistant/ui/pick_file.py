"""Letting the user choose where a file goes, or a folder."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from assistant.words.catalogue import tr

Pick = Callable[[QWidget, str], str]
"""Asks, with a name to begin with; an empty path when he changes his mind."""
PickFolder = Callable[[QWidget, Path], str]
"""Asks, with a folder to begin in; an empty path when he changes his mind."""


def pick_folder(parent: QWidget, start: Path) -> str:
    """Let the user choose a folder."""
    return QFileDialog.getExistingDirectory(parent, tr("Choose a folder"), str(start))


def picking(title: str) -> Pick:
    """Return what asks under a title.

    The ending is put behind a name without one before he is asked whether to replace a file.
    """

    def pick(parent: QWidget, name: str) -> str:
        ending = Path(name).suffix
        dialog = QFileDialog(parent, title, "", f"{ending[1:].upper()} (*{ending})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending[1:])
        dialog.selectFile(name)
        path = dialog.selectedFiles()[0] if dialog.exec() else ""
        dialog.deleteLater()
        return path

    return pick
