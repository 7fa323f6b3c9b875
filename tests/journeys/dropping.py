"""Dragging files from another program's window."""

from pathlib import Path

from tests.journeys.desktop import Desktop
from tests.journeys.files_window import TITLE, WELCOME
from tests.journeys.office import MAIN


def drop(desktop: Desktop, *paths: Path) -> None:
    """Drag files from another program's window into the middle of the main window."""
    screen = desktop.screen
    desktop.python("-m", "tests.journeys.files_window", *map(str, paths))
    screen.activate(TITLE)
    left, top, width, height = screen.frame(TITLE).box
    start = (left + width // 2, top + height // 2)
    left, top, width, height = screen.frame(MAIN).box
    screen.drag(start, (left + width // 2, top + height // 2))
    screen.frame(WELCOME)
    screen.let_go()
