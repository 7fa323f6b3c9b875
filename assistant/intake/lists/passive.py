"""A list of passive leads: one customer a row; what cannot be used is named by its row."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from assistant.core.contact import Phone, find_phones, read_email, read_phone
from assistant.core.errors import WrongCallError, mark
from assistant.core.request import Door, Request, RequestKind
from assistant.desk import Arrival
from assistant.intake.lists.columns import Columns, Meaning, find_columns
from assistant.intake.lists.table import Table
from assistant.intake.original import Dealer

NO_NUMBER = mark("There is no number and no e-mail address.")
BAD_NUMBER = mark("The number is none, and there is no e-mail address.")
_FLOAT_END = re.compile(r"(?<=\d{6})[.,]0+$")
"""What a spreadsheet adds to a number that it took for one: ``612345671.0``."""

_NOT_GIVEN = frozenset({"", "nee", "n", "no", "nein", "false", "onwaar", "0", "-", "geen", "niet"})


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row of a list.

    Attributes:
        number: As the spreadsheet counts it, from 1.
        name: Whose row it is, as far as it says.
        request: The passive lead; ``None`` when the row cannot be used.
        reason: Why it cannot.
        double_of: The number of an earlier row with the same number or address; 0 for none.
    """

    number: int
    name: str
    request: Request | None
    reason: str = ""
    double_of: int = 0


@dataclass(frozen=True, slots=True)
class PassiveList:
    """A list as it was understood.

    Attributes:
        columns: What its columns hold.
        rows: Its customers in their order; empty rows are passed over.
    """

    columns: Columns
    rows: tuple[ListedRow, ...]


def read_list(table: Table, dealer: Dealer) -> PassiveList:
    """Read a list of passive leads by its headings.

    Raises:
        WrongCallError: If no column is known to hold numbers or addresses.
    """
    columns = find_columns(table.rows)
    if columns is None:
        raise WrongCallError(
            "{file} has no row of headings with a telephone number or an e-mail address.",
            file=table.name,
        )
    return PassiveList(columns, tuple(filter(None, listed_rows(table, columns, dealer))))


def listed_rows(table: Table, columns: Columns, dealer: Dealer) -> Iterator[ListedRow | None]:
    """Yield what each row under the headings comes to; ``None`` for an empty one."""
    first: dict[str, int] = {}
    for number, cells in enumerate(table.rows[columns.heading + 1 :], start=columns.heading + 2):
        held = _held(cells, columns)
        row = _row(number, held, table.source, dealer) if held else None
        yield None if row is None else _told_apart(row, first)


def arrival_of(table: Table, requests: Sequence[Request], now: datetime) -> Arrival:
    """Return what the desk is handed of a list, or of a part of it."""
    return Arrival(
        identity=table.identity,
        name=table.name,
        arrived_at=now,
        content=table.content,
        readings=tuple(requests),
    )


def _held(cells: Sequence[str], columns: Columns) -> dict[Meaning, list[str]]:
    """Return what a row says, by what its columns hold; nothing for an empty row."""
    held: dict[Meaning, list[str]] = defaultdict(list)
    for place, meaning in columns.meaning.items():
        said = cells[place].strip() if place < len(cells) else ""
        if said:
            proof = _proof(columns.name(place), said) if meaning is Meaning.CONSENT else said
            held[meaning] += [proof] if proof else []
    return held


def _proof(heading: str, said: str) -> str:
    """Return the proof of a consent, heading and all; nothing when it was not given."""
    first = said.split(maxsplit=1)[0].strip(".,:;!").lower()
    return "" if first in _NOT_GIVEN else ": ".join(filter(None, (heading, said)))


def _told_apart(row: ListedRow, first: dict[str, int]) -> ListedRow:
    """Mark a row whose customer stood in one before."""
    if row.request is None:
        return row
    known = (first[identity] for identity in row.request.identities if identity in first)
    double_of = min(known, default=0)
    if double_of:
        return replace(row, double_of=double_of)
    first.update(dict.fromkeys(row.request.identities, row.number))
    return row


def _row(number: int, held: dict[Meaning, list[str]], source: str, dealer: Dealer) -> ListedRow:
    phones = tuple(dict.fromkeys(_phones(held[Meaning.PHONE], dealer)))
    emails = tuple(filter(None, map(read_email, held[Meaning.EMAIL])))
    own = tuple(email for email in emails if email not in dealer.own_addresses)
    name = _name(held)
    if not phones and not own:
        return ListedRow(number, name, None, BAD_NUMBER if held[Meaning.PHONE] else NO_NUMBER)
    request = Request(
        kind=RequestKind.PASSIVE,
        door=Door.LIST,
        source=source,
        name=name,
        phones=phones,
        emails=own,
        own_vehicle=_first(held, Meaning.CAR) or _make_and_model(held),
        plate=_first(held, Meaning.PLATE),
        question=_first(held, Meaning.QUESTION),
        consent=_first(held, Meaning.CONSENT),
    )
    return ListedRow(number, name, request)


def _phones(cells: Sequence[str], dealer: Dealer) -> Iterator[Phone]:
    for written in cells:
        cell = _FLOAT_END.sub("", written)
        found = find_phones(cell, dealer.region)
        phone = read_phone(cell, dealer.region)
        for each in found or ((phone,) if phone is not None else ()):
            if each.key not in dealer.own_numbers:
                yield each


def _name(held: dict[Meaning, list[str]]) -> str:
    parts = (Meaning.FIRST_NAME, Meaning.INSERTION, Meaning.LAST_NAME)
    joined = " ".join(held[part][0] for part in parts if held[part])
    return joined if held[Meaning.LAST_NAME] else _first(held, Meaning.NAME) or joined


def _make_and_model(held: dict[Meaning, list[str]]) -> str:
    return " ".join(held[part][0] for part in (Meaning.MAKE, Meaning.MODEL) if held[part])


def _first(held: dict[Meaning, list[str]], meaning: Meaning) -> str:
    return next(iter(held[meaning]), "")
