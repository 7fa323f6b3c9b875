"""What the columns of a list hold, told by their headings in Dutch, English or German.

The headings are those of the forms (``portals.toml``), and a few that only lists have. A
person may say otherwise of each column (:meth:`Columns.changed`).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.intake.reading.forms.portal_table import shipped_portals
from assistant.intake.reading.forms.portals import Label, label_key


class Meaning(StrEnum):
    """What a column holds; what is not listed here is not used."""

    NAME = "name"
    FIRST_NAME = "first_name"
    INSERTION = "insertion"
    LAST_NAME = "last_name"
    PHONE = "phone"
    EMAIL = "email"
    CAR = "car"
    MAKE = "make"
    MODEL = "model"
    PLATE = "plate"
    QUESTION = "question"
    CONSENT = "consent"


_BY_LABEL = {
    Label.NAME: Meaning.NAME,
    Label.FIRST_NAME: Meaning.FIRST_NAME,
    Label.INSERTION: Meaning.INSERTION,
    Label.LAST_NAME: Meaning.LAST_NAME,
    Label.PHONE: Meaning.PHONE,
    Label.EMAIL: Meaning.EMAIL,
    Label.OWN_VEHICLE: Meaning.CAR,
    Label.VEHICLE: Meaning.CAR,
    Label.MAKE: Meaning.MAKE,
    Label.MODEL: Meaning.MODEL,
    Label.PLATE: Meaning.PLATE,
    Label.MESSAGE: Meaning.QUESTION,
}
_CONSENT_HEADINGS = frozenset(
    {
        "toestemming", "toestemming bellen", "mag gebeld worden", "mag bellen", "akkoord",
        "opt-in", "optin", "opt in", "consent", "permission", "may call", "einwilligung",
    }
)  # fmt: skip
_ONLY_IN_LISTS = {
    "klant": Meaning.NAME,
    "relatie": Meaning.NAME,
    "klantnaam": Meaning.NAME,
    "mobiel": Meaning.PHONE,
    "mobiel nummer": Meaning.PHONE,
    "telefoon privé": Meaning.PHONE,
    "telefoon werk": Meaning.PHONE,
    "telefoon 1": Meaning.PHONE,
    "telefoon 2": Meaning.PHONE,
    "tussenvoegsel": Meaning.INSERTION,
    "tussenvoegsels": Meaning.INSERTION,
    "huidige auto": Meaning.CAR,
    "merk": Meaning.MAKE,
    "type": Meaning.MODEL,
}
_REACHABLE = frozenset({Meaning.PHONE, Meaning.EMAIL})
_LOOKED_AT = 10
_FEWEST = 2
_LIKE_A_NUMBER = re.compile(r"\+?[\d\s()./-]{9,25}")
_DIGITS_OF_A_NUMBER = 9


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a list's heading stands, and what its columns hold.

    Attributes:
        heading: The number of the row with the headings, counted from 0; -1 without one.
        meaning: What a column holds, by its number; others are passed over.
        names: The headings as they are written.
    """

    heading: int
    meaning: Mapping[int, Meaning]
    names: Sequence[str]

    @property
    def reach_customers(self) -> bool:
        """Say whether some column holds numbers or addresses."""
        return not _REACHABLE.isdisjoint(self.meaning.values())

    def name(self, place: int) -> str:
        """Return the heading of a column; empty where it has none."""
        return self.names[place] if place < len(self.names) else ""

    def changed(self, place: int, meaning: Meaning | None) -> "Columns":
        """Return the same with another meaning of one column; ``None`` passes it over."""
        others = {number: held for number, held in self.meaning.items() if number != place}
        return replace(self, meaning=others if meaning is None else others | {place: meaning})


def find_columns(rows: Sequence[Sequence[str]]) -> Columns | None:
    """Return the headings of a list; ``None`` when no row of the first ten has any we know.

    A heading counts when two of its columns are known, one of them a number or an address.
    """
    for number, row in enumerate(rows[:_LOOKED_AT]):
        columns = Columns(number, _meanings(row), row)
        if len(columns.meaning) >= _FEWEST and columns.reach_customers:
            return columns
    return None


def guess_columns(rows: Sequence[Sequence[str]]) -> Columns:
    """Return the headings of a list, or the likeliest where we know none, for a person to mend.

    Then the first of the fullest rows counts as the heading, unless a number or an address
    stands in it; numbers and addresses are told by what stands below.
    """
    known = find_columns(rows)
    if known is not None:
        return known
    head = rows[:_LOOKED_AT]
    fullest = max((_filled(row) for row in head), default=0)
    number = next((number for number, row in enumerate(head) if _filled(row) == fullest), -1)
    if number < 0 or any(map(_reaches, head[number])):
        return Columns(-1, _told_by_content(head), ())
    told = _told_by_content(rows[number + 1 : number + 1 + _LOOKED_AT])
    return Columns(number, told | _meanings(head[number]), head[number])


def _meanings(headings: Iterable[str]) -> dict[int, Meaning]:
    return {place: held for place, cell in enumerate(headings) if (held := _held(cell))}


def _held(heading: str) -> Meaning | None:
    key = label_key(heading)
    if key in _CONSENT_HEADINGS:
        return Meaning.CONSENT
    label = shipped_portals().labels.get(key)
    return _ONLY_IN_LISTS.get(key) or (None if label is None else _BY_LABEL.get(label))


def _told_by_content(rows: Sequence[Sequence[str]]) -> dict[int, Meaning]:
    told: dict[int, Meaning] = {}
    for place in range(max(map(len, rows), default=0)):
        held = [meaning for row in rows if place < len(row) and (meaning := _reaches(row[place]))]
        if 2 * len(held) > len(rows):
            told[place] = held[0]
    return told


def _reaches(cell: str) -> Meaning | None:
    """Say whether a cell looks like an address or a number."""
    if "@" in cell:
        return Meaning.EMAIL
    digits = sum(map(str.isdigit, cell))
    is_number = _LIKE_A_NUMBER.fullmatch(cell) is not None and digits >= _DIGITS_OF_A_NUMBER
    return Meaning.PHONE if is_number else None


def _filled(row: Sequence[str]) -> int:
    return sum(map(bool, row))
