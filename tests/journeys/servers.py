"""The servers below a desktop, each on a place of its own that was free."""

import os
import select
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from subprocess import Popen

from tests.journeys.packages import command
from tests.journeys.processes import end, output_of, run, start

ACCESSIBILITY_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
READY_WITHIN_S = 15.0

# No folders of services to start on demand: only the desktop starts programs.
BUS_SETTINGS = """\
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def bare_environment(home: Path, runtime: Path) -> dict[str, str]:
    """Return an environment that knows nothing of the one the tests run in.

    The time zone is a dealership's; the language is English without a country, so that
    a journey in Dutch says so.
    """
    folders = {
        "HOME": home,
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local/share",
        "XDG_STATE_HOME": home / ".local/state",
        "XDG_CACHE_HOME": home / ".cache",
        "TMPDIR": runtime / "tmp",
    }
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True)
    return {name: str(folder) for name, folder in folders.items()} | {
        "XDG_RUNTIME_DIR": str(runtime),
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "TZ": "Europe/Amsterdam",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONUNBUFFERED": "1",
        "PYTHONFAULTHANDLER": "1",
    }


def start_and_hear(
    words: Callable[[int], Sequence[str]], environment: Mapping[str, str], log: Path
) -> tuple[Popen[bytes], str]:
    """Start a server that says on a file descriptor where it can be found.

    Args:
        words: The command line for the number of the descriptor to write to.
        environment: All of it.
        log: Where the server's complaints go.
    """
    ours, theirs = os.pipe()
    try:
        process = start(words(theirs), environment, log, pass_fds=[theirs])
    finally:
        os.close(theirs)
    with os.fdopen(ours, "rb") as answers:
        ready, _, _ = select.select([answers], [], [], READY_WITHIN_S)
        answer = answers.readline().decode().strip() if ready else ""
    if not answer:
        end(process)
        raise RuntimeError(f"{words(theirs)[0]} did not start; see {log}")
    return process, answer


def start_screen(
    environment: Mapping[str, str], size: tuple[int, int], log: Path
) -> tuple[Popen[bytes], str]:
    """Start an X server without a monitor; return it with its ``DISPLAY``."""
    width, height = size
    options = ["-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset", "-s", "0"]

    def words(answer: int) -> Sequence[str]:
        return [command("Xvfb"), "-displayfd", str(answer), *options]

    process, number = start_and_hear(words, environment, log)
    return process, f":{number}"


def set_keyboard(environment: Mapping[str, str]) -> None:
    """Give the X server a keyboard with the letters of Western Europe on it.

    On the one it starts with, typing "Zoë" loses the ë every other time.
    """
    done = run(["setxkbmap", "us", "-variant", "altgr-intl"], environment)
    assert done.returncode == 0, done.stderr


def start_bus(environment: Mapping[str, str], runtime: Path, log: Path) -> tuple[Popen[bytes], str]:
    """Start a session bus; return it with its address."""
    settings = runtime / "bus.conf"
    settings.write_text(BUS_SETTINGS.format(folder=runtime), encoding="utf-8")

    def words(answer: int) -> Sequence[str]:
        options = [f"--config-file={settings}", f"--print-address={answer}"]
        return [command("dbus-daemon"), "--nofork", "--nopidfile", *options]

    return start_and_hear(words, environment, log)


def start_window_manager(environment: Mapping[str, str], log: Path) -> Popen[bytes]:
    return start([command("openbox"), "--sm-disable"], environment, log)


def has_window_manager(environment: Mapping[str, str]) -> bool:
    told = output_of(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], environment)
    return "window id" in told


def is_on_bus(environment: Mapping[str, str], name: str) -> bool:
    """Tell whether a program has taken this name on the session bus."""
    words = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/"]
    question = ["org.freedesktop.DBus.NameHasOwner", f"string:{name}"]
    return "boolean true" in output_of([*words, *question], environment)


def start_accessibility(environment: Mapping[str, str], log: Path) -> Popen[bytes]:
    """Start what starts the accessibility bus, and ends it again when it is ended."""
    return start([ACCESSIBILITY_LAUNCHER, "--launch-immediately"], environment, log)
