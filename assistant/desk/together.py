"""One window's view of several logs: this desk's, and the copies in a folder while one is named.

To put logs together takes seconds for years of leads. So they stay together in a temporary
folder, until somebody asks to look again and a file has changed, a customer is forgotten here, or
the copies are left.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from assistant.core.clock import Clock
from assistant.core.rules import Rules
from assistant.desk.inspection import Inspection, inspection
from assistant.desk.union import Folded, Union, colleagues, copies_at, fold
from assistant.store.copies import database_at
from assistant.store.store import Reader

_State = tuple[tuple[Path, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What was put together: of which folder's copies, as they were, and where it lies."""

    folder: Path
    state: _State
    place: TemporaryDirectory[str]
    folded: Folded


class Together:
    """Opens this desk's log alone, or together with colleagues' copies.

    Logs that are together are read by one thread after the other. The other methods never wait.
    """

    def __init__(self, own: Path, clock: Clock, rules: Rules) -> None:
        self._own, self._clock, self._rules = own, clock, rules
        self._folder: Path | None = None
        self._is_to_look = self._is_to_go = False
        self._lock = Lock()
        self._kept: _Kept | None = None

    @property
    def folder(self) -> Path | None:
        """Return the folder whose copies are read, if any."""
        return self._folder

    def read_with(self, folder: Path | None) -> None:
        """Read the copies in a folder too from now on; without one this desk's log alone.

        What is being put together for another folder is given up.
        """
        self._folder = folder

    def close(self) -> None:
        """Read no copies any more, and leave nothing of them behind."""
        self._folder = None
        self._tidy_if_free()

    def look_again(self) -> None:
        """Put the logs together anew at the next opening, if one of them has changed."""
        self._is_to_look = True

    def let_go(self) -> None:
        """Throw away what was put together: a customer was forgotten, and may stand in it."""
        self._is_to_go = True
        self._tidy_if_free()

    @contextmanager
    def open(self) -> Iterator[Inspection]:
        """Open what is to be inspected, on any thread; ``copies`` are the colleagues'.

        Raises:
            CouldNotError: If this desk's log cannot be read, there is no room for the temporary
                files, or other copies are wanted by now.
        """
        folder = self._folder
        if folder is None:
            self._tidy_if_free()  # here, because a large file takes a while to go
            with inspection(self._own, self._clock, self._rules) as alone:
                yield alone
            return
        with self._lock:
            try:
                folded = self._folded(folder)
                with closing(Reader(folded.made)) as reader:
                    united = Union(reader, self._clock, self._rules, folded)
                    united.copies = colleagues(folded.copies)
                    yield united
            finally:
                self._tidy()

    def _folded(self, folder: Path) -> Folded:
        self._tidy()
        kept = self._kept
        if kept is not None and kept.folder == folder and not self._is_to_look:
            return kept.folded
        self._is_to_look = False
        paths = [self._own, *copies_at(folder)]
        state = _state_of(paths)  # before they are read, so that no change is missed
        if kept is None or (kept.folder, kept.state) != (folder, state):
            self._drop()
            self._kept = kept = self._put_together(folder, paths, state)
        return kept.folded

    def _put_together(self, folder: Path, paths: list[Path], state: _State) -> _Kept:
        place = TemporaryDirectory(prefix="followup-", ignore_cleanup_errors=True)
        try:
            folded = fold(
                paths, Path(place.name), self._clock, self._rules, lambda: self._folder == folder
            )
        except BaseException:
            place.cleanup()
            raise
        return _Kept(folder=folder, state=state, place=place, folded=folded)

    def _tidy_if_free(self) -> None:
        if self._lock.acquire(blocking=False):  # else whoever reads does it when he is done
            self._tidy()
            self._lock.release()

    def _tidy(self) -> None:
        """Leave nothing of copies that are not read any more, or as they were."""
        if self._is_to_go or (self._kept is not None and self._kept.folder != self._folder):
            self._is_to_go = False
            self._drop()

    def _drop(self) -> None:
        if self._kept is not None:
            self._kept.place.cleanup()
        self._kept = None


def _state_of(paths: list[Path]) -> _State:
    """Return what tells whether files were changed, the last of which is written by SQLite."""
    found = []
    for path in map(database_at, paths):
        for file in (path, path.with_name(f"{path.name}-wal")):
            with suppress(OSError):
                known = file.stat()
                if known.st_size:  # whoever reads makes an empty one
                    found.append((file, known.st_mtime_ns, known.st_size))
    return tuple(found)
