"""The system's dialog in which a person chooses a list."""

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QWidget

from assistant.intake.list_names import SUFFIXES
from assistant.words.catalogue import tr

PickList = Callable[[QWidget], str]


def pick_list(parent: QWidget) -> str:
    """Let the user choose a list; an empty path when he changes his mind."""
    endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    lists = tr("Lists ({endings})").format(endings=endings)
    path, _ = QFileDialog.getOpenFileName(parent, tr("Choose a list"), "", lists)
    return path
