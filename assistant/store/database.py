"""Opening the database file, and saying in a person's words why it cannot be used."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from assistant.core.errors import AssistantError, CouldNotError, mark
from assistant.store import migrations

_BUSY_TIMEOUT_S = 10.0
_PAGE_BYTES = 4_096
NOT_OURS = mark("The file {path} is not a database of this program.")
_DAMAGED = mark("The database {path} is damaged; restore a backup.")
_SENTENCES = {
    "readonly": mark("The database {path} cannot be written: the file or its disk is read-only."),
    "is full": mark("The disk is full: nothing can be written to {path}."),
    "unable to open": mark("The database {path} cannot be opened or made there."),
    "not a database": NOT_OURS,
    "malformed": _DAMAGED,
    "decode to UTF-8": _DAMAGED,
    "disk I/O": mark("The disk fails on reading or writing {path}."),
    "locked": mark("Another program holds the database {path}; try again."),
    "interrupted": mark("Reading was stopped."),
}
_DAMAGED_COPY = mark("The copy {path} is damaged; ask for a new one.")


@contextmanager
def explained(path: Path | None, *, is_copy: bool = False) -> Iterator[None]:
    """Turn what SQLite says of the file into a sentence for a person.

    Args:
        path: The file; ``None`` in memory.
        is_copy: Whether it is a colleague's: no backup of ours is to be restored for it.

    Raises:
        CouldNotError: For a file that is read-only, full, damaged, locked or none of ours.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        for part, sentence in _SENTENCES.items():
            if part in str(error):
                if part == "disk I/O" and path is not None and _is_full(path):
                    sentence = _SENTENCES["is full"]  # noqa: PLW2901 - what it really means
                if sentence == _DAMAGED and is_copy:
                    sentence = _DAMAGED_COPY  # noqa: PLW2901 - likewise
                raise CouldNotError(sentence, path=path or "in memory") from error
        raise


def said_of(problem: AssistantError, path: Path, *, is_copy: bool) -> AssistantError:
    """Return what is wrong with a file: damage as it is said of another one, which it was made of.

    Args:
        problem: What was said of the file.
        path: The other one.
        is_copy: As in :func:`explained`.
    """
    if problem.sentence not in {_DAMAGED, _DAMAGED_COPY}:
        return problem
    return CouldNotError(_DAMAGED_COPY if is_copy else _DAMAGED, path=path)


def open_database(path: Path | None) -> sqlite3.Connection:
    """Open the database, brought up to date and ready for use on this thread.

    A file that must be migrated is copied beside itself first. Transactions are begun and
    ended by hand.

    Args:
        path: The file, created if missing; ``None`` for a database in memory.

    Raises:
        CouldNotError: If the file cannot be used, or a newer version has changed it.
    """
    with explained(path):
        db = sqlite3.connect(path or ":memory:", timeout=_BUSY_TIMEOUT_S, isolation_level=None)
        try:
            _prepare(db, path)
        except BaseException:
            db.close()
            raise
        db.row_factory = sqlite3.Row
        return db


def open_reader(path: Path) -> sqlite3.Connection:
    """Open the database for reading only, for a thread of its own.

    Raises:
        CouldNotError: If the file cannot be read.
    """
    return _open_only(path, f"{path.absolute().as_uri()}?mode=ro")


def open_copy(path: Path) -> sqlite3.Connection:
    """Open a copy for reading only, also where nothing may be written, as on a server's disk.

    Raises:
        CouldNotError: If the file cannot be read.
    """
    return _open_only(path, copy_uri(path))


def copy_uri(path: Path) -> str:
    """Return how a copy is named to SQLite.

    Beside a file that a desk has open lies its WAL. Without one nothing need be written to read it.
    """
    ways = "mode=ro" if Path(f"{path}-wal").exists() else "mode=ro&immutable=1"
    return f"{path.absolute().as_uri()}?{ways}"


def _open_only(path: Path, uri: str) -> sqlite3.Connection:
    with explained(path):
        db = sqlite3.connect(uri, uri=True)
        db.row_factory = sqlite3.Row
        return db


def _prepare(db: sqlite3.Connection, path: Path | None) -> None:
    db.execute("pragma mmap_size = 0")
    if path is not None and db.execute("pragma journal_mode").fetchone()[0] != "wal":
        db.execute("pragma journal_mode = wal")
    db.execute("pragma synchronous = full")
    pending = pending_steps(db, path)
    if pending:
        if path is not None and len(pending) < len(migrations.STEPS):
            _copy_aside(db, path)
        migrations.apply(db, pending)
    db.execute("pragma foreign_keys = on")


def pending_steps(db: sqlite3.Connection, path: Path | None) -> list[str]:
    """Return the steps that a file has not had; all of them for one that is empty.

    Raises:
        CouldNotError: If a newer version has changed it.
        sqlite3.DatabaseError: If it is none of ours.
    """
    tables = {row[0] for row in db.execute("select name from sqlite_master where type = 'table'")}
    if tables and migrations.TABLE not in tables:
        raise sqlite3.DatabaseError("not a database")  # of ours
    applied = migrations.applied(db) if tables else []
    newer = sorted(set(applied) - set(migrations.STEPS))
    if newer:
        raise CouldNotError(
            "The database {path} was used by a newer version of this program ({step}); "
            "install that version.",
            path=path,
            step=newer[0],
        )
    return [step for step in migrations.STEPS if step not in applied]


def problems_in(db: sqlite3.Connection, check: str = "quick_check") -> list[str]:
    """Return what SQLite finds wrong with a file; nothing for a sound one.

    Args:
        db: The file.
        check: ``integrity_check`` also compares the indexes with their tables.

    Raises:
        sqlite3.DatabaseError: If it cannot even be read so far.
    """
    found = [row[0] for row in db.execute(f"pragma {check}").fetchall()]
    found += [
        f"{row[0]}: row {row[1]} has no parent"
        for row in db.execute("pragma foreign_key_check").fetchall()
    ]
    return [problem for problem in found if problem != "ok"]


def _is_full(path: Path) -> bool:
    """Say whether a disk has no room for a page: SQLite then speaks of its input and output."""
    with suppress(OSError):
        return shutil.disk_usage(path.parent).free < _PAGE_BYTES
    return False


def _copy_aside(db: sqlite3.Connection, path: Path) -> None:
    with closing(sqlite3.connect(path.with_suffix(".before-update.db"))) as copy:
        db.backup(copy)
