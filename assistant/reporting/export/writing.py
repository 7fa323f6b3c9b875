"""Writes an export, tells how far it is, and stops when it is told to."""

import errno
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from assistant.core.errors import CouldNotError
from assistant.desk.exports import Exports, Style, Wanted
from assistant.names import in_text
from assistant.reporting.export.lines import write_lines
from assistant.whole_file import written_whole

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


class Form(StrEnum):
    """The kinds of files."""

    CSV = "csv"
    PLAIN_CSV = "plain-csv"
    XLSX = "xlsx"
    JSONL = "jsonl"


_STYLES = {Form.CSV: Style.EXCEL, Form.PLAIN_CSV: Style.PLAIN, Form.JSONL: Style.JSON}


class StoppedError(CouldNotError):
    """Whoever asked for the export wants it no more; nothing of it is left."""


def _nobody_stops() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """What is done while an export is written, on its thread.

    Attributes:
        report: Called with the rows written so far, and how many there are about; 0 where that
            is not known.
        is_stopped: Asked after every few thousand rows whether to go on.
    """

    report: Callable[[int, int], None] | None = None
    is_stopped: Callable[[], bool] = _nobody_stops


def to_file(database: Path, wanted: Wanted, form: Form, path: Path, watch: Watch) -> int:
    """Write an export in the place of ``path`` when it is whole; return its number of rows.

    Raises:
        CouldNotError: If the database cannot be read or the file not be written.
        StoppedError: If it was stopped.
    """
    whole = path.resolve()
    if whole.exists() and not whole.is_file():
        raise CouldNotError("{path} is no file that can be replaced.", path=in_text(path))
    try:
        with written_whole(whole) as file:
            return to_stream(database, wanted, form, file, watch)
    except OSError as error:
        raise _explained(error, whole) from error


def to_stream(database: Path, wanted: Wanted, form: Form, stream: BinaryIO, watch: Watch) -> int:
    """Write an export to a stream; return its number of rows. Half of one may be written."""
    with closing(Exports(database, wanted)) as exports:
        is_told = watch.report is not None and wanted.choice is None
        count = _Count(watch, exports.size() if is_told else 0)
        if form is Form.XLSX:
            from assistant.reporting.export.book import write_book  # noqa: PLC0415 - xlsxwriter

            write_book(exports, wanted, stream, count.add)
        else:
            write_lines(exports, wanted, _STYLES[form], stream, count.add)
    return count.rows


class _Count:
    def __init__(self, watch: Watch, total: int) -> None:
        self._watch, self._total = watch, total
        self.rows = 0

    def add(self, rows: int) -> None:
        self.rows += rows
        if self._watch.is_stopped():
            raise StoppedError("Stopped.")
        if self._watch.report is not None:
            self._watch.report(self.rows, self._total and max(self._total, self.rows))


def _explained(error: OSError, path: Path) -> CouldNotError:
    if error.errno in _FULL:
        return CouldNotError("The disk is full: {path} was not written.", path=in_text(path))
    if isinstance(error, FileNotFoundError):
        folder = in_text(path.parent)
        return CouldNotError("There is no folder {folder}.", folder=folder)
    return CouldNotError(
        "{path} cannot be written; is it open in another program, or its folder protected?",
        path=in_text(path),
    )
