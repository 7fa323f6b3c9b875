"""``python -m tests.bench``: every comparison, in one run, as ratios."""

import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import commands, desktop, exports, inspection, mail, page, reading
from tests.bench.log import make_log
from tests.bench.report import Row, head
from tests.bench.year_log import make_year
from tests.journeys.desktop import Desktop

LARGE = 100_000
SMALL = 1_000
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def compare(root: Path) -> Iterator[Row]:
    """Measure everything, the quick things first."""
    empty, small = make_log(root / "empty", 0, NOW), make_log(root / "small", SMALL, NOW)
    yield commands.pressed(make_log(root / "pressed", SMALL, NOW))
    yield reading.mails()
    yield reading.hostile()
    yield reading.flooded(make_log(root / "flooded", 0, NOW))
    say(f"making a log of {LARGE:,} leads …")
    large = make_log(root / "large", LARGE, NOW)
    yield commands.agenda(small, large)
    yield from exports.written(large, root / "exports")
    say("making two logs of a year …")
    year, long_year = (make_year(root / f"year{n}", n, NOW) for n in (2_000, 20_000))
    yield from inspection.inspected(year, long_year)
    (root / "screen").mkdir()
    with Desktop(root / "screen") as screen:
        yield from desktop.started(screen, empty, large)
        yield desktop.landed(screen, make_log(root / "landed", SMALL, NOW))
        yield mail.delivered(screen, make_log(root / "mailed", SMALL, NOW))
        yield from page.opened(long_year, screen.environment())
        yield from desktop.idle(screen, large)


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)  # noqa: T201 - a tool for the terminal


def main() -> int:
    """Print the table; return 1 when a goal was missed."""
    say(commands.machine())
    say(head())
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        rows = []
        for row in compare(Path(folder)):
            say(row.line())
            rows.append(row)
    return int(any(row.figure > row.goal for row in rows))


if __name__ == "__main__":
    sys.exit(main())
