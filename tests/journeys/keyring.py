"""A real keyring on a desktop: GNOME's, unlocked as after a log-in."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.journeys.packages import command
from tests.journeys.processes import end, run, start

SERVICE = "org.freedesktop.secrets"


@contextmanager
def unlocked_keyring(environment: Mapping[str, str], log: Path) -> Iterator[None]:
    """Run the keyring on the session bus of a desktop; it dies with its folder."""
    words = [command("gnome-keyring-daemon"), "--foreground", "--components=secrets", "--unlock"]
    process = start(words, environment, log, talks=True)
    assert process.stdin is not None
    assert process.stdout is not None
    with process.stdin as password, process.stdout:
        password.write(b"of the tests")
        password.close()
        try:
            yield
        finally:
            end(process)


def keep_in_keyring(environment: Mapping[str, str], place: str, password: str) -> None:
    """Keep a password as the program would."""
    keep = "import keyring, sys; keyring.set_password('followup-assistant', *sys.argv[1:])"
    done = run([sys.executable, "-c", keep, place, password], environment)
    assert done.returncode == 0, done.stderr
