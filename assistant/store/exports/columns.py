"""What a column of an export is, and those that several tables have.

A column is told of in one place: headings, JSON keys, the sheet that explains them and
``docs/exports.md`` follow. Its SQL may speak of ``l``, the row's lead (``reading.py``), and of
``p``, under which name he leaves when nobody may be known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.core.errors import mark
from assistant.core.spellings import STAND_IN


class Kind(StrEnum):
    """What stands in a column."""

    ID = "id"
    TEXT = "text"
    PROSE = "prose"
    WORD = "word"
    COUNT = "count"
    FLAG = "flag"
    MOMENT = "moment"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: Its heading and JSON key; a contract.
        kind: What stands in it.
        sql: Where it comes from: the table's own row ``f``, or the lead's summary ``s``
            and milestones ``m``.
        meaning: An English sentence, which is its own key.
        pseudonym: What stands there instead when nobody may be known by it.
        of_lead: Whether it is the same in all rows of a lead.
    """

    name: str
    kind: Kind
    sql: str
    meaning: str
    pseudonym: str | None = None
    of_lead: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A table's columns and rows.

    Attributes:
        columns: The columns; the lead's come last.
        moment: By which moment a row is in a period.
        rows: What follows ``from``; ``{period}`` stands for one more condition, ``{persons}``
            for where ``p`` comes in when nobody may be known.
        size: Likewise, to count at most so many rows in less time.
        before: The tables of ``with``.
        is_paged: Whether all rows can as well be had a page at a time, by ``f.seq``.
    """

    columns: Sequence[Column]
    moment: str
    rows: str
    size: str
    before: str = ""
    is_paged: bool = False


LEFT_OUT = "null"


def counts(fact: str) -> str:
    """Return the condition that no fact took this one back."""
    return f"""
        not exists (select 1 from facts taken_back
                    where taken_back.kind = 'retraction' and taken_back.refers_to = {fact}.id)
    """  # noqa: S608 - our own words


NOT_SPLIT_OFF = f"""
    f.id not in (select s.refers_to from facts s where s.kind = 'split' and {counts("s")})
"""  # noqa: S608 - our own words


def customer(name: str, phone: str, email: str, *, of_lead: bool) -> tuple[Column, ...]:
    """Return the columns of who a customer is, without the words that stand in for one."""
    text, number, address = Kind.TEXT, Kind.PHONE, Kind.TEXT
    said = mark("The customer's name."), mark("His number."), mark("His e-mail address.")
    return (
        Column("name", text, name, said[0], "p.customer", of_lead),
        Column("phone", number, _of_a_person(phone), said[1], LEFT_OUT, of_lead),
        Column("email", address, _of_a_person(email), said[2], LEFT_OUT, of_lead),
    )


def _of_a_person(identity: str) -> str:
    return f"iif({identity} glob '{STAND_IN}*', '', {identity})"


def door(sql: str) -> Column:
    """Return the column of the door a customer came in by."""
    said = mark("How he came in: web, phone, showroom, list.")
    return Column("door", Kind.WORD, sql, said)


def source(sql: str) -> Column:
    """Return the column of who passed a request on."""
    said = mark("Who passed it on, such as a portal.")
    return Column("source", Kind.TEXT, sql, said)


def first_door() -> Column:
    """Return the column of the door a lead came in by first, as the figures have it."""
    said = mark("How he first came in: web, phone, showroom, list.")
    return Column("door", Kind.WORD, _first("door"), said, None, of_lead=True)


def first_source() -> Column:
    """Return the column of who passed a lead's first request on, as the figures have it."""
    said = mark("Who passed his first request on, such as a portal.")
    return Column("source", Kind.TEXT, _first("source"), said, None, of_lead=True)


def _first(column: str) -> str:
    """Return where a column of the first request is; a name on a list has none."""
    return f"iif(m.asked_at is null, s.{column}, m.{column})"


def vehicle(sql: str, *, of_lead: bool = False) -> Column:
    """Return the column of the car that is asked about."""
    said = mark("The car he asks about.")
    return Column("vehicle", Kind.TEXT, sql, said, None, of_lead)


def question(sql: str) -> Column:
    """Return the column of a customer's own words."""
    return Column("question", Kind.PROSE, sql, mark("What he wrote."), LEFT_OUT)


def plate(sql: str) -> Column:
    """Return the column of a number plate."""
    said = mark("That car's number plate.")
    return Column("plate", Kind.TEXT, sql, said, LEFT_OUT)


LEAD = Column("lead", Kind.ID, "l.home", mark("The lead's id, the same in every table."), "p.lead")
OWNER = Column("owner", Kind.TEXT, "s.owner", mark("Whose customer he is."), None, of_lead=True)
OF_LEAD = (
    *customer("s.name", "s.phone", "s.email", of_lead=True),
    vehicle("s.vehicle", of_lead=True),
    first_source(),
    first_door(),
    OWNER,
)
"""What attempts and appointments tell of their lead."""
