"""Any spreadsheet as rows of texts: xlsx, xls, ods, or csv as programs write it.

A number that a spreadsheet took for a figure (``612345678.0``) loses its point; a date is
written as ISO 8601.
"""

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from assistant.core.errors import CouldNotError, WrongCallError
from assistant.intake.files import could_not_read

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 100_000
_MOST_CELLS, _LONGEST_CELL = 200, 2_000
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # xlsx and ods are zips, xls is OLE
_SEPARATORS = ";,\t|"
_LOOKED_AT = 20

Row = list[str]


def read_table(path: Path) -> tuple[bytes, list[Row]]:
    """Return a file's bytes and its rows; of a spreadsheet the first sheet with anything on it.

    Raises:
        CouldNotError: If the file cannot be read.
        WrongCallError: If it is too large, or no table.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise could_not_read(path, error) from error
    if len(content) > MOST_BYTES:
        raise WrongCallError("{file} is larger than 20 MB: split the list.", file=path.name)
    is_sheet = content.startswith(_SPREADSHEETS)
    rows = list(_sheet(content, path) if is_sheet else _separated(content))
    if len(rows) > MOST_ROWS:
        raise WrongCallError("{file} has more than 100,000 rows: split the list.", file=path.name)
    return content, rows


def _sheet(content: bytes, path: Path) -> Iterator[Row]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            if rows:
                return ([_text(cell) for cell in row[:_MOST_CELLS]] for row in rows)
    except (CalamineError, ValueError, OSError) as error:
        raise CouldNotError("{file} cannot be read as a spreadsheet.", file=path.name) from error
    return iter(())


def _separated(content: bytes) -> Iterator[Row]:
    text = _decoded(content).replace("\x00", "")
    lines = text.splitlines()
    separator = _separator(lines[:_LOOKED_AT])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for row in reader:
            yield [_clean(cell) for cell in row[:_MOST_CELLS]]
    except csv.Error as error:
        raise WrongCallError(
            "Line {line} cannot be read as a row of a list.", line=reader.line_num
        ) from error


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _separator(lines: list[str]) -> str:
    """Return the sign that stands most evenly in the first lines."""
    filled = [line for line in lines if line.strip()]

    def fewest(sign: str) -> int:
        return min((line.count(sign) for line in filled), default=0)

    best = max(_SEPARATORS, key=fewest)
    return best if fewest(best) else max(_SEPARATORS, key="".join(filled[:1]).count)


def _text(cell: object) -> str:
    match cell:
        case bool():
            return "ja" if cell else ""
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() | date():
            return cell.isoformat()
        case _:
            return _clean(str(cell))


def _clean(cell: str) -> str:
    return " ".join(cell[:_LONGEST_CELL].split())
