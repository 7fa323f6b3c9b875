"""CSV and JSON Lines: the lines come whole from the database."""

from collections.abc import Callable
from typing import BinaryIO

from assistant.desk.exports import Exports, Style, Wanted

_BOM = "\ufeff"  # by which Excel knows UTF-8


def write_lines(
    exports: Exports, wanted: Wanted, style: Style, file: BinaryIO, seen: Callable[[int], None]
) -> None:
    """Write a line a row, beneath one of headings in CSV.

    Args:
        exports: What is read.
        wanted: What was asked for.
        style: CSV for Dutch Excel (semicolons, a BOM, CRLF), plain CSV, or JSON.
        file: Where to.
        seen: Called with the number of rows just written.
    """
    file.write(_headings(wanted, style).encode())
    for lines, rows in exports.lines(style):
        file.write(lines)
        seen(rows)


def _headings(wanted: Wanted, style: Style) -> str:
    names = [column.name for column in wanted.columns]
    match style:
        case Style.EXCEL:
            return f"{_BOM}{';'.join(names)}\r\n"
        case Style.PLAIN:
            return f"{','.join(names)}\n"
        case Style.JSON | Style.CELLS:
            return ""
