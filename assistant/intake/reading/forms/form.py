"""A mail of labels becomes a form: what was filled in, and where in the mail it stood.

The place decides whose it is. Above the advert a number plate may be the customer's, below
it is the dealer's car; a number under the seller's heading is never the customer's; what
stands in the sender's own closing lines counts only when there is nothing else.
"""

from dataclasses import dataclass, field
from enum import Enum, auto

from assistant.intake.reading.forms.portals import Label


class Place(Enum):
    """Where in a mail something stood."""

    CUSTOMER = auto()
    BELOW_GREETING = auto()
    ADVERT = auto()
    DEALER = auto()
    FOOTER = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """What stood behind one label, and how the label was written."""

    label: Label
    value: str
    place: Place
    heading: str = ""


@dataclass(slots=True)
class Form:
    """What was filled in.

    Attributes:
        entries: What stood behind labels, in the mail's order.
        headings: The lines above the first label.
        loose: All lines that belong to no label.
        signed: The line below the customer's greeting, often his name.
    """

    entries: list[Entry] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    loose: list[str] = field(default_factory=list)
    signed: str = ""

    def values(self, *labels: Label, places: frozenset[Place] | None = None) -> list[str]:
        """Return what stands behind these labels, in the mail's order."""
        return [
            entry.value
            for entry in self.entries
            if entry.label in labels and entry.value and (places is None or entry.place in places)
        ]

    def first(self, label: Label, *places: Place) -> str:
        """Return the first value of a label, not looking at the dealer's own part."""
        wanted = frozenset(places) or frozenset(Place) - {Place.DEALER}
        return next(iter(self.values(label, places=wanted)), "")

    def has(self, *labels: Label) -> bool:
        """Say whether one of these labels was filled in."""
        return any(entry.label in labels and entry.value for entry in self.entries)
