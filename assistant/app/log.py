"""What the program writes of its own doings; a bug goes there instead of to a person."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from types import TracebackType

from assistant.folders import DataFolder

logger = logging.getLogger(__name__)

_LOG_BYTES = 1_000_000


def write_log(folder: DataFolder) -> None:
    """Write into the folder's log from now on, a few megabytes at most."""
    handler = RotatingFileHandler(
        folder.logs / "followup.log", maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    sys.excepthook = _note_bug


def _note_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logger.critical("a bug", exc_info=(kind, error, trace))
