"""The watched folder: every file that lands in it becomes a message in the spool.

A file that parses whole, or that stood still for two seconds, is taken; a file that is still
being written is left until then. What was taken moves to ``done/``.
"""

import logging
import os
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from assistant.core.clock import Clock
from assistant.core.errors import AssistantError, CouldNotError
from assistant.intake.files import NOT_WHOLE, could_not_read, file_message, is_special, landed_at
from assistant.intake.spool import Spool
from assistant.names import in_text

logger = logging.getLogger(__name__)

STANDS_STILL = timedelta(seconds=2)
RESCAN_S = 5.0
UNSETTLED_S = 0.5
_DONE = "done"

_Mark = tuple[str, int, int]
"""A file as it was seen: its name, its size in bytes, and when it was written, in ns."""


class Inbox:
    """One look at the watched folder at a time.

    Attributes:
        problems: What could not be taken, by file name; one that goes well leaves again.
    """

    def __init__(self, folder: Path, spool: Spool, clock: Clock) -> None:
        self._folder = folder
        self._spool = spool
        self._clock = clock
        self._left_behind: set[_Mark] = set()
        self._growing: dict[_Mark, datetime] = {}
        self.problems: dict[str, AssistantError] = {}

    def look(self) -> tuple[int, bool]:
        """Take what can be taken; return how many files, and whether some still grow."""
        taken, growing = 0, False
        names = self._names()
        self.problems = {name: why for name, why in self.problems.items() if name in names}
        self._growing = {mark: at for mark, at in self._growing.items() if mark[0] in names}
        for name in names:
            try:
                settled = self._take(self._folder / name)
            except (OSError, AssistantError) as error:
                self.problems[name] = _explained(name, error)
            else:
                self.problems.pop(name, None)
                taken, growing = taken + settled, growing or not settled
        return taken, growing

    def named_problems(self) -> dict[str, str]:
        """Return what could not be taken and why, in words that can be compared."""
        return {name: str(why) for name, why in self.problems.items()}

    def _names(self) -> list[str]:
        try:
            with os.scandir(self._folder) as entries:
                return sorted(
                    entry.name
                    for entry in entries
                    if entry.name != _DONE and not entry.name.startswith((".", "~"))
                )
        except FileNotFoundError:
            return []

    def _take(self, path: Path) -> bool:
        """Move one file to the spool; return False when it is still being written."""
        from assistant.intake.reading import is_whole  # noqa: PLC0415 - see Reception

        status = path.stat()
        if is_special(status.st_mode):
            raise CouldNotError(NOT_WHOLE, file=path.name)
        mark = (path.name, status.st_size, status.st_mtime_ns)
        if mark not in self._left_behind:
            now = self._clock()
            message = file_message(path, landed_at(status, now))
            is_settled = self._stands_still(mark, now) or is_whole(message.content, path.name)
            if not is_settled:
                return False
            self._spool.put(message)
            self._left_behind.add(mark)
        try:
            self._put_away(path)
        except OSError as error:
            raise CouldNotError(
                "{file} was taken in, but cannot be put away in {folder}.",
                file=in_text(path.name),
                folder=self._folder / _DONE,
            ) from error
        self._left_behind.discard(mark)
        return True

    def _stands_still(self, mark: _Mark, now: datetime) -> bool:
        """Say whether a file is as it was two seconds ago, by its own time or by ours.

        Ours alone counts for a file from a computer whose clock is ahead.
        """
        seen_s = self._growing.setdefault(mark, now).timestamp()
        written_s = mark[2] / 1e9
        return now.timestamp() - min(seen_s, written_s) >= STANDS_STILL.total_seconds()

    def _put_away(self, path: Path) -> None:
        done = self._folder / _DONE
        done.mkdir(exist_ok=True)
        target, count = done / path.name, 1
        while target.exists():
            target = done / f"{path.stem}-{count}{path.suffix}"
            count += 1
        path.rename(target)


class InboxWatch:
    """Looks at the inbox on a thread of its own: when poked, and every few seconds."""

    def __init__(self, inbox: Inbox, arrived: Callable[[], None]) -> None:
        """Set up.

        Args:
            inbox: The folder.
            arrived: Called on the watch's thread when messages landed in the spool, or
                other files than before cannot be taken.
        """
        self._inbox = inbox
        self._arrived = arrived
        self._poked = threading.Event()
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="inbox")

    def start(self) -> None:
        """Begin with a first look."""
        self._poked.set()
        self._thread.start()

    def poke(self) -> None:
        """Look now; safe from any thread."""
        self._poked.set()

    def stop(self) -> None:
        """End the thread and wait for it."""
        self._stopping = True
        self._poked.set()
        self._thread.join()

    def _run(self) -> None:
        wait = RESCAN_S
        while True:
            self._poked.wait(wait)
            self._poked.clear()
            if self._stopping:
                return
            wait = self._look()

    def _look(self) -> float:
        before = self._inbox.named_problems()
        try:
            taken, growing = self._inbox.look()
        except Exception:
            logger.exception("the inbox could not be looked at; trying again")
            return RESCAN_S
        if taken or self._inbox.named_problems() != before:
            self._arrived()
        return UNSETTLED_S if growing else RESCAN_S


def _explained(name: str, error: OSError | AssistantError) -> AssistantError:
    return could_not_read(Path(name), error) if isinstance(error, OSError) else error
