"""One desktop app a data folder: a second start raises the first one's window.

A lock file says who is first. The wish to be raised is a file in the folder beside it, which
the first one watches and takes away: QtNetwork, for a local socket, would cost 3 MB.
"""

import os
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QThread, Signal, Slot

from assistant.core.errors import CouldNotError
from assistant.folders import DataFolder

_PATIENCE_S = 3.0
_LOOK_MS = 20


class Single(QObject):
    """Holds the folder's lock, or asks who does to come to the front.

    Signals:
        raised: A second start asks for our window.
    """

    raised = Signal()

    def __init__(self, folder: DataFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = folder.root
        self._wishes = folder.wishes
        self._lock = QLockFile(str(folder.lock))
        self._lock.setStaleLockTime(0)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._answer)

    def take(self) -> bool:
        """Become the one app on this folder; return False when there is one already.

        Raises:
            CouldNotError: If nothing can be written to the folder.
        """
        if not self._lock.tryLock(0):
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                raise CouldNotError("Nothing can be written to {path}.", path=self._root)
            return False
        self._take_wishes()  # of somebody who asked an app that was ending
        self._watcher.addPath(str(self._wishes))
        return True

    def raise_other(self) -> bool:
        """Ask the running app for its window; return whether it took the wish within 3 s."""
        wish = self._wishes / str(os.getpid())
        try:
            wish.touch()
        except OSError:
            return False
        until = time.monotonic() + _PATIENCE_S
        while wish.exists() and time.monotonic() < until:
            QThread.msleep(_LOOK_MS)
        heard = not wish.exists()
        wish.unlink(missing_ok=True)
        return heard

    def release(self) -> None:
        """Let another app take the folder."""
        self._watcher.removePaths(self._watcher.directories())
        self._lock.unlock()

    @Slot()
    def _answer(self) -> None:
        if self._take_wishes():
            self.raised.emit()

    def _take_wishes(self) -> list[Path]:
        wishes = list(self._wishes.iterdir())
        for wish in wishes:
            with suppress(OSError):
                wish.unlink()
        return wishes
