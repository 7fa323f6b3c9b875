"""Reading a list's file on a thread of its own: a large one takes seconds."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject
from typing_extensions import override

from assistant.core.errors import CouldNotError
from assistant.intake.files import NOT_WHOLE, is_special
from assistant.intake.lists import Table, TableReading
from assistant.names import in_text
from assistant.ui.errand import Errand

_PATIENCE_S = 5.0


class TableLoader(Errand):
    """Reads one file at a time into a ``Table``; a new one takes the place of the one before."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("list", parent)
        self._reading: TableReading | None = None

    def load(self, path: Path) -> None:
        """Begin to read a file."""
        self.forget()
        reading = self._reading = TableReading(path)
        bug = CouldNotError(
            "The program made a mistake in reading {file}.", file=in_text(path.name)
        )
        self.start(lambda: _read(reading, path), bug)

    @override
    def forget(self) -> None:
        """Want no answer any more; what reads the file is ended."""
        super().forget()
        if self._reading is not None:
            self._reading.stop()

    def stop(self) -> None:
        """Forget, and wait until nothing runs; not for long: a share may hang."""
        self.forget()
        self.wait(_PATIENCE_S)


def _read(reading: TableReading, path: Path) -> Table:
    """Read a file, but no pipe: reading that may not end, and could not be stopped."""
    with suppress(OSError):
        if is_special(path.stat().st_mode):
            raise CouldNotError(NOT_WHOLE, file=in_text(path.name))
    return reading.read()
