"""The store: one database file, its log and what is derived from it, and its transactions."""

import logging
import os
import sqlite3
from base64 import b32encode
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.core.local_time import Offset
from assistant.store.columns import moment, moment_text
from assistant.store.database import (
    explained,
    open_copy,
    open_database,
    open_reader,
    problems_in,
)
from assistant.store.erasures import Erasures
from assistant.store.log import Log
from assistant.store.messages import Messages
from assistant.store.outbox import Outbox
from assistant.store.pledges import Pledges
from assistant.store.summaries import Summaries
from assistant.store.term import Term

if TYPE_CHECKING:
    from assistant.store.figures import FigureRows

logger = logging.getLogger(__name__)


def new_id() -> str:
    """Return an id that no other desk will ever give: 80 random bits, 16 letters and digits."""
    return b32encode(os.urandom(10)).decode("ascii").lower()


class Store:
    """One database file, opened on the thread that uses it.

    Attributes:
        log: The facts.
        messages: The raw messages.
        outbox: The mails on their way out.
        summaries: What is derived from them.
        pledges: What salespeople wrote that they will change.
        erasures: What takes a person out of all these.
        term: What is past the retention term.
        desk: The id of the desk that writes here.
    """

    def __init__(self, path: Path | None, now: datetime) -> None:
        """Open the database, making it if it is missing.

        Args:
            path: The file; ``None`` for a database in memory.
            now: Written into a new file as the desk's beginning.

        Raises:
            CouldNotError: If the file cannot be used.
        """
        self._path = path
        self._db = open_database(path)
        with self.transaction():
            self.desk = self._own_desk(now)
        self.log = Log(self._db, self.desk)
        self.messages = Messages(self._db, self.desk)
        self.outbox = Outbox(self._db, self.desk)
        self.summaries = Summaries(self._db)
        self.pledges = Pledges(self._db, self.desk)
        self.erasures = Erasures(self._db, self.desk)
        self.term = Term(self._db)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make the writes inside one step: when it ends they are on disk, all or none.

        Raises:
            CouldNotError: If the disk is full, read-only or failing; nothing was written.
        """
        with explained(self._path):
            self._db.execute("begin immediate")
            try:
                yield
                self._db.execute("commit")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("rollback")
                raise

    @contextmanager
    def erasing(self) -> Iterator[None]:
        """Make a transaction after which :meth:`clean` is owed; what it frees is overwritten."""
        self._db.execute("pragma secure_delete = on")
        with self.transaction():
            self.term.note_rewriting()
            yield

    def clean(self) -> bool:
        """Write the file anew and cut its log, so that nothing that was erased is left in them.

        It takes a second for every few ten thousand leads, in which nobody else can write.

        Returns:
            Whether it was done; not while another program keeps the file busy.
        """
        try:
            self._db.execute("vacuum")
            busy = self._db.execute("pragma wal_checkpoint(truncate)").fetchone()[0]
        except sqlite3.OperationalError as error:
            logger.warning("the database was not cleaned: %s", error)
            return False
        if not busy:
            with self.transaction():
                self.term.note_cleaning()
        return not busy

    @property
    def planned_by(self) -> str:
        """The mark of the rules by which the prompts were planned; empty at first."""
        return str(self._db.execute("select rules from desk").fetchone()[0] or "")

    @planned_by.setter
    def planned_by(self, mark: str) -> None:
        self._db.execute("update desk set rules = ?", [mark])

    @property
    def has_clock(self) -> bool:
        """Say whether the dealer's clock was written down for the views of the file."""
        return self._db.execute("select 1 from clock_changes").fetchone() is not None

    def keep_clock(self, offsets: Iterable[Offset]) -> None:
        """Write down how the dealer's clock differs from UTC, for the views of the file."""
        self._db.execute("delete from clock_changes")
        rows = [(moment_text(since), minutes) for since, minutes in offsets]
        self._db.executemany("insert into clock_changes values (?, ?)", rows)

    def data_version(self) -> int:
        """Return a number that changes whenever another connection has written."""
        return int(self._db.execute("pragma data_version").fetchone()[0])

    @property
    def sqlite_version(self) -> tuple[int, ...]:
        """Return the version of SQLite in use."""
        return sqlite3.sqlite_version_info

    def newest_moment(self) -> datetime | None:
        """Return the latest moment at which a fact was written down; ``None`` for none.

        It reads every fact.
        """
        row = self._db.execute("select max(at) from facts").fetchone()
        return None if row[0] is None else moment(row[0])

    def problems(self) -> list[str]:
        """Return what SQLite finds wrong with the file; nothing for a sound one."""
        with explained(self._path):
            return problems_in(self._db)

    def close(self) -> None:
        """Close the file. The store cannot be used after this."""
        self._db.close()

    def _own_desk(self, now: datetime) -> str:
        row = self._db.execute("select id from desk").fetchone()
        if row is not None:
            return str(row[0])
        desk = new_id()
        self._db.execute("insert into desk (id, since) values (?, ?)", [desk, moment_text(now)])
        return desk


class Reader:
    """A second, read-only view of the file, for a thread of its own."""

    def __init__(self, path: Path, *, is_copy: bool = False) -> None:
        """Open the view, of a log in use or of a copy that may lie where nothing is written."""
        self._open = partial(Reader, path, is_copy=is_copy)
        self._db = open_copy(path) if is_copy else open_reader(path)
        self.log = Log(self._db, "")
        self.summaries = Summaries(self._db)
        self.pledges = Pledges(self._db, "")

    def another(self) -> "Reader":
        """Open one more view of the file, for another thread."""
        return self._open()

    def figures(self) -> "FigureRows":
        """Return what counts the figures of the inspection."""
        from assistant.store.figures import FigureRows  # noqa: PLC0415 - for the inspection only

        return FigureRows(self._db)

    def close(self) -> None:
        """Close the view."""
        self._db.close()
