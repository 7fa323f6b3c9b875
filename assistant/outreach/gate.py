"""The point of no return of a mail: after it nobody can say that it has not left."""

import socket
from contextlib import suppress
from threading import Lock


class Gate:
    """Stands before the end of a mail. Used by the thread that sends and the one that stops it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._line: socket.socket | None = None
        self._is_closed = False
        self._is_passed = False

    @property
    def is_passed(self) -> bool:
        """Say whether the mail may have left."""
        return self._is_passed

    def watch(self, line: socket.socket) -> None:
        """Name the line on which the mail goes; :meth:`close` cuts it."""
        with self._lock:
            self._line = line

    def go_through(self) -> bool:
        """Pass, unless the gate was closed first."""
        with self._lock:
            self._is_passed = not self._is_closed
            return self._is_passed

    def close(self) -> bool:
        """Close the gate and cut the line; say whether the mail may have left already."""
        with self._lock:
            self._is_closed = True
            if self._line is not None:
                with suppress(OSError):
                    socket.socket.shutdown(self._line, socket.SHUT_RDWR)  # TLS stays as it is
            return self._is_passed
