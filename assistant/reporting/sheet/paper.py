"""What stands on a sheet, as a value: the same for the terminal, a browser and a printer.

All words are in the present language, and strangers' are still plain text.
"""

from dataclasses import dataclass
from typing import NamedTuple


class Bar(NamedTuple):
    """A figure as a bar: what is, and what the benchmark asks; each 0 to 1."""

    share: float
    asked: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table.

    Attributes:
        columns: Its headings; the first few are of texts, the others of figures.
        texts: How many those few are.
        bars: A bar beside each row, or nothing at all.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    texts: int = 1
    bars: tuple[Bar | None, ...] = ()


class Entry(NamedTuple):
    """Something about somebody: who, what is said of him, and lines of a label and a text.

    A line without a text is one to write on.
    """

    heading: str
    said: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a sheet; each of its parts may be empty."""

    heading: str = ""
    said: str = ""
    table: Table | None = None
    entries: tuple[Entry, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet.

    Attributes:
        told: Whose it is, and when it was made.
        copies: Of which colleagues' copies the figures are too; empty for this desk alone.
        notes: What must be known to read it.
    """

    title: str
    told: str
    sections: tuple[Section, ...]
    notes: tuple[str, ...] = ()
    copies: str = ""
