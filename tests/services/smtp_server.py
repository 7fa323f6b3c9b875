"""A real server that takes mail (SMTP): aiosmtpd on loopback, with certificates and log-in."""

import base64
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from assistant.settings import OutgoingSettings, Security
from tests.services.dovecot import free_ports

ADDRESS, PASSWORD, TOKEN = "piet@dealer.example", "correct hörse", "a token of today"
NOBODY = "nobody@example.com"


@dataclass
class Letterbox:
    """What the server has taken, and what it answers.

    Attributes:
        taken: The mails, as they came.
        recipients: To whom.
        after_data: Its answer to the next mails; taken if empty.
        logged_in: By which mechanism, each time.
        after_refusal: What it heard after it had said why it refuses a token.
    """

    taken: list[bytes] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    after_data: list[str] = field(default_factory=list)
    logged_in: list[str] = field(default_factory=list)
    after_refusal: list[bytes] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - its names
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        if address == NOBODY:
            return "550 5.1.1 No such user here"
        if address.startswith("relay"):
            return "550 5.7.1 Relaying denied"
        if address.startswith("grey"):
            return "451 4.7.1 Greylisted, come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        if self.after_data:
            return self.after_data.pop(0)
        assert isinstance(envelope.content, bytes)
        self.taken.append(envelope.content)
        self.recipients += envelope.rcpt_tos
        return "250 2.0.0 Queued"

    async def auth_XOAUTH2(  # noqa: N802
        self, server: SMTP, args: list[str]
    ) -> AuthResult:
        said = base64.b64decode(args[1]).decode()
        if said == f"user={ADDRESS}\1auth=Bearer {TOKEN}\1\1":
            self.logged_in.append("XOAUTH2")
            return AuthResult(success=True)
        await server.push("334 eyJzdGF0dXMiOiI0MDEifQ==")
        self.after_refusal.append(await server._reader.readline())
        return AuthResult(success=False, handled=False)

    def authenticate(
        self, _server: SMTP, _session: Session, _envelope: Envelope, mechanism: str, data: object
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        ok = data == LoginPassword(ADDRESS.encode(), PASSWORD.encode())
        if ok:
            self.logged_in.append(mechanism)
        return AuthResult(success=ok, handled=False)


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """A server that runs.

    Attributes:
        box: What it has taken.
        outgoing: The settings that fit it.
    """

    box: Letterbox
    outgoing: OutgoingSettings


@contextmanager
def smtp_server(
    certificate: tuple[Path, Path], authority: Path, security: Security = Security.STARTTLS
) -> Iterator[SmtpServer]:
    """Run one on a free port of loopback; log-in goes by no open line but a plain one."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*certificate)
    box = Letterbox()
    (port,) = free_ports(1)
    implicit, starttls = security is Security.TLS, security is Security.STARTTLS
    controller = Controller(
        box,
        hostname="127.0.0.1",
        port=port,
        ssl_context=context if implicit else None,
        tls_context=context if starttls else None,
        require_starttls=starttls,
        authenticator=box.authenticate,
        auth_required=starttls,
        auth_require_tls=starttls,
    )
    controller.start()
    try:
        yield SmtpServer(
            box,
            OutgoingSettings(
                host="127.0.0.1",
                port=port,
                security=security,
                address=ADDRESS,
                ca_file=str(authority),
            ),
        )
    finally:
        controller.stop()
