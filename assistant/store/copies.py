"""Copies of desks' logs as they are found: whose each is, how old, and whether it can be read.

Nothing is ever written to a copy: one of an older version is read from a copy of it.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection, DatabaseError

from assistant.core.errors import AssistantError, CouldNotError
from assistant.store.columns import optional_moment
from assistant.store.database import explained, open_reader, pending_steps

_NAME = "followup.db"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One desk's log as it was at some moment.

    Attributes:
        path: The file.
        desk: The desk's id; empty when it cannot be read.
        salespeople: Whose leads stand in it, in their order.
        newest: When the last thing was written down in it; ``None`` for an empty log.
        is_current: Whether it has the shape and counts of this version.
        problem: Why it cannot be read; ``None`` for one that can.
    """

    path: Path
    desk: str = ""
    salespeople: tuple[str, ...] = ()
    newest: datetime | None = None
    is_current: bool = False
    problem: AssistantError | None = None


def database_at(path: Path) -> Path:
    """Return the database of a data folder; a database or backup is one itself."""
    return path / _NAME if path.is_dir() else path


def look_at(path: Path) -> Copy:
    """Return what is known of a copy: of a data folder, or of a database or backup."""
    path = database_at(path)
    try:
        with explained(path), closing(open_reader(path)) as db:
            return _known(db, path)
    except CouldNotError as problem:
        return Copy(path=path, problem=problem)


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
    with explained(path), closing(open_reader(path)) as db, closing(sqlite3.connect(into)) as copy:
        db.backup(copy)


def copies_in(folder: Path) -> list[Path]:
    """Return the data folders and databases that lie in a folder, by name.

    Raises:
        CouldNotError: If it cannot be read.
    """
    try:
        found: Iterable[Path] = sorted(folder.iterdir())
    except OSError as error:
        raise CouldNotError("The folder {path} cannot be read.", path=folder) from error
    return [path for path in found if path.suffix.lower() == ".db" or (path / _NAME).is_file()]


def copies_at(path: Path) -> list[Path]:
    """Return the copy that a person named, or those in the folder that he named.

    A folder in which there is none comes back itself, so that it is said of it.
    """
    if not path.is_dir() or (path / _NAME).is_file():
        return [path]
    try:
        return copies_in(path) or [path]
    except CouldNotError:
        return [path]
