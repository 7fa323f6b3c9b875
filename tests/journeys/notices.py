"""The desktop notifications, as a notification daemon received them.

dunst runs a script for each one, and the script writes it down. Its history is no use
here: a notification gets there only when it is closed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from subprocess import Popen

from tests.journeys.packages import command
from tests.journeys.processes import start
from tests.journeys.waiting import Patience

SETTINGS = """\
[global]
    font = sans 10
    follow = none
    notification_limit = 0
    sort = no
    stack_duplicates = false
    always_run_script = true
    idle_threshold = 0
[journeys]
    summary = "*"
    script = {script}
"""

# Written under another name first, so that no half-written one is ever read.
SCRIPT = """\
#!/bin/sh
part="{folder}/.$DUNST_ID"
printf '%s\\0%s\\0%s\\0%s' "$DUNST_APP_NAME" "$DUNST_SUMMARY" "$DUNST_BODY" \\
    "$DUNST_URGENCY" > "$part"
mv "$part" "$(printf '{folder}/%06d' "$DUNST_ID")"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One notification, as the program sent it."""

    program: str
    title: str
    body: str
    urgency: str


class Notices:
    """The notification daemon of one desktop and what it was told."""

    def __init__(self, environment: Mapping[str, str], folder: Path, patience: Patience) -> None:
        self._environment = environment
        self._folder = folder / "notices"
        self._patience = patience
        self._folder.mkdir()
        script, self._settings = folder / "notice.sh", folder / "dunstrc"
        script.write_text(SCRIPT.format(folder=self._folder), encoding="utf-8")
        script.chmod(0o755)
        self._settings.write_text(SETTINGS.format(script=script), encoding="utf-8")

    def start(self, log: Path) -> Popen[bytes]:
        """Start the daemon."""
        words = [command("dunst"), "-config", str(self._settings)]
        return start(words, self._environment, log)

    def received(self) -> list[Notice]:
        """Return all notifications so far, the oldest first."""
        notices = []
        for path in sorted(self._folder.glob("[0-9]*")):
            program, title, body, urgency = path.read_text(encoding="utf-8").split("\0")
            notices.append(Notice(program=program, title=title, body=body, urgency=urgency))
        return notices

    def one(self, title: str, within: float | None = None) -> Notice:
        """Wait for a notification whose title has these words in it; return the newest."""

        def look() -> list[Notice]:
            return [notice for notice in self.received() if title in notice.title]

        return self._patience.until(look, f"a notification {title!r}", within)[-1]
