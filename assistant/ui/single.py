"""One desktop app a data folder: a second start raises the first one's window.

A lock file says who is first; a local socket carries the wish to be raised.
"""

import hashlib

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from assistant.core.errors import CouldNotError
from assistant.folders import DataFolder

_PATIENCE_MS = 1_000


class Single(QObject):
    """Holds the folder's lock, or asks who does to come to the front.

    Signals:
        raised: A second start asks for our window.
    """

    raised = Signal()

    def __init__(self, folder: DataFolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = "followup-" + hashlib.sha256(str(folder.root).encode()).hexdigest()[:16]
        self._root = folder.root
        self._lock = QLockFile(str(folder.lock))
        self._lock.setStaleLockTime(0)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def take(self) -> bool:
        """Become the one app on this folder; return False when there is one already.

        Raises:
            CouldNotError: If nothing can be written to the folder.
        """
        if not self._lock.tryLock(0):
            if self._lock.error() is not QLockFile.LockError.LockFailedError:
                raise CouldNotError("Nothing can be written to {path}.", path=self._root)
            return False
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return True

    def raise_other(self) -> bool:
        """Ask the running app for its window; return whether it heard."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        heard = socket.waitForConnected(_PATIENCE_MS)
        socket.disconnectFromServer()
        return heard

    def release(self) -> None:
        """Let another app take the folder."""
        self._server.close()
        self._lock.unlock()

    @Slot()
    def _answer(self) -> None:
        connection = self._server.nextPendingConnection()
        if connection is not None:
            connection.deleteLater()
        self.raised.emit()
