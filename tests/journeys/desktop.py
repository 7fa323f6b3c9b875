"""A whole desktop for one journey: screen, windows, notifications, screen reader, clock.

Everything on it is private: its own X server on a display that was free, its own buses
on sockets in its own folder, its own home. It takes nothing from the desktop, or the
environment, of whoever runs the tests, and leaves no process behind.

The order of the start matters. The buses and the X server come first; the accessibility
bus must answer before any program starts, because Qt looks for it only then.
"""

import shutil
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.journeys.clock import WallClock, build_library
from tests.journeys.links import Links
from tests.journeys.notices import Notices
from tests.journeys.processes import end
from tests.journeys.program import Installation, Program
from tests.journeys.screen import Screen
from tests.journeys.servers import (
    bare_environment,
    has_window_manager,
    is_on_bus,
    set_keyboard,
    start_accessibility,
    start_bus,
    start_screen,
    start_window_manager,
)
from tests.journeys.window import Reader

LAPTOP = (1366, 768)
"""The smallest screen a salesperson has."""

NOTIFICATIONS = "org.freedesktop.Notifications"
ACCESSIBILITY = "org.a11y.Bus"


class Desktop:
    """Starts when entered; everything it started has ended when it is left.

    Args:
        folder: Where the home, the logs and the pictures go; it is kept.
        size: Width and height of the screen in pixels.
        pictures: Where the pictures go instead.
    """

    screen: Screen
    reader: Reader
    notices: Notices
    links: Links
    clock: WallClock

    def __init__(
        self, folder: Path, size: tuple[int, int] = LAPTOP, pictures: Path | None = None
    ) -> None:
        self.folder = folder
        self._pictures = pictures or folder / "pictures"
        self._size = size
        self._ends = ExitStack()
        self._environment: dict[str, str] = {}

    def __enter__(self) -> Self:
        try:
            self._start()
        except BaseException:
            self._ends.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ends.close()

    def environment(self) -> dict[str, str]:
        """Return everything a program on this desktop is started with."""
        return self._environment | self.clock.environment

    def python(self, *words: str, **environment: str) -> Program:
        """Start any Python program on this desktop; it ends with the desktop."""
        log = Path(tempfile.mkstemp(suffix=".log", prefix="python-", dir=self.folder)[1])
        line = (sys.executable, *words)
        program = Program(line, self.environment() | environment, log, self.screen.patience)
        self._ends.callback(program.stop)
        return program

    def installation(self, data: Path) -> Installation:
        """Return the assistant with this data folder; what it runs ends with the desktop."""
        patience = self.screen.patience
        installation = Installation(data, self.environment(), self.folder, patience)
        self._ends.callback(installation.stop)
        return installation

    def _start(self) -> None:
        """Start the two servers, then all that lives on them, and wait for every one."""
        # Names of sockets may be 108 bytes long at most, too short for a test's own folder.
        runtime = Path(tempfile.mkdtemp(prefix="journey-"))
        self._ends.callback(shutil.rmtree, runtime, ignore_errors=True)
        self._ends.callback(self._keep_temporary_files, runtime / "tmp")
        self.clock = WallClock(build_library("moved_clock", runtime), self.folder)
        self._environment = bare_environment(self.folder / "home", runtime)
        self._start_servers(runtime)
        self.screen = Screen(self._environment, self._pictures)
        self.links = Links(self.folder, self.screen.patience)
        self._environment |= self.links.environment(self._environment)
        self._start_residents()

    def _keep_temporary_files(self, temporary: Path) -> None:
        """Save what programs left behind, such as the account of a crash."""
        for path in temporary.glob("*"):
            if path.is_file():
                shutil.copy(path, self.folder)

    def _start_servers(self, runtime: Path) -> None:
        log = self.folder / "desktop.log"
        screen, display = start_screen(self._environment, self._size, log)
        self._ends.callback(end, screen)
        self._environment["DISPLAY"] = display
        bus, address = start_bus(self._environment, runtime, log)
        self._ends.callback(end, bus)
        self._environment["DBUS_SESSION_BUS_ADDRESS"] = address

    def _start_residents(self) -> None:
        """Start window manager, notification daemon and screen reader side by side."""
        environment, log = self._environment, self.folder / "desktop.log"
        set_keyboard(environment)
        patience = self.screen.patience
        self.notices = Notices(environment, self.folder, patience)
        self._ends.callback(end, start_window_manager(environment, log))
        self._ends.callback(end, start_accessibility(environment, log))
        self._ends.callback(end, self.notices.start(log))
        patience.until(lambda: has_window_manager(environment), "the window manager")
        patience.until(lambda: is_on_bus(environment, NOTIFICATIONS), NOTIFICATIONS)
        patience.until(lambda: is_on_bus(environment, ACCESSIBILITY), ACCESSIBILITY)
        self.reader = Reader(environment, log, patience)
        self._ends.callback(self.reader.stop)
        self.reader.applications()
