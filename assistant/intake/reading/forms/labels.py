"""Finds the label in a line: ``*Telefoonnummer:* 0612345678`` or ``Kenteken GH-456-K``.

A label counts when the table of labels holds it. Without a colon, or in the middle of a
customer's own words, what stands behind it must also look like what the label promises.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from assistant.intake.reading.forms.portals import Label, Portals, label_key

_LONGEST_LABEL = 60
_SHORTEST_BARE_LABEL = 4
_LONGEST_INLINE = 600
_MOST_CELLS = 60
_SEPARATOR = re.compile(r"[:：=\t]|\s[-–]\s|\s{3,}+")
_BOLD = re.compile(r"[\s>]*\*([^*:：]{2,60})\*(?:\s+(\S.*))?\s*")
_ORNAMENT = re.compile(r"^[\W_]{1,12}(?=\w)")
_FIRST_WORD = re.compile(r"[^\s:：=(*#?!>]{1,40}")
_WORD = re.compile(r"[\w-]+")
_MOST_WORDS = 9
_BEFORE_VALUE = " \t:：*_="
_BEFORE_LINE = " \t>*_•|·–"
_BEHIND_LINE = " \t*_|"

_LOOKS_RIGHT = {
    Label.PHONE: re.compile(r"\D{0,12}\d(?:\D{0,3}\d){5}.*"),
    Label.EMAIL: re.compile(r".*\S@\S.*"),
    Label.PLATE: re.compile(
        r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{1,4}(?:[- ]?[A-Za-z0-9]{1,4}){0,3}"
    ),
    Label.PRICE: re.compile(
        r"(?:€|EUR|£|\$)?\s{0,3}\d[\d.,]*\s{0,3}(?:,-|,–|€|EUR|euro)?.{0,20}", re.IGNORECASE
    ),
    Label.MILEAGE: re.compile(r"\d[\d.,]*\s{0,3}(?:km|mi|miles|kilometer)?", re.IGNORECASE),
    Label.VEHICLE: re.compile(r"[A-ZŠ0-9\"'][^?]{1,120}"),
    Label.YEAR: re.compile(r".*\d{4}.*"),
}
_WITHOUT_COLON = {
    Label.NAME: re.compile(
        r"[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|van|von|der|den|de|het|['’]t|ten|ter|te|en)){0,6}"
    ),
    Label.PHONE: re.compile(r"\+?\(?\d[\d ()./-]{6,24}\d"),
    Label.EMAIL: re.compile(r"\S{1,64}@\S{1,190}"),
    Label.PLATE: _LOOKS_RIGHT[Label.PLATE],
    Label.PRICE: re.compile(r"(?:€|EUR)\s{0,3}\d[\d.,]*(?:,-|,–)?", re.IGNORECASE),
    Label.LEFT_OUT: re.compile(r"\d[\d.]{3,20}"),
}
_INLINE = frozenset(
    {
        Label.NAME,
        Label.FIRST_NAME,
        Label.LAST_NAME,
        Label.EMAIL,
        Label.PHONE,
        Label.MESSAGE,
        Label.VEHICLE,
        Label.PLATE,
        Label.PRICE,
    }
)
CONTACT = frozenset({Label.NAME, Label.EMAIL, Label.PHONE, Label.FIRST_NAME, Label.LAST_NAME})
"""What says who the customer is."""


class LabelledLine(NamedTuple):
    """A line with a label.

    Attributes:
        label: What stands behind it.
        heading: The label as it is written.
        value: What stands behind it, empty when it is on the next line.
    """

    label: Label
    heading: str
    value: str


def bare(line: str) -> str:
    """Return a line without the marks of a quotation, a list or bold letters around it."""
    return line.lstrip(_BEFORE_LINE).removeprefix("- ").lstrip(_BEFORE_LINE).rstrip(_BEHIND_LINE)


def split_label(
    line: str, portals: Portals, *, in_message: bool = False, after_blank: bool = True
) -> LabelledLine | None:
    """Part a line into its label and what stands behind it.

    Args:
        line: One line, without a line break.
        portals: The labels that are known.
        in_message: Whether the line may be a customer's own words.
        after_blank: Whether a label alone may end his words, as the line above is empty or
            the form's other labels stand alone too.

    Returns:
        The label and its value, or ``None`` for a line without a label.
    """
    if found := _bold(line, portals):
        return found
    line = _ORNAMENT.sub("", bare(line))
    if not _may_begin(line, portals):
        return None if in_message else _by_word(line, portals)
    if found := _with_separator(line, portals):
        form = _LOOKS_RIGHT.get(found.label)
        if in_message and found.value and form is not None and not form.fullmatch(found.value):
            return None
        return found
    label_alone = portals.labels.get(label_key(line)) if len(line) <= _LONGEST_LABEL else None
    is_long = len(label_key(line)) >= _SHORTEST_BARE_LABEL
    if label_alone and (is_long or label_alone is Label.PHONE):
        doubtful = in_message and not after_blank and label_alone not in CONTACT
        return None if doubtful else LabelledLine(label_alone, line, "")
    return _without_colon(line, portals) or (None if in_message else _by_word(line, portals))


def message_behind_word(line: str, portals: Portals) -> LabelledLine | None:
    """Understand ``Bericht Is hij er nog?``; only where the form has no colons at all."""
    heading, _, value = bare(line).partition(" ")
    is_label = portals.labels.get(label_key(heading)) is Label.MESSAGE
    return LabelledLine(Label.MESSAGE, heading, value.strip()) if is_label else None


def inline_pieces(line: str, portals: Portals) -> Iterator[str]:
    """Cut ``Naam: Jan Telefoon: 0612345678`` before each label; slow, for few lines."""
    first = _with_separator(bare(line), portals) if line.count(":") > 1 else None
    if first is None or first.label not in _INLINE or len(line) > _LONGEST_INLINE:
        yield line
        return
    cuts = [found.start() for found in _inline_form(portals).finditer(line)]
    if not cuts or bare(line[: cuts[0]]):
        yield line
        return
    for start, end in zip(cuts, [*cuts[1:], len(line)], strict=True):
        yield line[start:end]


def cells(line: str, portals: Portals) -> Iterator[str]:
    """Unite the cells of a table's row by twos, a label and its value."""
    row = _row(line)
    while row:
        cell = row.pop(0)
        if row and _is_label(cell, portals) and not _is_label(row[0], portals):
            cell = f"{cell.rstrip(' :')}: {row.pop(0)}"
        yield cell


def is_heading_row(line: str, portals: Portals) -> list[str]:
    """Return the labels of a table's first row, if it holds nothing else."""
    row = _row(line)
    return row if len(row) > 1 and all(_is_label(cell, portals) for cell in row) else []


def _row(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("\t", _MOST_CELLS) if cell.strip()]


def _is_label(cell: str, portals: Portals) -> bool:
    return len(cell) <= _LONGEST_LABEL and label_key(cell) in portals.labels


def _may_begin(line: str, portals: Portals) -> bool:
    """Say whether a line begins with the first word of a label; quick, for most do not."""
    word = _FIRST_WORD.match(line)
    return word is not None and word.group().rstrip("*_.").lower() in portals.label_beginnings


def _bold(line: str, portals: Portals) -> LabelledLine | None:
    """Understand ``*Naam*`` and ``*Naam* Jan``: nobody writes his own words so."""
    found = _BOLD.fullmatch(line)
    label = portals.labels.get(label_key(found[1])) if found else None
    return LabelledLine(label, found[1], found[2] or "") if found and label else None


def _with_separator(line: str, portals: Portals) -> LabelledLine | None:
    for found in _SEPARATOR.finditer(line[:_LONGEST_LABEL]):
        heading = line[: found.start()]
        if label := portals.labels.get(label_key(heading)):
            return LabelledLine(label, heading, line[found.end() :].strip(_BEFORE_VALUE))
    return None


def _by_word(line: str, portals: Portals) -> LabelledLine | None:
    """Understand a label that is not listed by a word in it."""
    heading, colon, value = line[: 3 * _LONGEST_LABEL].partition(":")
    words = frozenset(_WORD.findall(heading.lower())) if colon else frozenset()
    if not words or len(words) > _MOST_WORDS or words & portals.others_words:
        return None
    value = line[len(heading) + 1 :].strip(_BEFORE_VALUE)
    for label, known in portals.label_words.items():
        form = _LOOKS_RIGHT.get(label)
        if words & known and (form is None or form.fullmatch(value)):
            return LabelledLine(label, heading, value)
    return None


def _without_colon(line: str, portals: Portals) -> LabelledLine | None:
    words = line[:120].split()
    for number in range(1, min(len(words), 5)):
        heading = " ".join(words[:number])
        label = portals.labels.get(label_key(heading))
        form = _WITHOUT_COLON.get(label) if label else None
        value = " ".join(words[number:])
        if label and form and form.fullmatch(value):
            return LabelledLine(label, heading, value)
    return None


@lru_cache(maxsize=4)
def _inline_form_of(spellings: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(spellings, key=lambda spelling: (-len(spelling), spelling))
    return re.compile(
        rf"(?<!\S)[*_]{{0,2}}(?:{'|'.join(map(re.escape, longest_first))})[.*_ ]{{0,3}}:",
        re.IGNORECASE,
    )


def _inline_form(portals: Portals) -> re.Pattern[str]:
    return _inline_form_of(
        frozenset(key for key, label in portals.labels.items() if label in _INLINE)
    )
