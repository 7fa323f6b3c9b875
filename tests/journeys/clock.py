"""The clock on the wall, which a journey can move while the program runs.

The program has no switch for tests. Instead a small library, ``moved_clock.c``, is
loaded before it and adds one number to every reading of the wall clock, of Python, Qt
and SQLite alike. The number lies in a file that the journey writes and the program has
mapped into its memory: a jump is there at once. Timers, sleeps and monotonic clocks are
the machine's own. Files keep their true times.
"""

import os
import struct
from datetime import datetime, timedelta
from pathlib import Path

from assistant.core.clock import utc_now
from tests.journeys.packages import command
from tests.journeys.processes import run

MICROSECOND = timedelta(microseconds=1)


def build_library(name: str, folder: Path) -> Path:
    """Compile one of the libraries here into a folder; it takes a tenth of a second."""
    library, source = folder / f"{name}.so", Path(__file__).with_name(f"{name}.c")
    words = [command("cc"), "-shared", "-fPIC", "-O1", "-o", str(library), str(source)]
    done = run(words, os.environ)
    assert done.returncode == 0, done.stderr
    return library


class WallClock:
    """The clock of all programs of one desktop. It goes on from wherever it is set."""

    def __init__(self, library: Path, folder: Path) -> None:
        self._file = folder / "clock"
        self._library = library
        self._shift = timedelta()
        self._file.write_bytes(struct.pack("=q", 0))

    @property
    def environment(self) -> dict[str, str]:
        """What a program must be started with to live by this clock."""
        return {"LD_PRELOAD": str(self._library), "JOURNEY_CLOCK": str(self._file)}

    def now(self) -> datetime:
        """Return the moment the programs take it to be, in UTC."""
        return utc_now() + self._shift

    def set(self, moment: datetime) -> None:
        """Make it this moment now, which must be aware of its time zone."""
        self._move_by(moment - utc_now())

    def advance(self, by: timedelta) -> None:
        """Let time pass at once."""
        self._move_by(self._shift + by)

    def _move_by(self, shift: timedelta) -> None:
        """Write the number in place: eight aligned bytes are never seen half."""
        self._shift = shift
        with self._file.open("r+b", buffering=0) as file:
            file.write(struct.pack("=q", shift // MICROSECOND * 1000))
