"""What the columns of a list hold, told by their headings in Dutch, English or German.

The headings are those of the forms (``portals.toml``), and a few that only lists have.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.intake.reading.forms.portal_table import shipped_portals
from assistant.intake.reading.forms.portals import Label, label_key

CONSENT = "consent"
_CONSENT_HEADINGS = frozenset(
    {
        "toestemming", "toestemming bellen", "mag gebeld worden", "mag bellen", "akkoord",
        "opt-in", "optin", "opt in", "consent", "permission", "may call", "einwilligung",
    }
)  # fmt: skip
_ONLY_IN_LISTS = {
    "klant": Label.NAME,
    "relatie": Label.NAME,
    "klantnaam": Label.NAME,
    "mobiel": Label.PHONE,
    "mobiel nummer": Label.PHONE,
    "telefoon privé": Label.PHONE,
    "telefoon werk": Label.PHONE,
    "telefoon 1": Label.PHONE,
    "telefoon 2": Label.PHONE,
    "tussenvoegsel": Label.INSERTION,
    "tussenvoegsels": Label.INSERTION,
    "huidige auto": Label.OWN_VEHICLE,
    "merk": Label.MAKE,
    "type": Label.MODEL,
}
_USED = frozenset(
    {
        Label.NAME, Label.FIRST_NAME, Label.INSERTION, Label.LAST_NAME, Label.EMAIL, Label.PHONE,
        Label.VEHICLE, Label.OWN_VEHICLE, Label.MAKE, Label.MODEL, Label.PLATE, Label.MESSAGE,
    }
)  # fmt: skip
_LOOKED_AT = 10
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a list's heading stands, and what its columns hold.

    Attributes:
        heading: The number of the row with the headings, counted from 0.
        meaning: What a column holds, by its number; others are passed over.
        names: The headings as they are written.
    """

    heading: int
    meaning: Mapping[int, str]
    names: Sequence[str]


def find_columns(rows: Sequence[Sequence[str]]) -> Columns | None:
    """Return the headings of a list; ``None`` when no row of the first ten has any we know.

    A heading counts when two of its columns are known, one of them a number or an address.
    """
    for number, row in enumerate(rows[:_LOOKED_AT]):
        meaning = {place: held for place, cell in enumerate(row) if (held := _held(cell))}
        reachable = {Label.PHONE.value, Label.EMAIL.value} & set(meaning.values())
        if len(meaning) >= _FEWEST and reachable:
            return Columns(number, meaning, row)
    return None


def _held(heading: str) -> str:
    key = label_key(heading)
    if key in _CONSENT_HEADINGS:
        return CONSENT
    label = _ONLY_IN_LISTS.get(key) or shipped_portals().labels.get(key)
    return label.value if label in _USED else ""
