"""How much room is left on a sheet of two pages, so that it is used before rows are left out.

Paper is not asked: a line is counted for every so many letters, rather too many than too few.
"""

from collections.abc import Callable, Iterable
from math import ceil
from typing import TypeVar

from assistant.reporting.sheet.paper import Entry, Section, Table

_Made = TypeVar("_Made", bound=Section | None)

TWO_PAGES = 138.0
"""Lines on two pages of A4, less what a page may leave empty at its foot."""
HALF_A_PAGE = 38.0
"""Likewise on half of one."""
_HEAD, _HEADING, _RULED = 4.0, 2.2, 1.5
_FURTHER = 0.87
"""How high a further line of a row is, which has no room around it."""
_LETTERS = 115
_COLUMNS = {
    1: (32, 32),
    4: (44, 23, 22, 20, 8),
    5: (8, 30, 30, 30, 17),
    6: (20, 24, 16, 18, 18, 12),
}
"""Letters on a line of a table's columns, by how many are of texts; figures stand on one."""
_BESIDE_BARS = (32, 18, 18, 18, 15)
"""Likewise where bars take the place, so that figures wrap too."""


def lines_of(sections: Iterable[Section | None], notes: Iterable[str]) -> float:
    """Return about how many lines a sheet has."""
    said = sum(map(_wrapped, notes))
    return _HEAD + said + sum(map(lines_of_section, sections))


def lines_of_section(section: Section | None) -> float:
    """Return about how many lines a section has."""
    if section is None:
        return 0.0
    table = 0.0 if section.table is None else _of_table(section.table)
    said = _wrapped(section.said) + _wrapped(section.more)
    return _HEADING + said + table + sum(map(_of_entry, section.entries))


def most_that_fit(build: Callable[[int], _Made], least: int, most: int, room: float) -> _Made:
    """Return a section with as many rows as there is room for.

    Args:
        build: Makes the section with so many rows at most.
        least: So many it has anyway.
        most: It has no more.
        room: Lines.
    """
    for count in range(most, least, -1):
        section = build(count)
        if lines_of_section(section) <= room:
            return section
    return build(least)


def _of_table(table: Table) -> float:
    letters = _BESIDE_BARS if table.bars else _COLUMNS.get(table.texts, ())
    rows = (
        max(_wrapped(cell, width) for cell, width in zip(row, letters, strict=False))
        for row in (table.columns, *table.rows)
    )
    return sum(1 + _FURTHER * (max(1, lines) - 1) for lines in rows)


def _of_entry(entry: Entry) -> float:
    lines = sum(_RULED * _wrapped(said or " ") for _, said in entry.lines)
    return _wrapped(f"{entry.heading}{entry.said}") + lines


def _wrapped(text: str, letters: int = _LETTERS) -> int:
    return ceil(len(text) / letters)
