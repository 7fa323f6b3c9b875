"""The inspection page of a year as the manager meets it, in the whole program.

``python -m tests.bench.page`` makes a year's log and prints the rows; with a data folder as its
argument it looks at the year until now in that one. The page has no peer to be compared with, so
its rows are in milliseconds: they depend on the machine, and on what else runs there.
``QT_QPA_PLATFORM`` says on which screen; bytecode is written, as in an installed program.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from assistant.app.desktop import Desktop
from assistant.app.places import places_of
from assistant.core.clock import utc_now
from assistant.core.figures import Choice
from assistant.core.period import Period
from assistant.core.preset import Preset
from assistant.folders import DataFolder
from assistant.ui.inspection.page import InspectionPage
from assistant.ui.inspection.remembered import Remembered, remember
from assistant.ui.inspection.scope import Span
from assistant.ui.main_window import Place
from assistant.words.catalogue import Tongue
from tests.bench.inspection import NOW, peak
from tests.bench.report import Row, head
from tests.bench.year_log import make_year

RUNS = 3
_SETTLED_MS = 5_000
_TICK_MS = 5
_FRAMES = 300
_CHECKOUT = Path(__file__).parents[2]
_GOALS = {
    "inspection page of a year: the funnel in view (ms)": 300,
    "inspection page of a year: everything (ms)": 1_500,
    "inspection page: longest block of the window (ms)": 50,
    "list behind a figure: a frame a screenful further (ms)": 1_000 / 60,
    "inspection page and list: memory over start (MB)": 200,
}


def opened(
    folder: DataFolder, screen: Mapping[str, str] | None = None, until: datetime = NOW
) -> Iterator[Row]:
    """Open the page some times, each in a program of its own.

    Args:
        folder: The log.
        screen: The environment of a desktop; this one's if left out.
        until: The present moment, and the end of the year.
    """
    environment = dict(os.environ if screen is None else screen)
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory(prefix="bytecode-") as compiled:
        environment["PYTHONPYCACHEPREFIX"] = compiled
        _run(folder, until, environment)  # compiles
        runs = [_run(folder, until, environment) for _ in range(RUNS)]
    for (what, goal), figures in zip(_GOALS.items(), zip(*runs, strict=True), strict=True):
        figure = median(figures)
        yield Row(what, figure, round(goal, 1), f"{figure:.0f}")


def _run(folder: DataFolder, until: datetime, environment: Mapping[str, str]) -> list[float]:
    module = "tests.bench.page"  # its __name__ is another when it runs by itself
    words = [sys.executable, "-m", module, "--look", str(folder.root), until.isoformat()]
    done = subprocess.run(  # noqa: S603 - our own program
        words, cwd=_CHECKOUT, env=environment, check=True, capture_output=True, text=True
    )
    return [float(word) for word in done.stdout.splitlines()[-1].split()]


class Watch(QObject):
    """Ticks in the window's thread: late ticks are blocks.

    Attributes:
        longest: The longest time between two ticks, in seconds.
        first: When the funnel had been drawn; 0 before.
    """

    def __init__(self, page: InspectionPage | None = None) -> None:
        super().__init__()
        self.page, self.longest, self.first = page, 0.0, 0.0
        self._is_shown = False
        self._last = perf_counter()
        self._timer = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    @Slot()
    def _tick(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now
        if self._is_shown and not self.first:
            self.first = now
        page = self.page
        self._is_shown = page is not None and page.area.isVisible()


def _look(folder: DataFolder, until: datetime) -> str:
    """Open the page and scroll; runs in a process of its own."""
    app = QApplication([])
    _choose_the_year(folder, until.date())
    desktop = Desktop(app, folder, lambda: until, Tongue.DUTCH, with_tray=False)
    main, pages = desktop.windows.main, desktop.windows.pages
    _wait(_SETTLED_MS)
    before, watch, since = peak(), Watch(), perf_counter()
    main.go_to(Place.INSPECTION)
    watch.page = page = pages.inspection
    while page.is_busy or not watch.first:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    everything = perf_counter() - since
    _wait(_SETTLED_MS // 10)
    page.sections.funnel.steps[0].count.click()
    frame = _scroll(app, page)
    found = (watch.first - since, everything, watch.longest, frame)
    told = " ".join(f"{1_000 * seconds}" for seconds in found) + f" {peak() - before}"
    desktop.close()
    return told


def _choose_the_year(folder: DataFolder, last: date) -> None:
    places, year = places_of(folder), Period(first=last - timedelta(days=364), last=last)
    chosen = Remembered(span=Span.FROM_TO, typed=year, choice=Choice(), preset=Preset.SIXTY)
    remember(places, chosen)
    places.sync()


def _scroll(app: QApplication, page: InspectionPage) -> float:
    """Return the seconds that a frame took."""
    while page.is_busy:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    table = page.leads.table
    since = perf_counter()
    for frame in range(_FRAMES):
        table.verticalScrollBar().setValue(frame * table.viewport().height())
        app.processEvents()
    return (perf_counter() - since) / _FRAMES


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(leads: int = 200_000) -> int:
    """Print the table; return 1 when a goal was missed."""
    print(head())  # noqa: T201 - a tool for the terminal
    with tempfile.TemporaryDirectory(prefix="bench-") as made:
        if len(sys.argv) > 1:
            rows = list(opened(DataFolder(Path(sys.argv[1])), until=utc_now()))
        else:
            rows = list(opened(make_year(Path(made, "year"), leads, NOW)))
    print("\n".join(row.line() for row in rows))  # noqa: T201 - likewise
    return int(any(row.figure > row.goal for row in rows))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--look"]:
        print(_look(DataFolder(Path(sys.argv[2])), datetime.fromisoformat(sys.argv[3])))  # noqa: T201 - read by the parent
        sys.stdout.flush()
        os._exit(0)  # what is measured is told; threads may still be at work
    sys.exit(main())
