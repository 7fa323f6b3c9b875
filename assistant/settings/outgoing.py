"""The section ``[outgoing]``: the server by which mail leaves."""

from dataclasses import dataclass

from assistant.core.contact import read_email
from assistant.settings.mailboxes import LOCAL_HOSTS, client_id, port, tenant
from assistant.settings.readers import Reader, host, text, word_of
from assistant.settings.values import MailboxSettings, Security, SignIn


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingSettings:
    """The server by which mail leaves. What opens it is in the system's keyring.

    Attributes:
        host: The server; empty leaves mail to the user's own mail program.
        port: The server's; 0 for the usual one.
        security: Plain only to this computer itself.
        user: The name to log in with; empty means the address.
        address: Whom mail is from.
        sign_in: By password, or at Microsoft or Google.
        tenant: As in :class:`MailboxSettings`.
        client_id: As in :class:`MailboxSettings`.
        ca_file: A file of certificates to trust beside the system's; empty for none.
    """

    host: str = ""
    port: int = 0
    security: Security = Security.STARTTLS
    user: str = ""
    address: str = ""
    sign_in: SignIn = SignIn.PASSWORD
    tenant: str = "organizations"
    client_id: str = ""
    ca_file: str = ""

    def __post_init__(self) -> None:
        if not self.host:
            return
        if not self.address:
            raise ValueError("mail is from somebody")
        if self.security is Security.PLAIN and self.host not in LOCAL_HOSTS:
            raise ValueError("plain only to this computer")
        if self.sign_in is not SignIn.PASSWORD and not self.client_id:
            raise ValueError("a sign-in needs a client id")
        object.__setattr__(self, "user", self.user or self.address)

    @property
    def name(self) -> str:
        """Return what the log calls it."""
        return "outgoing"

    @property
    def is_set(self) -> bool:
        """Say whether mail leaves by a server at all."""
        return bool(self.host)

    @property
    def server_port(self) -> int:
        """Return the port to connect to."""
        return self.port or submission_port(self.security)


Account = MailboxSettings | OutgoingSettings
"""Something with a user at a server, which a password or a sign-in opens."""


def submission_port(security: Security) -> int:
    """Return the usual port of a server that takes mail (RFC 8314, 6409, 5321)."""
    match security:
        case Security.TLS:
            return 465
        case Security.STARTTLS:
            return 587
        case Security.PLAIN:
            return 25


def _one_line(value: object) -> str:
    read = text(value)
    if not read.isprintable():
        raise ValueError(value)
    return read


def _address(value: object) -> str:
    address = read_email(text(value))
    if address is None:
        raise ValueError(value)
    return address


def _or(nothing: object, read: Reader) -> Reader:
    """Return the reader of something that may also be left out."""
    return lambda value: nothing if value == nothing and value is not False else read(value)


OUTGOING: dict[str, Reader] = {
    "host": _or("", host),
    "port": _or(0, port),
    "security": word_of(Security),
    "user": _one_line,
    "address": _or("", _address),
    "sign_in": word_of(SignIn),
    "tenant": tenant,
    "client_id": client_id,
    "ca_file": text,
}
"""The reader of each of its settings."""
