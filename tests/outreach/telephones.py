"""Telephone settings, and a desk phone on loopback that notes what it is asked."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from typing_extensions import override

from assistant.settings.values import DialWay, Method, TelephoneSettings

HOST = "192.168.1.20"
ADDRESS = f"http://{HOST}/command.htm?number={{digits}}"
Respond = Callable[["Asked"], tuple[int, dict[str, str]]]


def a_telephone(**changes: Any) -> TelephoneSettings:
    """Make settings of a desk phone that differ from the usual ones only in ``changes``."""
    usual: dict[str, Any] = {
        "way": DialWay.URL,
        "dial_at_once": True,
        "url": ADDRESS,
        "method": Method.GET,
        "hosts": (HOST,),
        "user": "",
        "ca_file": "",
        "command": (),
    }
    return TelephoneSettings(**(usual | changes))


def a_program(*words: str) -> TelephoneSettings:
    """Make settings of a program that dials."""
    return a_telephone(way=DialWay.COMMAND, command=words)


class Asked(BaseHTTPRequestHandler):
    """One request, answered as the phone was told to."""

    server: "_Server"
    protocol_version = "HTTP/1.1"

    @override
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def _answer(self) -> None:
        self.server.asked.append(self)
        status, headers = self.server.respond(self)
        self.send_response(status)
        for name, value in (headers | {"Content-Length": "0"}).items():
            self.send_header(name, value)
        self.end_headers()

    do_GET = do_POST = _answer  # noqa: N815 - the library's names


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True

    def __init__(self, respond: Respond) -> None:
        self.asked: list[Asked] = []
        self.respond = respond
        super().__init__(("127.0.0.1", 0), Asked)

    @override
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Who hangs up is no news here."""


class DeskPhone:
    """A telephone that is asked over the network."""

    def __init__(self, server: _Server, scheme: str) -> None:
        self._server = server
        self.url = f"{scheme}://127.0.0.1:{server.server_port}"

    @property
    def asked(self) -> list[Asked]:
        """Return what it was asked, oldest first."""
        return self._server.asked

    @property
    def paths(self) -> list[str]:
        """Return the paths it was asked for."""
        return [asked.path for asked in self.asked]


def grants(_asked: Asked) -> tuple[int, dict[str, str]]:
    """Grant whatever is asked."""
    return 200, {}


@contextmanager
def desk_phone(
    respond: Respond = grants, certificate: tuple[Path, Path] | None = None
) -> Iterator[DeskPhone]:
    """Run a telephone on loopback; by https with a certificate and its key."""
    server = _Server(respond)
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield DeskPhone(server, "http" if certificate is None else "https")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
