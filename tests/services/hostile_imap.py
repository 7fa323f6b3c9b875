"""A mail server that does what a good one never does; each connection follows a script.

A script is a list of lines that the server expects to begin so, and what it answers; ``{tag}``
stands for the tag of the line it heard, ``{idle}`` for that of the last IDLE or log-in in steps. An
answer of ``None`` closes the connection, and one of :data:`SILENCE` leaves the client waiting.
"""

import socket
import threading
from collections.abc import Sequence
from contextlib import suppress

SILENCE = "silence"
Answer = str | bytes | None

GREETING = "* OK [CAPABILITY IMAP4rev1 IDLE] ready\r\n"
LOGIN = ("LOGIN", "{tag} OK [CAPABILITY IMAP4rev1 IDLE] in\r\n")
CAPABILITY = ("CAPABILITY", "* CAPABILITY IMAP4rev1 IDLE\r\n{tag} OK done\r\n")
DONE = ("DONE", "{idle} OK done\r\n")
LOGOUT = ("LOGOUT", "* BYE\r\n{tag} OK bye\r\n")


def examine(validity: int = 1, next_uid: int = 1) -> tuple[str, str]:
    """Open the folder."""
    return (
        "EXAMINE",
        f"* 0 EXISTS\r\n* OK [UIDVALIDITY {validity}] ok\r\n* OK [UIDNEXT {next_uid}] ok\r\n"
        "{tag} OK [READ-ONLY] done\r\n",
    )


def search(*uids: int) -> tuple[str, str]:
    """Answer a search."""
    found = " ".join(map(str, uids))
    return "UID SEARCH", f"* SEARCH {found}\r\n{{tag}} OK done\r\n"


def fetch(uid: int, content: bytes, date: str = " 2-Mar-2026 10:00:00 +0100") -> tuple[str, bytes]:
    """Answer with a message."""
    head = f'* 1 FETCH (UID {uid} INTERNALDATE "{date}" BODY[]<0> {{{len(content)}}}\r\n'.encode()
    return "UID FETCH", head + content + b")\r\n{tag} OK done\r\n"


Script = Sequence[tuple[str, Answer]]


class HostileServer:
    """Serves one script a connection, the last one again and again."""

    def __init__(self, *scripts: Script) -> None:
        self._scripts = list(scripts)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._listening.settimeout(0.05)
        self._open: list[socket.socket] = []
        self._stopping = threading.Event()
        self.heard: list[str] = []
        self._idle_tag = ""
        self._thread = threading.Thread(target=self._serve, name="hostile server")
        self._thread.start()

    @property
    def port(self) -> int:
        """Return where it listens."""
        return int(self._listening.getsockname()[1])

    def stop(self) -> None:
        """Close every connection and end."""
        self._stopping.set()
        self._thread.join()
        self._listening.close()

    def _serve(self) -> None:
        number = 0
        while not self._stopping.is_set():
            with suppress(TimeoutError):
                connection, _ = self._listening.accept()
                script = self._scripts[min(number, len(self._scripts) - 1)]
                number += 1
                with connection, suppress(OSError):
                    self._follow(connection, script)

    def _follow(self, connection: socket.socket, script: Script) -> None:
        connection.settimeout(0.05)
        connection.sendall(GREETING.encode())
        buffered, waiting = b"", list(script)
        while not self._stopping.is_set():
            try:
                heard = connection.recv(65_536)
            except TimeoutError:
                continue
            if not heard:
                return
            buffered += heard
            while b"\r\n" in buffered:
                line, _, buffered = buffered.partition(b"\r\n")
                if not self._answer(connection, line.decode(), waiting):
                    return

    def _answer(
        self, connection: socket.socket, line: str, waiting: list[tuple[str, Answer]]
    ) -> bool:
        """Answer a line; return False when the connection is over."""
        self.heard.append(line)
        tag, _, said = line.partition(" ")
        self._idle_tag = tag if said in ("IDLE", "AUTHENTICATE XOAUTH2") else self._idle_tag
        wanted = next((row for row in waiting if (said or tag).startswith(row[0])), None)
        if wanted is None:
            connection.sendall(f"{tag} BAD what?\r\n".encode())
            return True
        if wanted not in (LOGIN, CAPABILITY, LOGOUT):
            waiting.remove(wanted)
        answer = wanted[1]
        if answer is None:
            return False
        if answer != SILENCE:
            raw = answer.encode() if isinstance(answer, str) else answer
            raw = raw.replace(b"{tag}", tag.encode())
            connection.sendall(raw.replace(b"{idle}", self._idle_tag.encode()))
        return "* BYE" not in str(answer)
