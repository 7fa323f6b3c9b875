"""What the program writes of its own doings; bugs and Qt's words go there, not to a person."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from assistant.folders import DataFolder

logger = logging.getLogger(__name__)

_LOG_BYTES = 1_000_000
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
}


def write_log(folder: DataFolder) -> None:
    """Write into the folder's log from now on, a few megabytes at most."""
    handler = RotatingFileHandler(
        folder.logs / "followup.log", maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.raiseExceptions = False  # a full disk is no matter for the terminal
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    qInstallMessageHandler(_note_qt)
    sys.excepthook = _note_bug


def _note_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.ERROR), message)


def _note_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logger.critical("a bug", exc_info=(kind, error, trace))
