"""What tests of windows share: a desk with signals, and all that a window is handed."""

import gc
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from assistant.app.garbage import Garbage
from assistant.core.errors import AssistantError
from assistant.core.summary import Summary
from assistant.desk import Desk
from assistant.intake.reception import Reception
from assistant.intake.ringing import own_calls
from assistant.intake.spool import Spool
from assistant.settings import Settings, load
from assistant.settings.values import TelephoneSettings
from assistant.start import dealer
from assistant.store.store import Store
from assistant.ui.around import Around
from assistant.ui.look import theme
from assistant.ui.post import OwnMailProgram
from assistant.ui.qt_desk import QtDesk
from assistant.ui.search import Search
from assistant.ui.telephone import Telephone
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


@pytest.fixture(autouse=True)
def cycles_are_collected_between_tests() -> Iterator[None]:
    """Let no collector come in between: qtbot holds a page weakly, and Qt may be placing it."""
    gc.disable()
    yield
    Garbage().collect_some()
    gc.enable()


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


@dataclass(slots=True)
class Switchboard:
    """Dials nobody, and notes whom it was to call; or fails as the test wants it."""

    problem: AssistantError | None = None
    dialled: list[tuple[TelephoneSettings, str, str, str]] = field(default_factory=list)
    may_answer: threading.Event = field(default_factory=threading.Event)

    def dial(
        self, telephone: TelephoneSettings, number: str, region: str, secret: str = ""
    ) -> None:
        assert self.may_answer.wait(10)
        self.dialled.append((telephone, number, region, secret))
        if self.problem is not None:
            raise self.problem


@pytest.fixture
def switchboard() -> Switchboard:
    """Return what dials by a request or a command; it answers at once."""
    switchboard = Switchboard()
    switchboard.may_answer.set()
    return switchboard


@pytest.fixture
def desk_telephone(switchboard: Switchboard, tmp_path: Path, clock: FakeClock) -> Telephone:
    """Return what a call is made by."""
    return Telephone(switchboard.dial, own_calls(tmp_path / "own-calls", clock))


@pytest.fixture
def around(
    qt_desk: QtDesk,
    settings: Settings,
    opened: list[str],
    tmp_path: Path,
    desk_telephone: Telephone,
) -> Around:
    """Return what every window is handed."""
    post = OwnMailProgram(opened.append, tmp_path / "drafts")
    return Around(qt_desk, settings, Tongue.ENGLISH, opened.append, post, telephone=desk_telephone)


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
