"""Starting programs and ending exactly those, by their own process id.

Every one of them also dies with the test run: the kernel ends it when its parent is
gone, so that even a run that was killed leaves no X server behind.
"""

import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.journeys.packages import command

CHECKOUT = Path(__file__).parent.parent.parent
STOP_WITHIN_S = 5.0
RUN_WITHIN_S = 60.0


def start(
    words: Sequence[str],
    environment: Mapping[str, str],
    log: Path,
    *,
    talks: bool = False,
    pass_fds: Sequence[int] = (),
) -> subprocess.Popen[bytes]:
    """Start a program from the checkout; its process id is its own.

    ``setpriv`` replaces itself by the program, so there is no process in between.

    Args:
        words: The command line, never seen by a shell.
        environment: All of it; nothing is inherited.
        log: Where its complaints go, and its output unless it talks.
        talks: Whether its input and output are pipes to us.
        pass_fds: Further files it may use.
    """
    with log.open("ab") as output:
        return subprocess.Popen(  # noqa: S603 - the tests' own words
            [command("setpriv"), "--pdeathsig", "TERM", "--", *words],
            env=dict(environment),
            stdin=subprocess.PIPE if talks else subprocess.DEVNULL,
            stdout=subprocess.PIPE if talks else output,
            stderr=output,
            cwd=CHECKOUT,
            pass_fds=pass_fds,
        )


def end(process: subprocess.Popen[bytes]) -> int:
    """Ask a program to end, then end it; return its exit code (negative: the signal)."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        return process.wait(STOP_WITHIN_S)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait(STOP_WITHIN_S)


def run(words: Sequence[str], environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command from the checkout to its end."""
    return subprocess.run(  # noqa: S603 - the tests' own words
        [command(words[0]), *words[1:]],
        env=dict(environment),
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
        timeout=RUN_WITHIN_S,
    )


def output_of(words: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return what a short command prints; the empty string when it fails.

    Questions to the X server fail whenever the window asked about has just gone. That
    is an answer ("nothing there"), not an error.
    """
    done = run(words, environment)
    return done.stdout if done.returncode == 0 else ""
