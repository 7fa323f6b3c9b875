"""An export as a workbook: a sheet of rows, and one that says what the columns are.

Cells have types: a moment can be reckoned with, a number with a plus is text, and nothing that
a stranger wrote is a formula or a link. Rows go to a scratch file as they come.
"""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import count
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from assistant.desk.exports import Exports, Kind, Wanted
from assistant.reporting.export.meaning import kind_in_words
from assistant.words.catalogue import tr

MOST_ROWS = 1_048_575
"""What a sheet holds beneath its headings; more go on in the next."""

_LONGEST = 32_767  # UTF-16 units a cell
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_MOMENT = "yyyy-mm-dd hh:mm:ss"
_WIDTHS = {
    Kind.ID: 18,
    Kind.TEXT: 24,
    Kind.PROSE: 40,
    Kind.WORD: 14,
    Kind.MOMENT: 19,
    Kind.PHONE: 16,
}
_NARROW = 9
_EXPLAINED_WIDTHS = (16, 80, 34)


def write_book(
    exports: Exports, wanted: Wanted, file: BinaryIO, seen: Callable[[int], None]
) -> None:
    """Write a workbook.

    Args:
        exports: What is read.
        wanted: What was asked for.
        file: Where to; it need not be one that can be read.
        seen: Called with the number of rows just written.
    """
    outlet = _Outlet(file)
    with TemporaryDirectory(prefix="followup-", ignore_cleanup_errors=True) as scratch:
        book = Workbook(outlet, {**_OPTIONS, "tmpdir": scratch})
        book.use_zip64()
        try:
            _write_rows(book, exports, wanted, seen)
            _explain(book, wanted)
            book.close()
        except FileCreateError as error:
            raise error.args[0] from error
        finally:
            outlet.is_closed = True
            _let_go(book)


class _Outlet:
    """A file of which nothing more is heard once it is closed.

    xlsxwriter gives up its archive when it fails, which then still writes its own end, behind
    what it knows to be there.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._at = 0
        self.is_closed = False

    def write(self, content: bytes) -> int:
        if not self.is_closed:
            return self._file.write(content)
        self._at += len(content)
        return len(content)

    def seek(self, to: int, whence: int = 0) -> int:
        if not self.is_closed:
            return self._file.seek(to, whence)
        self._at = to
        return to

    def tell(self) -> int:
        return self._at if self.is_closed else self._file.tell()

    def flush(self) -> None:
        if not self.is_closed:
            self._file.flush()


def _write_rows(book: Any, exports: Exports, wanted: Wanted, seen: Callable[[int], None]) -> None:
    sheets = _Sheets(book, wanted)
    for rows in exports.rows():
        for row in rows:
            sheets.write(row)
        seen(len(rows))
    sheets.close()


class _Sheets:
    """The sheets of rows, of which the last is being written."""

    def __init__(self, book: Any, wanted: Wanted) -> None:
        self._book, self._wanted = book, wanted
        self._moment = book.add_format({"num_format": _MOMENT})
        self._bold = book.add_format({"bold": True})
        self._numbers = count(2)
        self._begin(wanted.table)

    def _begin(self, name: str) -> None:
        self._sheet, self._row = self._book.add_worksheet(name), 0
        self._sheet.freeze_panes(1, 0)
        for number, column in enumerate(self._wanted.columns):
            self._sheet.set_column(number, number, _WIDTHS.get(column.kind, _NARROW))
            self._sheet.write_string(0, number, column.name, self._bold)
        string, figure, moment = self._string, self._sheet.write_number, self._moment_at
        writes = {Kind.COUNT: figure, Kind.FLAG: figure, Kind.MOMENT: moment}
        self._writes = [writes.get(column.kind, string) for column in self._wanted.columns]

    def write(self, row: Sequence[Any]) -> None:
        """Write a row beneath the others; nothing stands in an empty cell."""
        if self._row == MOST_ROWS:
            self.close()
            self._begin(f"{self._wanted.table} {next(self._numbers)}")
        self._row = at = self._row + 1
        for number, value in enumerate(row):
            if value is not None and value != "":
                self._writes[number](at, number, value)

    def close(self) -> None:
        """End the sheet that is being written."""
        self._sheet.autofilter(0, 0, self._row, len(self._wanted.columns) - 1)

    def _string(self, row: int, column: int, text: str) -> None:
        self._sheet.write_string(row, column, _fitting(text))

    def _moment_at(self, row: int, column: int, days: float) -> None:
        self._sheet.write_number(row, column, days, self._moment)


def _fitting(text: str) -> str:
    """Return a text as a cell can hold it.

    xlsxwriter takes one between ``<r>`` and ``</r>`` for its own markup.
    """
    text = _NO_XML.sub("", text)
    if len(text) > _LONGEST // 2:
        units = text.encode("utf-16-le")
        if len(units) > 2 * _LONGEST:
            text = f"{units[: 2 * _LONGEST - 2].decode('utf-16-le', 'ignore')}…"
    return f" {text}" if text.startswith("<r>") else text


def _explain(book: Any, wanted: Wanted) -> None:
    sheet, bold = book.add_worksheet(tr("Columns")), book.add_format({"bold": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.freeze_panes(1, 0)
    for number, width in enumerate(_EXPLAINED_WIDTHS):
        sheet.set_column(number, number, width)
    for number, heading in enumerate((tr("Column"), tr("What it is"), tr("Kind"))):
        sheet.write_string(0, number, heading, bold)
    for row, column in enumerate(wanted.columns, start=1):
        texts = column.name, tr(column.meaning), kind_in_words(column.kind)
        for number, text in enumerate(texts):
            sheet.write_string(row, number, text, wrapped)


def _let_go(book: Any) -> None:
    """Close the scratch files of a workbook that was not finished."""
    for sheet in book.worksheets():
        with suppress(OSError):
            sheet.row_data_fh.close()
