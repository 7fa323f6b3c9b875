"""Copies of desks' logs as they are found: whose each is, how old, and whether it can be read.

Nothing is ever written to a copy: one of an older version is read from a copy of it.
"""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection, DatabaseError
from stat import S_ISDIR, S_ISREG

from assistant.core.errors import AssistantError, CouldNotError, mark
from assistant.store.columns import optional_moment
from assistant.store.database import NOT_OURS, explained, open_copy, pending_steps

_NAME = "followup.db"
_NOTHING = mark("There is no data folder and no backup in {path}.")
_TOO_DEEP = mark("The copies in {path} do not count: they lie a folder too deep.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One desk's log as it was at some moment.

    Attributes:
        path: The file.
        desk: The desk's id; empty when it cannot be read.
        salespeople: Whose leads stand in it, in their order.
        newest: When the last thing was written down in it; ``None`` for an empty log.
        old_from: When its desk has been open for a whole day since; ``None`` if that is not known.
        is_current: Whether it has the shape and counts of this version.
        problem: Why it cannot be read; ``None`` for one that can.
    """

    path: Path
    desk: str = ""
    salespeople: tuple[str, ...] = ()
    newest: datetime | None = None
    old_from: datetime | None = None
    is_current: bool = False
    problem: AssistantError | None = None

    @property
    def place(self) -> str:
        """What a person calls it: a data folder by its own name, a backup by the file's."""
        return (self.path.parent if self.path.name == _NAME else self.path).name


def database_at(path: Path) -> Path:
    """Return the database of a data folder; a database or backup is one itself."""
    return path / _NAME if _is_there(path / _NAME) else path


def look_at(path: Path) -> Copy:
    """Return what is known of a copy: of a data folder, or of a database or backup."""
    path = database_at(path)
    try:
        _check(path)
        with explained(path, is_copy=True), closing(open_copy(path)) as db:
            return _known(db, path)
    except CouldNotError as problem:
        return Copy(path=path, problem=problem)


def _check(path: Path) -> None:
    """Say what stands in the way of reading, in words that SQLite does not have.

    The file is not opened for that: to close it would take SQLite's locks on one's own log from
    this process, on any system but Windows, and the next program would end the log under it.
    """
    try:
        kind = path.stat().st_mode
        if S_ISDIR(kind):
            sentence = _TOO_DEEP if copies_in(path) else _NOTHING
            raise CouldNotError(sentence, path=path)
        if not S_ISREG(kind):
            raise CouldNotError(NOT_OURS, path=path)
        if not os.access(path, os.R_OK, effective_ids=os.access in os.supports_effective_ids):
            raise CouldNotError("{path} cannot be read.", path=path)
    except FileNotFoundError as error:
        raise CouldNotError("There is no file or folder {path}.", path=path) from error
    except OSError as error:
        raise CouldNotError("{path} cannot be read.", path=path) from error


def _known(db: Connection, path: Path) -> Copy:
    pending = pending_steps(db, path)
    desk = db.execute("select id from desk").fetchone() if _has_tables(db) else None
    if desk is None:
        raise DatabaseError("not a database")  # of ours: nobody ever worked with it
    last = db.execute("select at from facts order by seq desc limit 1").fetchone()
    owners = db.execute("select distinct owner from leads where owner <> '' order by owner")
    return Copy(
        path=path,
        desk=desk[0],
        salespeople=tuple(row[0] for row in owners),
        newest=optional_moment(None if last is None else last[0]),
        is_current=not pending and _is_counted(db),
    )


def _has_tables(db: Connection) -> bool:
    return db.execute("select 1 from sqlite_master where name = 'desk'").fetchone() is not None


def _is_counted(db: Connection) -> bool:
    left = "select 1 from summaries where lead_id not in (select lead_id from milestones) limit 1"
    return db.execute(left).fetchone() is None


def duplicate(path: Path, into: Path) -> None:
    """Copy a log by SQLite's own means, whole also while its desk writes.

    Raises:
        CouldNotError: If it cannot be read, or the disk is full.
    """
    with (
        explained(path, is_copy=True),
        closing(open_copy(path)) as db,
        closing(sqlite3.connect(into)) as copy,
    ):
        db.backup(copy)


def copies_in(folder: Path) -> list[Path]:
    """Return the data folders and databases that lie in a folder, by name.

    Those folders too of which something must be said: one that may not be opened, one of copies.

    Raises:
        CouldNotError: If it cannot be read.
    """
    try:
        found: Iterable[Path] = sorted(folder.iterdir())
    except OSError as error:
        raise CouldNotError("{path} cannot be read.", path=folder) from error
    return [path for path in found if _is_copy(path) or _is_to_be_named(path)]


def copies_at(path: Path) -> list[Path]:
    """Return the copy that a person named, or those in the folder that he named.

    A folder in which there is none comes back itself, so that it is said of it.
    """
    if _is_there(path / _NAME):
        return [path]
    try:
        return copies_in(path) or [path]
    except CouldNotError:
        return [path]


def _is_copy(path: Path) -> bool:
    return path.suffix.lower() == ".db" or _is_there(path / _NAME)


def _is_to_be_named(path: Path) -> bool:
    try:
        return any(map(_is_copy, path.iterdir()))
    except (NotADirectoryError, FileNotFoundError):
        return False
    except OSError:
        return True


def _is_there(path: Path) -> bool:
    """Say whether a file is there; where one may not look there is none."""
    try:
        path.lstat()
    except OSError:
        return False
    return True
