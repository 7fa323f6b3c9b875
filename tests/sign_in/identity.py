"""Who signs users in, as Microsoft and Google do it: device codes, codes, tokens, over TLS.

A person is part of it: what he does is said by the test. Real providers do none of this on demand.
"""

import base64
import hashlib
import json
import ssl
import threading
from collections import deque
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from typing_extensions import override

from assistant.settings import Account, SignIn
from assistant.sign_in import Provider
from assistant.sign_in.google import Google
from assistant.sign_in.microsoft import Microsoft
from tests.services.certificates import Authority
from tests.sign_in.tokens import Signer

CLIENT_ID, CLIENT_SECRET, USER_CODE = "11111111-2222-3333", "of the dealer", "ABCD-EFGH"
DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code"
SCOPE = "https://outlook.office.com/IMAP.AccessAsUser.All"
NOBODY = "nobody.example"
Answer = tuple[int, dict[str, Any]]


def an_error(error: str, description: str = "", status: int = 400) -> Answer:
    """Return an answer in the words of OAuth2."""
    return status, {"error": error, "error_description": description}


class Hasty(threading.Event):
    """Notes how long it is told to wait, and does not."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float | None] = []

    @override
    def wait(self, timeout: float | None = None) -> bool:
        self.waits.append(timeout)
        return self.is_set()


class IdentityProvider:
    """One provider on loopback.

    Attributes:
        user: Who signs in.
        next: What the token endpoint says first, before it grants.
        refuses_devices: What is said to who wants a device code.
        heard: What was asked: the path, and the form.
        revoked: Whether no refresh token holds any more.
    """

    def __init__(self, authority: Authority, folder: Path, signer: Signer, user: str) -> None:
        self.user = user
        self.next: deque[Answer] = deque()
        self.refuses_devices: Answer | None = None
        self.heard: list[tuple[str, dict[str, str]]] = []
        self.revoked = False
        self.challenge = ""
        self._authority, self._signer, self._given = authority, signer, 0
        certificate, key = authority.vouch(folder)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self._server = _Server(("127.0.0.1", 0), _Visit)
        self._server.identity = self
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    @property
    def address(self) -> str:
        """Return where it listens."""
        return f"https://127.0.0.1:{self._server.server_address[1]}"

    def provider(self, mailbox: Account) -> Provider:
        """Return the program's side of it."""
        ca_file = str(self._authority.file)
        if mailbox.sign_in is SignIn.GOOGLE:
            return Google(f"{self.address}/auth", f"{self.address}/token", ca_file)
        return Microsoft(self.address, ca_file)

    def stop(self) -> None:
        """End it."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def grants(self, kind: str) -> list[dict[str, str]]:
        """Return the forms with which tokens of this kind were asked for."""
        return [form for _, form in self.heard if form.get("grant_type") == kind]

    def get(self, path: str) -> Answer:
        """Answer what is openly known."""
        tenant = path.split("/")[1]
        if not path.endswith("/v2.0/.well-known/openid-configuration") or tenant == NOBODY:
            return an_error("invalid_tenant", f"AADSTS90002: Tenant '{tenant}' not found.")
        start = f"{self.address}/{tenant}/oauth2/v2.0"
        return 200, {
            "issuer": f"{self.address}/{tenant}/v2.0",
            "authorization_endpoint": f"{start}/authorize",
            "token_endpoint": f"{start}/token",
            "device_authorization_endpoint": f"{start}/devicecode",
        }

    def post(self, path: str, form: dict[str, str]) -> Answer:
        """Answer a form."""
        self.heard.append((path, form))
        if form["client_id"] != CLIENT_ID:
            return an_error("unauthorized_client", "AADSTS700016: Application not found.")
        if path.endswith("/devicecode"):
            return self._device_code(form)
        if self.next:
            return self.next.popleft()
        match form["grant_type"]:
            case "refresh_token":
                is_good = form["refresh_token"].startswith("refresh") and not self.revoked
            case "authorization_code":
                digest = hashlib.sha256(form["code_verifier"].encode()).digest()
                verified = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
                is_good = form["code"] == "a code" and verified == self.challenge
            case _:
                is_good = form["grant_type"] == DEVICE_GRANT and form["device_code"] == "a device"
        if path == "/token" and form.get("client_secret") != CLIENT_SECRET:
            return an_error("invalid_client", "The provided client secret is invalid.", 401)
        return self._granted(path) if is_good else an_error("invalid_grant", "It has expired.")

    def _device_code(self, form: dict[str, str]) -> Answer:
        if self.refuses_devices is not None:
            return self.refuses_devices
        assert SCOPE in form["scope"].split()
        assert "offline_access" in form["scope"].split()
        return 200, {
            "device_code": "a device",
            "user_code": USER_CODE,
            "verification_uri": "https://login.example.com/device",
            "expires_in": 900,
            "interval": 1,
        }

    def _granted(self, path: str) -> Answer:
        """Grant a token; Microsoft's has a new refresh token each time, as long as theirs are."""
        token = self._signer.token(self.user)
        granted = {"token_type": "Bearer", "access_token": token, "expires_in": 3_600}
        if path == "/token":
            is_new = self.grants("authorization_code")[-1:] == [self.heard[-1][1]]
            return 200, granted | ({"refresh_token": "refresh"} if is_new else {})
        self._given += 1
        claims = {"oid": "1", "preferred_username": self.user, "aud": CLIENT_ID, "sub": "1"}
        return 200, granted | {
            "scope": SCOPE,
            "refresh_token": f"refresh {self._given} " + "x" * 2_000,
            "id_token": f"{_encoded({'alg': 'none'})}.{_encoded(claims)}.",
            "client_info": _encoded({"uid": "1", "utid": "2"}),
        }


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    """Closing waits for the answers under way."""
    identity: IdentityProvider


class _Visit(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self._send(self._identity.get(urlsplit(self.path).path))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = {name: values[0] for name, values in parse_qs(body).items()}
        self._send(self._identity.post(urlsplit(self.path).path, form))

    @property
    def _identity(self) -> IdentityProvider:
        assert isinstance(self.server, _Server)
        return self.server.identity

    def _send(self, answer: Answer) -> None:
        status, said = answer
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def _encoded(said: dict[str, str]) -> str:
    return base64.urlsafe_b64encode(json.dumps(said).encode()).rstrip(b"=").decode()
