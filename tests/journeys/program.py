"""The real program as its own process, started, killed and stopped like any other."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.journeys.packages import command
from tests.journeys.processes import end, run, start
from tests.journeys.waiting import Patience

SIGNS_OF_TROUBLE = (
    "Traceback",
    "Warning:",
    "QObject",
    "QThread",
    "QSocket",
    "qt.",
    "Fatal",
    "followup-error-",
)
HUMBLE = ["--bounding-set=-dac_override,-dac_read_search"]
OF_OUR_MAKING = "qt.accessibility.atspi: Could not find accessible on path"
"""The screen reader asked about a control, say a list's row, that has just gone."""


class Program:
    """One running Python program of the checkout.

    Args:
        words: Its command line.
        environment: All of it; nothing is inherited.
        log: Where its output and its complaints go.
        patience: For waiting until it has ended.
    """

    def __init__(
        self, words: Sequence[str], environment: Mapping[str, str], log: Path, patience: Patience
    ) -> None:
        self._log = log
        self._patience = patience
        self._process = start(words, environment, log)

    @property
    def process_id(self) -> int:
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """What it ended with (negative: the signal); nothing while it runs."""
        return self._process.poll()

    @property
    def output(self) -> str:
        """Everything it wrote, to either stream."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def complaints(self) -> list[str]:
        """Return the lines of its output that tell of a mistake in the program."""
        lines = [line for line in self.output.splitlines() if OF_OUR_MAKING not in line]
        return [line for line in lines if any(sign in line for sign in SIGNS_OF_TROUBLE)]

    def wait(self, within: float | None = None) -> int:
        """Wait until it has ended by itself; return its exit code."""
        self._patience.until(lambda: self.exit_code is not None, "the program to end", within)
        return self._process.wait()

    def terminate(self) -> int:
        """Ask it to end, as a shutdown does, and return its exit code."""
        self._process.send_signal(signal.SIGTERM)
        return self.wait()

    def kill(self) -> None:
        """End it without a warning, as a power cut would."""
        os.kill(self.process_id, signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        """Make sure that it does not run, however it ended."""
        end(self._process)


class Installation:
    """The follow-up assistant with one data folder on one desktop."""

    def __init__(
        self, data: Path, environment: Mapping[str, str], logs: Path, patience: Patience
    ) -> None:
        self.data = data
        self._environment = dict(environment)
        self._logs = logs
        self._patience = patience
        self._started: list[Program] = []

    def run(self, *options: str, **environment: str) -> Program:
        """Start the desktop program: ``main.py --data DIR OPTIONS run``."""
        return self._start((), options, environment)

    def run_humbly(self) -> Program:
        """Start it without the superuser's right to every file, if we are he."""
        return self._start([command("setpriv"), *HUMBLE, "--"] if os.geteuid() == 0 else (), (), {})

    def _start(
        self, before: Sequence[str], options: Sequence[str], environment: Mapping[str, str]
    ) -> Program:
        log = self._logs / f"program-{len(self._started) + 1}.log"
        words = [*before, sys.executable, "main.py", "--data", str(self.data), *options, "run"]
        program = Program(words, {**self._environment, **environment}, log, self._patience)
        self._started.append(program)
        return program

    def command(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run another command to its end: ``command("missed-call", "+31612345678")``."""
        words = (sys.executable, "main.py", "--data", str(self.data), *words)
        return run(words, {**self._environment, **environment})

    def stop(self) -> list[str]:
        """Stop what still runs; return the complaints of all that was started."""
        for program in self._started:
            program.stop()
        said = [line for program in self._started for line in program.complaints()]
        return said + self._noted_bugs()

    def _noted_bugs(self) -> list[str]:
        """Return what the program wrote into its own log of mistakes no person was shown."""
        logs = sorted((self.data / "logs").glob("followup.log*"))
        text = "".join(log.read_text(encoding="utf-8", errors="replace") for log in logs)
        return text.splitlines() if "Traceback" in text or " CRITICAL " in text else []
