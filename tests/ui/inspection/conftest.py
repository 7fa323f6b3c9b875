"""What tests of the inspection page share: a file with a log, and a page that reads it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from assistant.folders import DataFolder
from assistant.ui.around import Around
from assistant.ui.inspection.page import InspectionPage
from tests.ui.conftest import Show

Settle = Callable[[InspectionPage], None]


class _Opened(QObject):
    """Notes every window that opens."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[QObject] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_shown = event.type() is QEvent.Type.Show
        if is_shown and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched)
        return False


@contextmanager
def opened_windows(app: QApplication) -> Iterator[list[QObject]]:
    """Yield what notes the windows that open meanwhile."""
    seen = _Opened()
    app.installEventFilter(seen)
    yield seen.windows
    app.removeEventFilter(seen)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path)


@pytest.fixture
def path(folder: DataFolder) -> Path:
    return folder.database


@pytest.fixture
def log_file(path: Path) -> Path:
    return path


@pytest.fixture
def places(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def settle(qtbot: QtBot) -> Settle:
    """Return what waits until a page has nothing more to read or draw."""
    return lambda page: qtbot.waitUntil(lambda: not page.is_busy, timeout=20_000)


@pytest.fixture
def page(
    around: Around, folder: DataFolder, places: QSettings, show: Show, settle: Settle
) -> Iterator[Callable[[], InspectionPage]]:
    """Return what opens the page, with all that it shows."""
    opened: list[InspectionPage] = []

    def open_page() -> InspectionPage:
        page = InspectionPage(around, folder, places)
        opened.append(page)
        show(page)
        settle(page)
        return page

    yield open_page
    for each in opened:
        each.stop()
