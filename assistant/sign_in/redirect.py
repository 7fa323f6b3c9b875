"""The place on this computer to which a browser comes back after a sign-in (RFC 8252, 7.3)."""

import secrets
import socketserver
import time
from http.server import BaseHTTPRequestHandler
from threading import Event
from urllib.parse import parse_qs, urlsplit

from typing_extensions import override

from assistant.core.errors import CouldNotError
from assistant.words.catalogue import tr

LONGEST_S = 900.0
"""How long a person may take, as at Microsoft's."""
_LOOK_S = 0.2


class _Visit(BaseHTTPRequestHandler):
    timeout = 2.0  # browsers connect in advance and say nothing

    def do_GET(self) -> None:
        """Hear what the browser brings, if it was sent by us."""
        asked = parse_qs(urlsplit(self.path).query)
        said = {name: values[0] for name, values in asked.items()}
        redirect = self.server
        if isinstance(redirect, Redirect) and redirect.is_ours(said):
            redirect.said = said
            self._answer(200, tr("You can close this page and go back to the program."))
        else:
            self._answer(404, "")

    def _answer(self, status: int, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what it would log holds the code."""


class Redirect(socketserver.TCPServer):
    """Listens on loopback for one browser.

    Attributes:
        state: What tells our browser from any other visitor.
        said: What the browser brought.
    """

    allow_reuse_address = False  # on Windows another program could listen there too

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Visit)
        self.timeout = _LOOK_S
        self.state = secrets.token_urlsafe(24)
        self.said: dict[str, str] | None = None

    @property
    def address(self) -> str:
        """Return where the browser is to come back to."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def is_ours(self, said: dict[str, str]) -> bool:
        """Say whether a visitor was sent by us."""
        return secrets.compare_digest(said.get("state", "").encode(), self.state.encode())

    def wait(self, stopping: Event) -> dict[str, str] | None:
        """Return what the browser brings; ``None`` when told to stop.

        Raises:
            CouldNotError: If it does not come for a long time.
        """
        until = time.monotonic() + LONGEST_S
        while self.said is None and not stopping.is_set():
            self.handle_request()
            if time.monotonic() > until and self.said is None:
                raise CouldNotError("Nobody signed in for a quarter of an hour.")
        return self.said

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """Go on: a visitor who hangs up is no fault of ours."""
