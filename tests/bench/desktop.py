"""What is measured on a screen: start, a file that lands, idling, memory."""

import shutil
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from assistant.folders import DataFolder
from tests.bench.report import Row, ratio
from tests.bench.screen import Maps, cpu_seconds, maps, resident_kb
from tests.journeys.desktop import Desktop
from tests.journeys.program import Program

RUNS = 7
_SETTLED_S = 5.0
_IDLE_S = 60.0
_ADF = """<?xml version="1.0"?><?adf version="1.0"?><adf><prospect><requestdate>now</requestdate>
<customer><contact><name part="full">Klant {number}</name><phone>06123400{number:02}</phone>
</contact><comments>Is deze auto nog beschikbaar?</comments></customer></prospect></adf>"""

Start = Callable[[], Program]


def started(desktop: Desktop, empty: DataFolder, full: DataFolder) -> list[Row]:
    """Compare the time from start to first window, with an empty and a full log."""
    with maps(desktop) as seen:
        bare: list[float] = []
        ours: dict[str, list[float]] = {"empty": [], "100,000": []}
        for _ in range(RUNS):
            bare.append(_first_window(seen, lambda: _peer(desktop, "window")))
            for name, folder in (("empty", empty), ("100,000", full)):
                run = desktop.installation(folder.root).run
                ours[name].append(_first_window(seen, run))
    return [
        ratio(f"start to first window, {name} leads / bare window", times, bare, 2.0)
        for name, times in ours.items()
    ]


def landed(desktop: Desktop, folder: DataFolder) -> Row:
    """Compare the time from a file's landing to the popup with that of a bare watcher.

    Each run has a copy of ``folder``: in the next one the lead would ring at the start.
    """
    ours, bare = [], []
    with maps(desktop) as seen, tempfile.TemporaryDirectory() as scratch:
        for number in range(RUNS):
            watched = Path(scratch) / str(number)
            watched.mkdir()
            peer = _peer(desktop, "watcher", str(watched))
            bare.append(_popup(seen, peer, watched, number))
            copy = DataFolder(Path(scratch) / f"ours-{number}")
            shutil.copytree(folder.root, copy.root)
            ours.append(_popup(seen, desktop.installation(copy.root).run(), copy.inbox, number))
    more = sorted(mine - other for mine, other in zip(ours, bare, strict=True))[RUNS // 2]
    shown = f"{more * 1000:+.0f} ms"
    return Row("file landed to popup, over a bare watcher and window", more * 1000, 150, shown)


def idle(desktop: Desktop, folder: DataFolder) -> list[Row]:
    """Measure the processor's and the memory's share of the program with nothing due."""
    with maps(desktop) as seen:
        shown = seen.count()
        ours = desktop.installation(folder.root).run()
        seen.wait(shown)
        peer = _peer(desktop, "window")
        seen.wait(shown + 1)
        threading.Event().wait(_SETTLED_S)
        before, since = cpu_seconds(ours.process_id), time.perf_counter()
        threading.Event().wait(_IDLE_S)
        spent = cpu_seconds(ours.process_id) - before
        share = 100 * spent / (time.perf_counter() - since)
        memory = resident_kb(ours.process_id) / resident_kb(peer.process_id)
        ours.stop()
        peer.stop()
    return [
        Row("idle, share of a core in %", share, 0.1, f"{share:.3f} %"),
        Row("resident memory / bare window", memory, 1.5, f"{memory:.2f} x"),
    ]


def _peer(desktop: Desktop, name: str, *words: str) -> Program:
    return desktop.python("-m", f"tests.bench.peers.{name}", *words)


def _first_window(seen: Maps, start: Start) -> float:
    before, since = seen.count(), time.perf_counter()
    program = start()
    took = seen.wait(before) - since
    program.stop()
    return took


def _popup(seen: Maps, program: Program, folder: Path, number: int) -> float:
    threading.Event().wait(_SETTLED_S)
    prepared = folder.parent / f"prepared-{number}.xml"
    prepared.write_text(_ADF.format(number=number), "utf-8")
    before, since = seen.count(), time.perf_counter()
    prepared.rename(folder / prepared.name)
    took = seen.wait(before) - since
    program.stop()
    return took
