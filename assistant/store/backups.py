"""Copies of a log that were read through, and one of them in the place of the log.

Whoever is killed on the way leaves a whole log: SQLite writes the other one over it in one
transaction, so that no part of the old one, nor its WAL, is ever laid over the new one.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from assistant.core.errors import CouldNotError
from assistant.store.database import explained, open_reader, problems_in
from assistant.store.lasting import Lasting, lasting_in
from assistant.whole_file import placed_whole, written_whole

_DAMAGE = frozenset({sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT})
_PAGES_A_STEP = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much stands in a log."""

    leads: int
    facts: int


def copy_checked(path: Path, into: Path) -> Amount:
    """Copy a log as it is now, whole also while its desk writes, and read the copy through.

    The copy takes its place when it is found whole, or that of a file there.

    Raises:
        CouldNotError: If it is damaged, or the copy cannot be written.
        OSError: If the copy cannot take its place.
    """
    with (
        explained(path),
        closing(open_reader(path)) as db,
        placed_whole(into) as unfinished,
        _explained_of_both(path, into),
        closing(sqlite3.connect(unfinished)) as copy,
    ):
        db.execute("begin")  # what is counted and what is copied are of one moment
        amount = _amount_in(db)
        _copy(db, copy)
        problems = problems_in(copy, "integrity_check")
        if problems or _amount_in(copy) != amount:
            problem = next(iter(problems), "facts are missing")
            raise CouldNotError(
                "The database {path} is damaged: {problem}.", path=path, problem=problem
            )
    return amount


class HeldLog:
    """The log of a data folder, kept from everybody else while another takes its place.

    Attributes:
        path: The file; it need not be there yet.
        is_sound: Whether it could be read; a damaged one gives way too.
    """

    def __init__(self, path: Path) -> None:
        """Take hold of it.

        Raises:
            CouldNotError: If another program has it open, or it cannot be written.
        """
        self.path = path
        with explained(path):
            self._db = sqlite3.connect(path, isolation_level=None)
        try:
            with explained(path):
                self.is_sound = self._hold()
        except BaseException:
            self._db.close()
            raise

    def close(self) -> None:
        """Let go of it."""
        self._db.close()

    def _hold(self) -> bool:
        try:
            self._db.execute("pragma locking_mode = exclusive")
            self._db.execute("begin exclusive")
            self._db.execute("commit")
            return not problems_in(self._db)
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode in _DAMAGE:
                return False
            raise

    def lasting(self) -> Lasting | None:
        """Return what must outlive it; ``None`` if it is too damaged to be asked."""
        try:
            return lasting_in(self._db)
        except sqlite3.DatabaseError:
            return None

    def keep(self, aside: Path) -> None:
        """Copy it to another name; a damaged one as it lies there, with its WAL.

        Raises:
            CouldNotError: If there is no room for it.
            OSError: Likewise, for a damaged one.
        """
        if not self.is_sound:
            self._db.close()
            for end in ("", "-wal"):
                with (
                    suppress(FileNotFoundError),
                    _beside(self.path, end).open("rb") as lies,
                    written_whole(_beside(aside, end)) as file,
                ):
                    shutil.copyfileobj(lies, file)
            return
        with (
            explained(aside),
            placed_whole(aside) as unfinished,
            closing(sqlite3.connect(unfinished)) as copy,
        ):
            _copy(self._db, copy)

    def give_way_to(self, other: Path, step: Callable[[], None] = lambda: None) -> None:
        """Put another log in its place: all of it, or nothing.

        Args:
            other: A log that nobody has open; it may be gone afterwards.
            step: Called after each piece; when it is called last, the other log counts.

        Raises:
            CouldNotError: If there is no room for it; then all is as it was.
        """
        if not self.is_sound:
            self._db.close()
            for end in ("-wal", "-shm"):
                _beside(self.path, end).unlink(missing_ok=True)
            other.replace(self.path)
            return
        with explained(self.path), closing(sqlite3.connect(other)) as source:
            source.backup(self._db, pages=_PAGES_A_STEP, progress=lambda *_: step())


def _copy(db: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    """Copy into one file that needs nothing beside it, not even to be read where it lies."""
    copy.execute("pragma locking_mode = exclusive")  # a second one to the same name waits
    db.backup(copy)
    copy.execute("pragma journal_mode = delete")


@contextmanager
def _explained_of_both(path: Path, into: Path) -> Iterator[None]:
    """Explain what goes wrong with a copy: damage is the log's own, all else is of the copy."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        with explained(path if error.sqlite_errorcode in _DAMAGE else into):
            raise


def _amount_in(db: sqlite3.Connection) -> Amount:
    leads = db.execute("select count(*) from leads").fetchone()[0]
    return Amount(leads=leads, facts=db.execute("select count(*) from facts").fetchone()[0])


def _beside(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)
