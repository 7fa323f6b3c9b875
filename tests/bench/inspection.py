"""The figures of a week and of a year against the same by hand-written SQL in the sqlite3 shell.

``python -m tests.bench.inspection`` makes two logs of a year, one ten times the other, and prints
the rows. The hand-written SQL (``peers/figures.sql``) reads what we read: ``milestones``, which
says of each lead when it came to each step, and ``requests`` with ``facts`` for the telephone.
Both sides are processes of their own; what it takes them to start, and us to import, is set
aside: a week's figures take less than that.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from assistant.core.figures import IDLE, Choice, Part
from assistant.core.period import Period
from assistant.desk.inspection import inspection
from assistant.folders import DataFolder
from assistant.settings import load
from assistant.settings.rules import rules
from assistant.store.columns import moment_text
from tests.bench.report import Row, head, ratio
from tests.bench.year_log import make_year

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WEEK = Period.of_week(2026, 9)
YEAR = Period(first=WEEK.last - timedelta(days=363), last=WEEK.last)
RUNS = 5
_CHECKOUT = Path(__file__).parents[2]
_SQL = (Path(__file__).parent / "peers" / "figures.sql").read_text(encoding="ascii")


def inspected(small: DataFolder, large: DataFolder) -> Iterator[Row]:
    """Measure all of it."""
    taken: dict[tuple[Path, Period], list[float]] = {}
    shell: dict[Period, list[float]] = {WEEK: [], YEAR: []}
    most = 0.0
    for _ in range(RUNS):
        for folder in (small, large):
            for period in (WEEK, YEAR):
                seconds, requests, memory = _ours(folder, period)
                taken.setdefault((folder.root, period), []).append(seconds)
                most = max(most, memory)
                if folder is large:
                    seconds, counted = _shell(folder, period)
                    shell[period].append(seconds)
                    if counted != requests:
                        raise AssertionError(f"{counted} leads by SQL, {requests} by us")
    for name, period in (("week", WEEK), ("year", YEAR)):
        ours = taken[large.root, period]
        yield ratio(f"figures of a {name} / by hand-written SQL", ours, shell[period], 1.5)
        growth = median(ours) / median(taken[small.root, period])
        yield Row(f"figures of a {name}, a log ten times larger", growth, 12, f"{growth:.1f} x")
    yield Row("memory of the figures of a year over start (MB)", most, 200, f"{most:.0f} MB")


def _ours(folder: DataFolder, period: Period) -> tuple[float, int, float]:
    """Return seconds, requests and MB over start, as a process of its own found them."""
    module = "tests.bench.inspection"  # its __name__ is another when it runs by itself
    words = [sys.executable, "-m", module, str(folder.root), f"{period.first}", f"{period.last}"]
    done = subprocess.run(  # noqa: S603 - our own program
        words, cwd=_CHECKOUT, check=True, capture_output=True, text=True
    )
    seconds, requests, memory = done.stdout.split()
    return float(seconds), int(requests), float(memory)


def _shell(folder: DataFolder, period: Period) -> tuple[float, int]:
    """Return how long the shell took beyond its start, and how many leads it counted."""
    hours = rules(load(folder.settings).settings, folder.holidays).hours
    values = {
        "start": hours.at(period.first, 0),
        "end": hours.at(period.last + timedelta(days=1), 0),
        "now": NOW,
        "idle": NOW - IDLE,
    }
    named = "\n".join(f".parameter set :{n} \"'{moment_text(at)}'\"" for n, at in values.items())
    start, _ = _asked(folder, f"{named}\nselect count(*) from sqlite_master;", hours.zone.key)
    took, told = _asked(folder, f"{named}\n{_SQL}", hours.zone.key)
    (requests,) = (line.split("|")[2] for line in told.splitlines() if line.startswith("all|"))
    return took - start, int(requests)


def _asked(folder: DataFolder, statements: str, zone: str) -> tuple[float, str]:
    since = time.perf_counter()
    done = subprocess.run(  # noqa: S603 - the peer
        ["/usr/bin/sqlite3", "-readonly", "-batch", str(folder.database)],
        input=statements,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "TZ": zone},
    )
    return time.perf_counter() - since, done.stdout


def _measure(root: Path, period: Period) -> str:
    """Return what :func:`_ours` reads: it runs in a process of its own."""
    import assistant.store.figures  # noqa: F401, PLC0415 - else the first reading loads it

    folder = DataFolder(root)
    dealers = rules(load(folder.settings).settings, folder.holidays)
    before = peak()
    since = time.perf_counter()
    with inspection(folder.database, lambda: NOW, dealers) as opened:
        requests = opened.figures(period, Choice()).counts[Part.REQUESTS]
    return f"{time.perf_counter() - since} {requests} {peak() - before}"


def peak() -> float:
    """Return the most memory that this process ever had, in MB; its parent's does not count."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (most,) = (line.split()[1] for line in lines if line.startswith("VmHWM"))
    return int(most) / 1024


def main(small: int = 20_000, large: int = 200_000) -> int:
    """Print the table; return 1 when a goal was missed."""
    print(head())  # noqa: T201 - a tool for the terminal
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        logs = (make_year(Path(folder, f"{leads}"), leads, NOW) for leads in (small, large))
        rows = list(inspected(*logs))
    print("\n".join(row.line() for row in rows))  # noqa: T201 - likewise
    return int(any(row.figure > row.goal for row in rows))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        first, last = map(datetime.fromisoformat, sys.argv[2:])
        asked = Period(first=first.date(), last=last.date())
        print(_measure(Path(sys.argv[1]), asked))  # noqa: T201 - read by the parent
        sys.exit(0)
    sys.exit(main())
