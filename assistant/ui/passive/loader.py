"""Reading a list's file on a thread of its own: a large one takes seconds."""

import logging
import threading
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from assistant.core.errors import AssistantError, CouldNotError
from assistant.intake.files import NOT_WHOLE, is_special
from assistant.intake.lists import Table, TableReading
from assistant.names import in_text

logger = logging.getLogger(__name__)

_PATIENCE_S = 5.0


class _Answer(QObject):
    """Carries one answer to the main thread.

    Signals:
        came: This answer itself, and the ``Table`` or the ``AssistantError``.
    """

    came = Signal(object, object)


class TableLoader(QObject):
    """Reads one file at a time; a new one takes the place of the one before.

    Signals:
        loaded: The file was read (``Table``).
        refused: It cannot be (``AssistantError``).
    """

    loaded = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading: TableReading | None = None
        self._thread: threading.Thread | None = None
        self._awaited: _Answer | None = None

    @property
    def is_running(self) -> bool:
        """Say whether a file is being read."""
        return self._awaited is not None

    def start(self, path: Path) -> None:
        """Begin to read a file."""
        self.forget()
        reading, answer = TableReading(path), _Answer()
        answer.came.connect(self._end)
        self._reading, self._awaited = reading, answer
        self._thread = threading.Thread(
            target=_read, args=(reading, path, answer), name="list", daemon=True
        )
        self._thread.start()

    def forget(self) -> None:
        """Want no answer any more; what reads the file is ended."""
        self._awaited = None
        if self._reading is not None:
            self._reading.stop()

    def stop(self) -> None:
        """Forget, and wait until nothing runs; not for long: a share may hang."""
        self.forget()
        if self._thread is not None:
            self._thread.join(_PATIENCE_S)

    @Slot(object, object)
    def _end(self, answer: _Answer, came: Table | AssistantError) -> None:
        if answer is not self._awaited:
            return
        self._awaited = None
        if isinstance(came, Table):
            self.loaded.emit(came)
        else:
            self.refused.emit(came)


def _must_be_whole(path: Path) -> None:
    """Refuse a pipe: reading it may not end, and could not be stopped."""
    with suppress(OSError):
        if is_special(path.stat().st_mode):
            raise CouldNotError(NOT_WHOLE, file=in_text(path.name))


def _read(reading: TableReading, path: Path, answer: _Answer) -> None:
    came: Table | AssistantError
    try:
        _must_be_whole(path)
        came = reading.read()
    except AssistantError as error:
        came = error
    except Exception:
        logger.exception("a bug: reading the list %s", path)
        came = CouldNotError(
            "The program made a mistake in reading {file}.", file=in_text(path.name)
        )
    answer.came.emit(answer, came)
