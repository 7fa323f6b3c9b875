"""Letting the user choose where a file goes."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

Pick = Callable[[QWidget, str], str]
"""Asks, with a name to begin with; an empty path when he changes his mind."""


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
