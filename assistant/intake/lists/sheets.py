"""A spreadsheet as rows of texts: xlsx, xls and ods, the first sheet with anything on it.

A number that a spreadsheet took for a figure (``612345678.0``) loses its point; a date is
written as ISO 8601. The reader makes a table out of the lowest and the rightmost cell, so a
small file can ask for all memory there is, and its library then ends the process: see
:mod:`assistant.intake.lists.apart`.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime

from python_calamine import CalamineError, CalamineWorkbook

from assistant.core.errors import CouldNotError

_LOCKED_XLSX = "EncryptedPackage".encode("utf-16-le")  # a stream's name in an OLE file
_LOCKED_XLS = re.compile(rb"\x09\x08\x10\x00.{16}\x2f\x00", re.DOTALL)  # BOF, then FILEPASS
_LOCKED_ODS = b"encryption-data"
_MANIFEST, _LONGEST_MANIFEST = "META-INF/manifest.xml", 100_000


def sheet_rows(content: bytes, name: str) -> Iterator[list[str]]:
    """Yield the rows of a spreadsheet.

    Args:
        content: The file.
        name: Its name, for the sentence.

    Raises:
        CouldNotError: If it cannot be read, or only with a password.
    """
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for each in book.sheet_names:
            sheet = book.get_sheet_by_name(each)
            if sheet.end is not None:
                yield from ([_text(cell) for cell in row] for row in sheet.iter_rows())
                return
    except (CalamineError, ValueError, OSError) as error:
        if _is_locked(content):
            raise CouldNotError(
                "{file} is protected with a password: save it without one.", file=name
            ) from error
        raise CouldNotError("{file} cannot be read as a spreadsheet.", file=name) from error


def _is_locked(content: bytes) -> bool:
    """Say whether a file that cannot be read asks for a password; the library does not."""
    if _LOCKED_XLSX in content or _LOCKED_XLS.search(content):
        return True
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts, parts.open(_MANIFEST) as manifest:
            return _LOCKED_ODS in manifest.read(_LONGEST_MANIFEST)
    except (
        zipfile.BadZipFile,
        LookupError,
        ValueError,
        EOFError,
        OSError,
        RuntimeError,
        zlib.error,
    ):
        return False


def _text(cell: object) -> str:
    match cell:
        case bool():
            return "ja" if cell else ""
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() | date():
            return cell.isoformat()
        case _:
            return str(cell)
