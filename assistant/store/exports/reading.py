"""Reads tables of the log for an export: row by row, on a connection of its own.

What is told of a lead is written once, into a table of this connection; its attempts, which
are several, take it from there. Likewise it is written once which attempts were taken back, by
their place in the log: to look for the id of each takes a tenth longer. All that one reading sees
is one moment's log.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from assistant.core.figures import Choice
from assistant.store.columns import optional_text
from assistant.store.database import explained, open_reader
from assistant.store.exports.appointments import APPOINTMENTS
from assistant.store.exports.attempts import ATTEMPTS
from assistant.store.exports.columns import Column
from assistant.store.exports.leads import LEADS
from assistant.store.exports.local_time import LocalTime
from assistant.store.exports.pseudonyms import name_customers
from assistant.store.exports.requests import REQUESTS
from assistant.store.exports.values import Pieces, Style, Writer, in_country
from assistant.store.parts import listed_by

BATCH = 2_000
_CACHE_KIB = 65_536  # what is told of some 400,000 leads


class Table(StrEnum):
    """What can be exported."""

    ATTEMPTS = "attempts"
    LEADS = "leads"
    APPOINTMENTS = "appointments"
    REQUESTS = "requests"


SOURCES = {
    Table.ATTEMPTS: ATTEMPTS,
    Table.LEADS: LEADS,
    Table.APPOINTMENTS: APPOINTMENTS,
    Table.REQUESTS: REQUESTS,
}

_OF_LEAD = """
    insert into of_lead
    with goes_on as materialized (
        select lead_id as lead, other_lead as home from facts merged
        where kind = 'merged' and not exists (
            select 1 from facts where kind = 'retraction' and refers_to = merged.id)
    ), homes as materialized (
        with recursive way (lead, home) as (
            select lead, home from goes_on
            union
            select way.lead, goes_on.home from way join goes_on on goes_on.lead = way.home
        )
        select lead, home from way where home not in (select lead from goes_on)
    )
    select leads.id, coalesce(homes.home, leads.id){values}
    from leads left join homes on homes.lead = leads.id
        left join summaries s on s.lead_id = coalesce(homes.home, leads.id)
        left join milestones m on m.lead_id = s.lead_id
        left join persons p on p.lead_id = coalesce(homes.home, leads.id)
    order by leads.id
"""
"""Every lead with the one it goes on in; in the order in which the summaries lie on the disk."""

_TAKEN_BACK = """
    insert or ignore into taken_back
    select f.seq from facts retraction join facts f on f.id = retraction.refers_to
    where retraction.kind = 'retraction'
"""

_PERSONS = "left join persons p on p.lead_id = l.home"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to leave.

    Attributes:
        table: Which table.
        start: The first moment; from the beginning if left out.
        end: The moment after the last one; to the end if left out.
        choice: Whose leads, or of what; everybody's if left out.
        now: The present moment.
        zone: The dealer's.
        country: The dealer's (ISO 3166), for telephone numbers.
        pseudonyms: Whether nobody may be known by it.
    """

    table: Table
    start: datetime | None = None
    end: datetime | None = None
    choice: Choice | None = None
    now: datetime
    zone: ZoneInfo
    country: str
    pseudonyms: bool = False

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the table's columns."""
        return tuple(SOURCES[self.table].columns)


class Exports:
    """A read-only view of the log for one export. Use it on the thread that made it."""

    def __init__(self, database: Path, wanted: Wanted) -> None:
        """Open the view.

        Raises:
            CouldNotError: If the database cannot be read.
        """
        self._path, self._wanted = database, wanted
        self._source = SOURCES[wanted.table]
        self._chosen = _chosen(wanted.choice)
        self._db = open_reader(database)
        self._db.row_factory = None
        self._db.isolation_level = None
        self._db.create_function(
            "national", 1, lambda number: in_country(number, wanted.country), deterministic=True
        )
        self._db.execute(f"pragma temp.cache_size = -{_CACHE_KIB}")
        self._db.execute("begin")

    def close(self) -> None:
        """Let go of the database."""
        self._db.close()

    def size(self) -> int:
        """Return how many rows there are at most, of everybody's."""
        with explained(self._path):
            counted = self._db.execute(self._select("count(*)", self._source.size), self._values())
            return int(counted.fetchone()[0])

    def rows(self) -> Iterator[list[tuple[Any, ...]]]:
        """Yield the rows in batches, each as a spreadsheet's cells hold it."""
        writer = Writer(Style.CELLS, LocalTime(self._wanted.zone))
        own, of_lead = self._columns()
        names = [f"cell_{number}" for number in range(len(of_lead))]
        with explained(self._path):
            self._write_leads(dict(zip(names, writer.cells(of_lead), strict=True)))
            yield from self._batches([*writer.cells(own), *(f"l.{name}" for name in names)])

    def lines(self, style: Style) -> Iterator[tuple[bytes, int]]:
        """Yield the lines of the rows in batches: as UTF-8, with how many rows they are."""
        writer = Writer(style, LocalTime(self._wanted.zone))
        own, of_lead = self._columns()
        with explained(self._path):
            self._write_leads({"line": writer.piece(of_lead)} if of_lead else {})
            self._db.text_factory = bytes
            line = writer.line(own, "l.line" if of_lead else None)
            if self._source.is_paged and self._wanted.start is self._wanted.end is None:
                yield from self._pages(line)
                return
            for batch in self._batches([line]):
                yield b"".join([line for (line,) in batch]), len(batch)

    def _columns(self) -> tuple[Pieces, Pieces]:
        """Return the row's own columns, and its lead's."""
        pieces = [
            (column, (self._wanted.pseudonyms and column.pseudonym) or column.sql)
            for column in self._source.columns
        ]
        own = [(column, sql) for column, sql in pieces if not column.of_lead]
        return own, [(column, sql) for column, sql in pieces if column.of_lead]

    def _write_leads(self, written: Mapping[str, str]) -> None:
        columns = "".join(f", {name}" for name in written)
        self._db.execute(
            "create temp table persons (lead_id text primary key, lead, customer) without rowid"
        )
        self._db.execute(
            f"create temp table of_lead (lead_id text primary key, home{columns}) without rowid"
        )
        if self._wanted.pseudonyms:
            name_customers(self._db)
        values = "".join(f", {sql}" for sql in written.values())
        self._db.execute(_OF_LEAD.format(values=values))
        self._db.execute("create temp table taken_back (seq integer primary key)")
        self._db.execute(_TAKEN_BACK)

    def _batches(self, cells: Sequence[str]) -> Iterator[list[tuple[Any, ...]]]:
        rows = self._select(", ".join(cells), self._source.rows, self._chosen[0])
        found = self._db.execute(rows, self._values())
        while batch := found.fetchmany(BATCH):
            yield batch

    def _pages(self, line: str) -> Iterator[tuple[bytes, int]]:
        """Have SQLite join the lines, which saves a sixth of the time.

        It joins them in the order of the select within, on purpose (its ticket 2942).
        """
        lines = self._select(
            f"{line} as line, f.seq", self._source.rows, f"{self._chosen[0]} and f.seq > :after"
        )
        page = f"select group_concat(line, ''), count(*), max(seq) from ({lines} limit :rows)"  # noqa: S608
        after = 0
        while True:
            values = {**self._values(), "after": after, "rows": BATCH}
            joined, rows, after = self._db.execute(page, values).fetchone()
            if not rows:
                return
            yield joined, rows

    def _select(self, cells: str, rows: str, more: str = "") -> str:
        wanted, moment = self._wanted, self._source.moment
        period = "" if wanted.start is None else f"and {moment} >= :start"
        period += "" if wanted.end is None else f" and {moment} < :end"
        before = f"with {self._source.before}" if self._source.before else ""
        persons = _PERSONS if wanted.pseudonyms else ""
        named = rows.format(period=period + more, persons=persons)
        return f"{before} select {cells} from {named}"  # noqa: S608

    def _values(self) -> dict[str, object]:
        wanted = self._wanted
        moments = {"start": wanted.start, "end": wanted.end, "now": wanted.now}
        return {name: optional_text(moment) for name, moment in moments.items()} | self._chosen[1]


def _chosen(choice: Choice | None) -> tuple[str, dict[str, object]]:
    """Return what rows must be besides of the period, and its values."""
    if choice is None:
        return "", {}
    where, values = listed_by(choice)
    return f" and l.home in (select lead_id from milestones where {where})", values  # noqa: S608
