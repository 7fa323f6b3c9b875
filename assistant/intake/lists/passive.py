"""A list of passive leads: one customer a row; what cannot be used is named by its row."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from assistant.core.contact import Phone, find_phones, read_email, read_phone
from assistant.core.errors import WrongCallError, mark
from assistant.core.request import Door, Request, RequestKind
from assistant.intake.lists.columns import CONSENT, Columns, find_columns
from assistant.intake.lists.table import read_table
from assistant.intake.original import Dealer
from assistant.intake.reading.forms.portals import Label

NO_NUMBER = mark("There is no number and no e-mail address.")
BAD_NUMBER = mark("The number is none, and there is no e-mail address.")
_NOT_GIVEN = frozenset({"", "nee", "n", "no", "nein", "false", "onwaar", "0", "-", "geen", "niet"})


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row of a list.

    Attributes:
        number: As the spreadsheet counts it, from 1.
        request: The passive lead; ``None`` when the row cannot be used.
        reason: Why it cannot.
    """

    number: int
    request: Request | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PassiveList:
    """A list as it was understood.

    Attributes:
        identity: Stands for its bytes, as for every other message.
        content: The file, as evidence.
        columns: What its columns hold.
        rows: Its customers in their order; empty rows are passed over.
    """

    identity: str
    content: bytes
    columns: Columns
    rows: tuple[ListedRow, ...]


def read_list(path: Path, dealer: Dealer) -> PassiveList:
    """Read a list of passive leads.

    Raises:
        CouldNotError: If the file cannot be read.
        WrongCallError: If it is no table, or no column holds numbers or addresses.
    """
    content, table = read_table(path)
    columns = find_columns(table)
    if columns is None:
        raise WrongCallError(
            "{file} has no row of headings with a telephone number or an e-mail address.",
            file=path.name,
        )
    rows = tuple(_rows(table, columns, path.stem, dealer))
    return PassiveList(f"sha256:{sha256(content).hexdigest()}", content, columns, rows)


def _rows(
    table: Sequence[Sequence[str]], columns: Columns, name: str, dealer: Dealer
) -> Iterator[ListedRow]:
    for number, cells in enumerate(table[columns.heading + 1 :], start=columns.heading + 2):
        held: dict[str, list[str]] = defaultdict(list)
        for place, meaning in columns.meaning.items():
            if place < len(cells) and cells[place]:
                said = cells[place]
                held[meaning].append(
                    f"{columns.names[place]}: {said}" if meaning == CONSENT else said
                )
        if held:
            yield _row(number, held, name, dealer)


def _row(number: int, held: dict[str, list[str]], source: str, dealer: Dealer) -> ListedRow:
    phones = tuple(dict.fromkeys(_phones(held[Label.PHONE], dealer)))
    emails = tuple(filter(None, map(read_email, held[Label.EMAIL])))
    own = tuple(email for email in emails if email not in dealer.own_addresses)
    if not phones and not own:
        return ListedRow(number, None, BAD_NUMBER if held[Label.PHONE] else NO_NUMBER)
    request = Request(
        kind=RequestKind.PASSIVE,
        door=Door.LIST,
        source=source,
        name=_name(held),
        phones=phones,
        emails=own,
        own_vehicle=_first(held, Label.OWN_VEHICLE, Label.VEHICLE) or _make_and_model(held),
        plate=_first(held, Label.PLATE),
        question=_first(held, Label.MESSAGE),
        consent=_consent(held[CONSENT]),
    )
    return ListedRow(number, request)


def _phones(cells: Sequence[str], dealer: Dealer) -> Iterator[Phone]:
    for cell in cells:
        found = find_phones(cell, dealer.region)
        phone = read_phone(cell, dealer.region)
        for each in found or ((phone,) if phone is not None else ()):
            if each.key not in dealer.own_numbers:
                yield each


def _name(held: dict[str, list[str]]) -> str:
    parts = (Label.FIRST_NAME, Label.INSERTION, Label.LAST_NAME)
    joined = " ".join(held[part][0] for part in parts if held[part])
    return _first(held, Label.NAME) if not held[Label.LAST_NAME] else joined


def _make_and_model(held: dict[str, list[str]]) -> str:
    return " ".join(held[part][0] for part in (Label.MAKE, Label.MODEL) if held[part])


def _first(held: dict[str, list[str]], *labels: Label) -> str:
    return next((held[label][0] for label in labels if held[label]), "")


def _consent(cells: Sequence[str]) -> str:
    """Return the proof of a consent, heading and all; nothing when it was not given."""
    given = (cell for cell in cells if cell.partition(": ")[2].strip().lower() not in _NOT_GIVEN)
    return next(given, "")
