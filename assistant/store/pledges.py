"""What a salesperson below target writes he will change, by week; his last line counts."""

from datetime import datetime
from sqlite3 import Connection
from typing import NamedTuple

from assistant.store.columns import insert, moment, moment_text


class Pledge(NamedTuple):
    """A line, and when it was written."""

    salesperson: str
    line: str
    at: datetime


class Pledges:
    """Keeps the lines. Use it on the thread that opened ``db``."""

    def __init__(self, db: Connection, desk: str) -> None:
        self._db = db
        self._desk = desk

    def add(self, pledge: Pledge, *, week: str, new_id: str, by: str) -> None:
        """Write a line.

        Args:
            pledge: The line; an empty one takes the last one back.
            week: The week that was inspected, ``2026-W47``.
            new_id: Unique over all desks.
            by: Who wrote it down.
        """
        row = {
            "id": new_id,
            "desk": self._desk,
            "at": moment_text(pledge.at),
            "by": by,
            "week": week,
            "salesperson": pledge.salesperson,
            "line": pledge.line,
        }
        insert(self._db, "pledges", row)

    def of_week(self, week: str) -> list[Pledge]:
        """Return the lines of a week, the last of each salesperson, in the order of names."""
        rows = self._db.execute(
            """select salesperson, line, at from pledges
               where rowid in (select max(rowid) from pledges where week = ? group by salesperson)
                 and line <> '' order by salesperson""",
            [week],
        )
        return [Pledge(row["salesperson"], row["line"], moment(row["at"])) for row in rows]
