"""A server that takes mail as a good one never does; what it says to each command is a script.

An answer of ``None`` closes the connection, and one of :data:`SILENCE` leaves the client waiting.
The end of a mail is the command ``.``, a line of one ``BYTES``, and the first of TLS ``TLS``.
"""

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

SILENCE = "silence"
GOOD: Mapping[str, str | None] = {
    "HELLO": "220 ready",
    "EHLO": "250-hostile\r\n250 AUTH PLAIN",
    "AUTH": "235 2.7.0 in",
    "MAIL": "250 ok",
    "RCPT": "250 ok",
    "DATA": "354 go on",
    ".": "250 2.0.0 queued",
    "QUIT": "221 bye",
    "TLS": "nonsense",
}


class HostileSmtp:
    """Serves one connection after the other.

    Attributes:
        port: Where it listens.
        ended: How many mails it has heard to their last line.
    """

    def __init__(self, **changes: str | None) -> None:
        self._script = dict(GOOD) | {_name(key): value for key, value in changes.items()}
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._listening.settimeout(0.05)
        self._stopping = threading.Event()
        self.port = int(self._listening.getsockname()[1])
        self.ended = 0
        self.reached = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="hostile smtp")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Close every connection and end."""
        self._stopping.set()
        self._thread.join()
        self._listening.close()

    def _serve(self) -> None:
        while not self._stopping.is_set():
            with suppress(TimeoutError):
                connection, _ = self._listening.accept()
                with connection, suppress(OSError):
                    connection.settimeout(0.05)
                    self._follow(connection)

    def _follow(self, connection: socket.socket) -> None:
        if not self._say(connection, "HELLO"):
            return
        buffered, command = b"", ""
        while not self._stopping.is_set():
            with suppress(TimeoutError):
                heard = connection.recv(65_536)
                if not heard:
                    return
                if command == "STARTTLS":
                    self._say(connection, "TLS")
                    return
                buffered += heard
            while b"\r\n" in buffered:
                line, _, buffered = buffered.partition(b"\r\n")
                command = _command(line, in_mail=command in ("DATA", "BYTES"))
                self.ended += command == "."
                if not self._say(connection, command):
                    return

    def _say(self, connection: socket.socket, command: str) -> bool:
        """Answer a command; return False when the connection is over."""
        answer = self._script.get(command, SILENCE if command == "BYTES" else "502 what?")
        if command == ".":
            self.reached.set()
        if answer is None:
            return False
        if answer != SILENCE:
            connection.sendall(f"{answer}\r\n".encode())
        return command != "QUIT"


def _command(line: bytes, *, in_mail: bool) -> str:
    if in_mail:
        return "." if line == b"." else "BYTES"
    return line.decode().upper().split()[0]


@contextmanager
def hostile_smtp(**changes: str | None) -> Iterator[HostileSmtp]:
    """Run one; ``END`` stands for the command that ends a mail."""
    server = HostileSmtp(**changes)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def _name(key: str) -> str:
    return "." if key == "END" else key
