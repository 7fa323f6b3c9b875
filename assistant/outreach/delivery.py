"""Handing one mail to the dealer's server (SMTP), and telling apart every way that can end.

A mail counts as handed over only when the server says so. Once its last line is on the way and
no answer comes, it may have left: that is never tried again by itself.
"""

import base64
import re
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from assistant.core.errors import CouldNotError, RefusedError, mark
from assistant.mail_server import bearer, explained_way, no_log_in, no_starttls, not_let_in, trusted
from assistant.outreach.gate import Gate
from assistant.settings import OutgoingSettings, Security, SignIn

PATIENCE_S = 20.0
"""How long a server may take to answer anything but a mail's end."""
END_PATIENCE_S = 600.0
"""How long it may take to answer that (RFC 5321, 4.5.3.2.6)."""
_OURSELVES = "[127.0.0.1]"  # our own name is nobody's business, and looking it up can take long
_LONGEST_WHY = 160
_NO_MAILBOX = re.compile(r"5\.[12]\.\d+")
_ENHANCED = re.compile(r"5\.\d+\.\d+")  # RFC 3463
_OF_OURS = re.compile(r"relay|spam|block|listed|polic|sender|authent", re.IGNORECASE)
_NO_SUCH_RECIPIENT = frozenset({550, 551, 553})  # RFC 5321


class DeferredError(CouldNotError):
    """The server will not take this mail now; others it may."""


class UnsureError(CouldNotError):
    """The mail may have left and may not."""


class BouncedError(CouldNotError):
    """There is no such recipient."""


class RejectedError(CouldNotError):
    """The server will never take this mail."""


def deliver(
    content: bytes,
    recipient: str,
    outgoing: OutgoingSettings,
    credential: str,
    gate: Gate,
    *,
    end_patience: float = END_PATIENCE_S,
) -> None:
    """Hand a mail over. When this returns, the server has taken it.

    Args:
        content: Its bytes.
        recipient: One address.
        outgoing: The server, and who sends.
        credential: A password, or a token where one signs in.
        gate: Passed when the mail may have left.
        end_patience: Seconds that the server may take over the mail's end.

    Raises:
        UnsureError: The mail may have left.
        BouncedError: There is no such recipient.
        RejectedError: The server will never take it.
        DeferredError: The server does not take it now.
        RefusedError: The server does not let us in, or lets us not send.
        CouldNotError: The server cannot be reached, or is not ready.
    """
    with connected(outgoing, credential, gate) as server:
        _expect(server.docmd("MAIL", f"FROM:<{outgoing.address}>"), outgoing, RefusedError)
        _name_recipient(server, recipient, outgoing)
        _expect(server.docmd("DATA"), outgoing, RejectedError, good=3)
        server.send(_quoted(content))
        if not gate.go_through():
            server.close()  # without its last line it is no mail
            raise _not_ready(outgoing, "")
        _end(server, outgoing, end_patience)


def reach(outgoing: OutgoingSettings, credential: str) -> None:
    """Connect, log in and leave again.

    Raises:
        CouldNotError: Says in a sentence what is wrong.
    """
    with connected(outgoing, credential, Gate()) as server:
        _expect(server.docmd("MAIL", f"FROM:<{outgoing.address}>"), outgoing, RefusedError)
        server.docmd("RSET")


@contextmanager
def connected(outgoing: OutgoingSettings, credential: str, gate: Gate) -> Iterator[smtplib.SMTP]:
    """Connect and log in; hang up at the end.

    Raises:
        RefusedError: If the server does not take name and password.
        CouldNotError: Says whether it is the host, TLS, or a server that is not ready.
    """
    with explained_way(outgoing.host, outgoing.server_port):
        try:
            server = _reached(outgoing, gate)
            try:
                _log_in(server, outgoing, credential)
                yield server
            finally:
                _hang_up(server)
        except smtplib.SMTPServerDisconnected as error:
            raise CouldNotError(
                "{host}, port {port}, does not answer.",
                host=outgoing.host,
                port=outgoing.server_port,
            ) from error
        except smtplib.SMTPNotSupportedError as error:
            raise no_starttls(outgoing.host) from error
        except smtplib.SMTPResponseException as error:
            raise _not_ready(outgoing, _words(error.smtp_error)) from error
        except smtplib.SMTPException as error:
            raise _not_ready(outgoing, str(error)) from error


def _reached(outgoing: OutgoingSettings, gate: Gate) -> smtplib.SMTP:
    where = outgoing.host, outgoing.server_port
    server: smtplib.SMTP
    if outgoing.security is Security.TLS:
        context = trusted(outgoing)
        server = smtplib.SMTP_SSL(
            *where, local_hostname=_OURSELVES, timeout=PATIENCE_S, context=context
        )
    else:
        server = smtplib.SMTP(*where, local_hostname=_OURSELVES, timeout=PATIENCE_S)
    try:
        if outgoing.security is Security.STARTTLS:
            server.starttls(context=trusted(outgoing))
        if server.sock is not None:
            gate.watch(server.sock)
        server.ehlo_or_helo_if_needed()
    except BaseException:
        server.close()
        raise
    return server


def _log_in(server: smtplib.SMTP, outgoing: OutgoingSettings, credential: str) -> None:
    """Log in with words in UTF-8, which smtplib's own way has no room for."""
    ways = set(str(server.esmtp_features.get("auth", "")).upper().split())
    if not ways:
        raise no_log_in(outgoing.host, outgoing.server_port)
    if outgoing.sign_in is not SignIn.PASSWORD:
        answer = _say(server, "AUTH XOAUTH2", bearer(outgoing.user, credential))
        if answer[0] == 334:  # why it refuses; it waits for an empty line
            answer = server.docmd("")
    elif "LOGIN" in ways and "PLAIN" not in ways:
        _say(server, "AUTH LOGIN", outgoing.user.encode())
        answer = _say(server, "", credential.encode())
    else:
        answer = _say(server, "AUTH PLAIN", f"\0{outgoing.user}\0{credential}".encode())
    code, said = answer
    if code == 235:
        return
    if 400 <= code < 500:
        raise _not_ready(outgoing, _words(said))
    only_oauth = "XOAUTH2" in ways and not {"PLAIN", "LOGIN"} & ways
    raise not_let_in(outgoing, _words(said), only_oauth=only_oauth)


def _say(server: smtplib.SMTP, command: str, secret: bytes) -> tuple[int, bytes]:
    coded = base64.b64encode(secret).decode("ascii")
    return server.docmd(f"{command} {coded}".strip())


def _name_recipient(server: smtplib.SMTP, recipient: str, outgoing: OutgoingSettings) -> None:
    code, said = server.docmd("RCPT", f"TO:<{recipient}>")
    words = _words(said)
    if code >= 500 and _is_bounce(code, words):
        raise BouncedError(
            mark("{host} knows no {address}: {why}."),
            host=outgoing.host,
            address=recipient,
            why=words,
        )
    _expect((code, said), outgoing, RejectedError)


def _is_bounce(code: int, words: str) -> bool:
    """Say whether a recipient is refused because there is none, not because of who we are."""
    if _ENHANCED.match(words):
        return _NO_MAILBOX.match(words) is not None
    return code in _NO_SUCH_RECIPIENT and _OF_OURS.search(words) is None


def _end(server: smtplib.SMTP, outgoing: OutgoingSettings, patience: float) -> None:
    """Send the line that ends a mail and hear what becomes of it."""
    try:
        if server.sock is not None:
            server.sock.settimeout(patience)
        server.send(b".\r\n")
        answer = server.getreply()
    except OSError as error:
        raise _unsure(outgoing) from error
    if not 200 <= answer[0] < 600:
        raise _unsure(outgoing)
    _expect(answer, outgoing, RejectedError)


def _expect(
    answer: tuple[int, bytes],
    outgoing: OutgoingSettings,
    for_good: type[CouldNotError],
    *,
    good: int = 2,
) -> None:
    """Go on if the server agrees.

    Raises:
        CouldNotError: If it is about to hang up.
        DeferredError: If it does not agree now.
        for_good: If it never will.
    """
    code, said = answer
    if code // 100 == good:
        return
    words = _words(said)
    if code == 421 or not 400 <= code < 600:
        raise _not_ready(outgoing, words)
    if code < 500:
        raise DeferredError(
            mark("{host} does not take the mail now: {why}."), host=outgoing.host, why=words
        )
    raise for_good(
        mark("{host} does not take mail from {address}: {why}."),
        host=outgoing.host,
        address=outgoing.address,
        why=words,
    )


def _not_ready(outgoing: OutgoingSettings, why: str) -> CouldNotError:
    return CouldNotError(
        "{host} does not take mail at the moment: {why}.", host=outgoing.host, why=why or "?"
    )


def _unsure(outgoing: OutgoingSettings) -> UnsureError:
    return UnsureError(
        mark("{host} got the mail, but did not say that it will send it."), host=outgoing.host
    )


def _words(said: bytes | str) -> str:
    """Return a server's words on one line, without the stop at their end."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return " ".join(filter(str.isprintable, text.split()))[:_LONGEST_WHY].rstrip(". ")


def _quoted(content: bytes) -> bytes:
    """Return a mail's bytes as they go over the line, without what ends them (RFC 5321, 4.5.2)."""
    lines = re.sub(rb"\r?\n|\r", b"\r\n", content)
    return re.sub(rb"(?m)^\.", b"..", lines if lines.endswith(b"\r\n") else lines + b"\r\n")


def _hang_up(server: smtplib.SMTP) -> None:
    with suppress(OSError):
        if server.sock is not None:
            server.sock.settimeout(2.0)  # nobody waits for a polite good-bye
        server.quit()
    server.close()
