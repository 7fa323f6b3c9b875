"""Reads a form from the lines of a mail, knowing at each line where in the mail it is.

A label opens a field; the next label, a mark or, for a field of one line, its value closes
it. A message runs on over blank lines until one of them ends it.
"""

from collections.abc import Iterable

from assistant.intake.reading.forms.form import Entry, Form, Place
from assistant.intake.reading.forms.labels import (
    LabelledLine,
    bare,
    cells,
    inline_pieces,
    is_heading_row,
    message_behind_word,
    split_label,
)
from assistant.intake.reading.forms.portals import Label, Mark, Portals
from assistant.intake.reading.markup.tokens import unescape

_FIRST_LINES = 2_500
_LAST_LINES = 500
_MOST_INLINE = 50
_LONGEST_LINE = 25_000
_SEVERAL_LINES = frozenset({Label.MESSAGE, Label.OWN_CONDITION})
_BEGINS_ANEW = frozenset({Label.NAME, Label.FIRST_NAME, Label.MESSAGE})
_CLOSING = frozenset({Place.FOOTER, Place.BELOW_GREETING})
_MOST_BLANK_LINES = 2
_LONGEST_HEADING_BEHIND_MARK = 25


def read_form(text: str, portals: Portals) -> Form:
    """Read the labels in a text, of a very long one at its beginning and its end."""
    reader = _FormReader(portals)
    lines = unescape(text).split("\n")  # a site may write &amp; in plain text too
    if len(lines) > _FIRST_LINES + _LAST_LINES:
        lines = lines[:_FIRST_LINES] + lines[-_LAST_LINES:]
    for line in _unfolded(lines, portals):
        reader.read(line[:_LONGEST_LINE])
    return reader.finish()


def _unfolded(lines: Iterable[str], portals: Portals) -> Iterable[str]:
    """Yield the lines with tables brought into the form ``label: value``."""
    headings: list[str] = []
    for line in lines:
        if "\t" not in line.strip():
            headings = headings if not line.strip() else []
            yield line
            continue
        row = [cell.strip() for cell in line.strip("\n").split("\t")]
        values = [cell for cell in row if cell]
        if headings and len(values) == len(headings):
            yield from (f"{label}: {value}" for label, value in zip(headings, values, strict=True))
            headings = []
        elif found := is_heading_row(line, portals):
            headings = found
        else:
            yield from cells(line, portals)


class _FormReader:
    """Reads line by line; knows what is open and where in the mail it is."""

    def __init__(self, portals: Portals) -> None:
        self._portals = portals
        self._marks = tuple(words for lines in portals.marks.values() for words in lines)
        self._form = Form()
        self._place = Place.CUSTOMER
        self._open: Label | None = None
        self._heading = ""
        self._lines: list[str] = []
        self._blank_lines = 0
        self._inline_left = _MOST_INLINE
        self._title_follows = False
        self._name_follows = False
        self._labels_alone = False
        self._without_colons = False

    def read(self, line: str) -> None:
        line = line.rstrip("\r")
        if not line.strip():
            self._read_blank()
            return
        mark = self._mark_of(bare(line).lower())
        if mark:
            self._divide(mark, bare(line))
        else:
            for piece in self._pieces(line):
                self._read_piece(piece)
        self._blank_lines = 0

    def finish(self) -> Form:
        self._close()
        return self._form

    @property
    def _in_message(self) -> bool:
        return self._open is Label.MESSAGE and bool(self._lines)

    def _pieces(self, line: str) -> Iterable[str]:
        if self._in_message or line.count(":") < 2 or self._inline_left == 0:
            return [line]
        self._inline_left -= 1
        return inline_pieces(line.strip(), self._portals)

    def _read_piece(self, line: str) -> None:
        after_blank = self._blank_lines > 0
        found = split_label(
            line,
            self._portals,
            in_message=self._in_message,
            after_blank=after_blank or self._labels_alone,
        )
        if found is None and self._without_colons:
            found = message_behind_word(line, self._portals)
        if found:
            self._note_layout(found, bare(line))
            self._begin(found, after_blank=after_blank)
        elif self._open in _SEVERAL_LINES or self._fits(line):
            self._lines.append(line.strip())
            if self._open not in _SEVERAL_LINES:
                self._close()
        else:
            self._close()
            if text := bare(line):
                self._read_loose(text)

    def _note_layout(self, found: LabelledLine, line: str) -> None:
        """Remember how this form sets its labels apart from what stands behind them."""
        self._labels_alone = self._labels_alone or line == found.heading
        if found.label is Label.NAME and found.value:
            self._without_colons = line == f"{found.heading} {found.value}"

    def _begin(self, line: LabelledLine, *, after_blank: bool) -> None:
        label, heading, value = line
        if label is Label.MESSAGE and self._open is Label.MESSAGE:
            self._lines.append(value)
            return
        self._close()
        left_behind = self._place in _CLOSING or (self._place is Place.DEALER and after_blank)
        if label in _BEGINS_ANEW and left_behind:
            self._place = Place.CUSTOMER
        self._open, self._heading = label, heading
        if value:
            self._lines.append(value)
            if label not in _SEVERAL_LINES:
                self._close()

    def _fits(self, line: str) -> bool:
        """Say whether a line can be what the label above it asks for."""
        if self._open in {Label.PHONE, Label.EMAIL}:
            needed = "@" if self._open is Label.EMAIL else "0123456789"
            return any(letter in needed for letter in line)
        return self._open is not None

    def _read_blank(self) -> None:
        self._blank_lines += 1
        self._name_follows = self._name_follows and self._blank_lines < _MOST_BLANK_LINES
        if self._open is Label.MESSAGE:
            self._lines.append("")
        elif self._lines or self._blank_lines >= _MOST_BLANK_LINES:
            self._close()

    def _read_loose(self, line: str) -> None:
        if self._name_follows:
            self._form.signed = self._form.signed or line
            self._name_follows = False
        elif self._title_follows and any(letter.isalpha() for letter in line) and "://" not in line:
            self._form.entries.append(Entry(Label.VEHICLE, line, Place.ADVERT))
            self._title_follows = False
        else:
            self._form.loose.append(line)
            if not self._form.entries:
                self._form.headings.append(line)

    def _mark_of(self, line: str) -> Mark | None:
        if not line.startswith(self._marks):
            return None
        for mark, beginnings in self._portals.marks.items():
            if line.startswith(beginnings):
                fitting = (words for words in beginnings if line.startswith(words))
                if any(_divides(mark, line, words) for words in fitting):
                    return mark
        return None

    def _divide(self, mark: Mark, line: str) -> None:
        in_message = self._open is Label.MESSAGE
        self._close()
        match mark:
            case Mark.ADVERT:
                self._place = Place.ADVERT
                self._title_follows = True
                if title := line.partition(":")[2].strip():
                    self._read_loose(title)
            case Mark.CUSTOMER:
                self._place = Place.CUSTOMER
            case Mark.DEALER:  # with a name beside it, it may be no more than a field of the form
                self._place = Place.FOOTER if line.partition(":")[2].strip() else Place.DEALER
            case Mark.SIGNATURE if in_message:
                self._place = Place.BELOW_GREETING
                self._name_follows = True
            case Mark.SIGNATURE | Mark.FOOTER:
                self._place = Place.FOOTER
            case Mark.END:
                pass

    def _close(self) -> None:
        if self._open is not None and any(self._lines):
            value = "\n".join(self._lines).strip()
            self._form.entries.append(Entry(self._open, value, self._place, self._heading))
        self._open = None
        self._lines = []


def _divides(mark: Mark, line: str, words: str) -> bool:
    """Say whether a line that begins with these words is a mark and not a sentence."""
    behind = line[len(words) :]
    if behind[:1].isalnum() and words[-1:].isalnum():
        return False
    match mark:
        case Mark.CUSTOMER:
            return not behind.strip(" :")
        case Mark.DEALER:
            return behind.startswith(":") or not behind.strip()
        case Mark.SIGNATURE:
            return len(behind) <= _LONGEST_HEADING_BEHIND_MARK
        case Mark.ADVERT | Mark.END | Mark.FOOTER:
            return True
