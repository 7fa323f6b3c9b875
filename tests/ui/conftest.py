"""What tests of windows share: a desk with signals, and all that a window is handed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from assistant.core.summary import Summary
from assistant.desk import Desk
from assistant.intake.reception import Reception
from assistant.intake.spool import Spool
from assistant.settings import Settings, load
from assistant.start import dealer
from assistant.store.store import Store
from assistant.ui.around import Around
from assistant.ui.look import theme
from assistant.ui.post import OwnMailProgram
from assistant.ui.qt_desk import QtDesk
from assistant.ui.search import Search
from assistant.words.catalogue import Tongue
from tests.conftest import FakeClock

Show = Callable[[QWidget], None]


class DeskFinder:
    """Searches in the desk's own database: one in memory has no second view."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find(self, text: str) -> list[Summary]:
        return self._desk.find(text)

    def close(self) -> None:
        """Nothing to close."""


class HereSearch(Search):
    """Answers at once, on this thread."""

    def __init__(self, open_finder: Callable[[], DeskFinder]) -> None:
        super().__init__(open_finder)
        self._finder = open_finder()

    @override
    def ask(self, text: str) -> None:
        self.found.emit(text, self._finder.find(text))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return what a new user starts with."""
    return load(tmp_path / "settings.toml").settings


@pytest.fixture
def qt_desk(
    qtbot: QtBot,  # noqa: ARG001 - there must be an application
    desk: Desk,
    store: Store,
    clock: FakeClock,
    settings: Settings,
    tmp_path: Path,
) -> Iterator[QtDesk]:
    """Return a desk with signals; it does not look by itself until it is started."""
    spool = Spool(tmp_path / "spool", clock)
    reception = Reception(spool, desk, dealer(settings), clock)
    qt_desk = QtDesk(desk, reception, spool, clock, store.data_version)
    yield qt_desk
    qt_desk.stop()


@pytest.fixture
def opened() -> list[str]:
    """Return the links that were handed to the system."""
    return []


@pytest.fixture
def around(qt_desk: QtDesk, settings: Settings, opened: list[str], tmp_path: Path) -> Around:
    """Return what every window is handed."""
    post = OwnMailProgram(opened.append, tmp_path / "drafts")
    return Around(qt_desk, settings, Tongue.ENGLISH, opened.append, post)


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Return what shows a page as large as on a small screen, with the keyboard."""

    def show_page(page: QWidget) -> None:
        qtbot.addWidget(page)
        page.resize(1040, 700)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)

    return show_page


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[theme.Appearance]:
    """Return the look that is on; it is taken off after the test."""
    yield theme.apply(qapp, theme.Theme.LIGHT)
    theme.apply(qapp, theme.Theme.LIGHT)
    qapp.setStyleSheet("")


@pytest.fixture
def search(desk: Desk) -> Iterator[Search]:
    search = HereSearch(lambda: DeskFinder(desk))
    yield search
    search.stop()
