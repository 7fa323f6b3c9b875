"""What the program writes of its own doings; bugs and Qt's words go there, not to a person."""

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from typing_extensions import override

from assistant.folders import DataFolder

logger = logging.getLogger(__name__)

_LOG_BYTES = 1_000_000
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
}


class _LateFile(logging.Handler):
    """Loads what writes files when there is something to write: most days there is nothing."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    @override
    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._file = self._file or self._opened()
            self._file.emit(record)
        except OSError:
            self.handleError(record)

    @override
    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()

    def _opened(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - see above

        opened = RotatingFileHandler(
            self._path, maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8"
        )
        opened.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        return opened


def write_log(folder: DataFolder) -> None:
    """Write into the folder's log from now on, a few megabytes at most."""
    handler = _LateFile(folder.logs / "followup.log")
    logging.raiseExceptions = False  # a full disk is no matter for the terminal
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    qInstallMessageHandler(_note_qt)
    sys.excepthook = _note_bug


def _note_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.ERROR), message)


def _note_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logger.critical("a bug", exc_info=(kind, error, trace))
