"""Watching windows appear, from outside: what is measured knows nothing of it."""

import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.journeys.desktop import Desktop
from tests.journeys.packages import command

_TIMEOUT_S = 60.0


class Maps:
    """The moments at which windows were mapped, as the X server told them."""

    def __init__(self, lines: "subprocess.Popen[str]") -> None:
        self._lines = lines
        self._moments: list[float] = []
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def count(self) -> int:
        """Return how many windows were mapped so far."""
        return len(self._moments)

    def wait(self, more_than: int) -> float:
        """Wait for the next window; return when it was mapped (``perf_counter``)."""
        with self._changed:
            if not self._changed.wait_for(lambda: len(self._moments) > more_than, _TIMEOUT_S):
                raise TimeoutError("no window appeared")
            return self._moments[more_than]

    def _read(self) -> None:
        assert self._lines.stdout is not None
        for line in self._lines.stdout:
            if line.startswith("MapNotify"):
                with self._changed:
                    self._moments.append(time.perf_counter())
                    self._changed.notify_all()


@contextmanager
def maps(desktop: Desktop) -> Iterator[Maps]:
    """Watch the windows of a desktop."""
    watching = subprocess.Popen(  # noqa: S603 - our own words
        [command("stdbuf"), "-oL", command("xev"), "-root", "-event", "substructure"],
        env=desktop.environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Maps(watching)
    finally:
        watching.terminate()
        watching.wait()


def resident_kb(process_id: int) -> int:
    """Return a process's resident memory."""
    for line in Path(f"/proc/{process_id}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1])
    raise LookupError(process_id)


def cpu_seconds(process_id: int) -> float:
    """Return the processor time that a process has used."""
    fields = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100
