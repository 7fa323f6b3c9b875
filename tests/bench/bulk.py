"""A log's rows in bulk: put aside in files, one a process, then written in the log's order.

The store writes a fact a statement, each with its indexes; a year of them would take hours.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from tests.bench.year.rows import Row

_ORDER = {
    "leads": "opened_at",
    "facts": "at",
    "requests": "arrived_at",
    "asked_before": "lead_id",
    "erasures": "lead_id",
    "summaries": "lead_id",
    "milestones": "asked_at",
    "prompts": "lead_id, due_at",
    "identities": "identity",
}
"""The tables, each with what its rows are in order of; then as they were put aside."""

Columns = Mapping[str, tuple[str, ...]]
"""The columns of each table, but for those that the database fills."""


def columns(database: Path) -> Columns:
    """Return the columns that rows must have."""
    with closing(sqlite3.connect(database)) as db:
        return {
            table: tuple(
                row[1] for row in db.execute(f"pragma table_info({table})") if row[1] != "seq"
            )
            for table in _ORDER
        }


class Aside:
    """A file in which rows wait for their place."""

    def __init__(self, path: Path, known: Columns) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("pragma journal_mode = off")
        self._db.execute("pragma synchronous = off")
        self._put = {}
        for table, names in known.items():
            self._db.execute(f"create table {table} ({', '.join(names)}, turn)")
            marks = ", ".join(f":{name}" for name in (*names, "turn"))
            self._put[table] = f"insert into {table} values ({marks})"  # noqa: S608 - our own

    def put(self, rows: Iterable[Row], turn: int) -> None:
        """Put rows aside.

        Args:
            rows: The rows, in the order in which they happened where their moments are the same.
            turn: Which rows of the same moment come first: those with the lower turn.
        """
        found: dict[str, list[dict[str, object]]] = {table: [] for table in self._put}
        for count, (table, row) in enumerate(rows):
            row["turn"] = (turn << 32) + count
            found[table].append(row)
        self._db.execute("begin")
        for table, many in found.items():
            self._db.executemany(self._put[table], many)
        self._db.execute("commit")

    def close(self) -> None:
        """Close the file."""
        self._db.close()


def write(database: Path, aside: Iterable[Path]) -> None:
    """Write what was put aside into an empty database that the store made."""
    known = columns(database)
    with closing(sqlite3.connect(database, isolation_level=None)) as db:
        for pragma in ("journal_mode = off", "synchronous = off", "cache_size = -500000"):
            db.execute(f"pragma {pragma}").fetchall()
        names: list[str] = []
        for path in aside:
            names.append(f"aside_{len(names)}")
            db.execute(f"attach ? as {names[-1]}", [str(path)])
        indexes = db.execute(
            "select name, sql from sqlite_master where type = 'index' and sql is not null"
        ).fetchall()
        db.execute("begin")
        for name, _ in indexes:
            db.execute(f"drop index {name}")
        for table, order in _ORDER.items():
            everywhere = " union all ".join(
                f"select * from {name}.{table}"  # noqa: S608 - our own names
                for name in names
            )
            wanted = ", ".join(known[table])
            db.execute(
                f"insert or ignore into {table} ({wanted}) "  # noqa: S608 - our own names
                f"select {wanted} from ({everywhere}) order by {order}, turn"
            )
        for _, statement in indexes:
            db.execute(statement)
        db.execute("commit")
        db.execute("pragma journal_mode = wal").fetchall()
