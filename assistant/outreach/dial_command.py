"""Running the program that dials: detached, never by a shell, and never waited for long."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.core.errors import CouldNotError

PATIENCE_S = 5.0
"""How long is waited for a program that may say it could not dial; a telephone goes on running."""

_going_on: list[subprocess.Popen[bytes]] = []
"""Programs that were started and left alone; looked at when the next one starts."""


def run(words: Sequence[str], *, patience: float = PATIENCE_S) -> None:
    """Run a program, and see that it does not fail at once.

    Args:
        words: The program and its arguments.
        patience: For how many seconds a failure is heard of.

    Raises:
        CouldNotError: If there is no such program, or it ends with a status that is not 0.
    """
    _going_on[:] = [process for process in _going_on if process.poll() is None]
    process = _start(words)
    try:
        status = process.wait(patience)
    except subprocess.TimeoutExpired:
        _going_on.append(process)
        return
    if status:
        raise CouldNotError(
            "{program} could not dial: it ended with status {status}.",
            program=words[0],
            status=status,
        )


def _start(words: Sequence[str]) -> subprocess.Popen[bytes]:
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
    try:
        return subprocess.Popen(  # noqa: S603 - the dealer's own words, and a number
            list(words),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=Path.home(),
            start_new_session=True,
            creationflags=flags,
        )
    except FileNotFoundError as error:
        raise CouldNotError("There is no program {program}.", program=words[0]) from error
    except (OSError, ValueError) as error:
        raise CouldNotError("{program} cannot be run.", program=words[0]) from error
