"""Connecting to a mail server, and saying in one sentence why it failed.

Every error of sockets, TLS and IMAP becomes a sentence here; nothing foreign goes further.
"""

import imaplib
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from imap_tools.errors import (
    ImapToolsError,
    MailboxFolderSelectError,
    MailboxLoginError,
    MailboxStarttlsError,
)
from imap_tools.mailbox import BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted

from assistant.core.errors import CouldNotError
from assistant.intake.mailbox.times import USUAL, Times
from assistant.passwords import password_at, place_of
from assistant.settings import MailboxSettings, Security

_WANTS_OAUTH = re.compile(
    rb"oauth|basic\s?auth|application.specific|web\s?login|modern", re.IGNORECASE
)


class RefusedError(CouldNotError):
    """The server does not let us in; asking again soon may lock the mailbox."""


@contextmanager
def connect(mailbox: MailboxSettings, password: str, times: Times = USUAL) -> Iterator[BaseMailBox]:
    """Connect, log in and open the folder; log out at the end.

    Raises:
        CouldNotError: Says whether it is the host, TLS, the name or password, or the folder;
            likewise when the connection is lost while it is used.
    """
    with explained(mailbox):
        box = _reached(mailbox, times.answer)
        try:
            _keep_alive(box.client.sock, times.keep_alive)
            _log_in(box, mailbox, password)
            box.folder.set(mailbox.folder, readonly=mailbox.is_read_only)
            yield box
        finally:
            with suppress(OSError, imaplib.IMAP4.error, ImapToolsError):
                box.client.sock.settimeout(2.0)  # nobody waits for a polite good-bye
                box.logout()
            with suppress(OSError, imaplib.IMAP4.error):
                box.client.shutdown()


def reach(mailbox: MailboxSettings, password: str | None = None) -> None:
    """Connect once and leave again.

    Args:
        mailbox: Which.
        password: Its password; the one in the keyring if left out.

    Raises:
        CouldNotError: Says in a sentence what is wrong.
    """
    with connect(mailbox, known_password(mailbox) if password is None else password):
        pass


def known_password(mailbox: MailboxSettings) -> str:
    """Return the password of a mailbox that the keyring has.

    Raises:
        CouldNotError: If it has none, or does not give it out.
    """
    password = password_at(place_of(mailbox))
    if password is None:
        raise CouldNotError(
            "The password of {user} is not known: type it in the settings.", user=mailbox.user
        )
    return password


@contextmanager
def explained(mailbox: MailboxSettings) -> Iterator[None]:
    """Turn whatever goes wrong with a server into a sentence."""
    host, port = mailbox.host, mailbox.port
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise CouldNotError(
            "{host} shows a certificate that is not to be trusted: {why}.",
            host=host,
            why=error.verify_message,
        ) from error
    except ssl.SSLError as error:
        raise CouldNotError(
            "{host}, port {port}, does not speak TLS: check port and security.",
            host=host,
            port=port,
        ) from error
    except socket.gaierror as error:
        raise CouldNotError(
            "There is no server {host}: check its name and the network.", host=host
        ) from error
    except MailboxStarttlsError as error:
        raise CouldNotError("{host} offers no STARTTLS.", host=host) from error
    except MailboxFolderSelectError as error:
        raise CouldNotError(
            "There is no folder {folder} in the mailbox of {user}.",
            folder=mailbox.folder,
            user=mailbox.user,
        ) from error
    except (OSError, imaplib.IMAP4.abort) as error:
        raise CouldNotError(
            "{host}, port {port}, does not answer.", host=host, port=port
        ) from error
    except (ImapToolsError, imaplib.IMAP4.error) as error:
        raise CouldNotError(
            "{host} answers what we do not understand: {why}.", host=host, why=str(error)[:120]
        ) from error


def _reached(mailbox: MailboxSettings, patience: float) -> BaseMailBox:
    where = mailbox.host, mailbox.port
    match mailbox.security:
        case Security.TLS:
            return MailBox(*where, timeout=patience, ssl_context=_trusted(mailbox))
        case Security.STARTTLS:
            return MailBoxStartTls(*where, timeout=patience, ssl_context=_trusted(mailbox))
        case Security.PLAIN:
            return MailBoxUnencrypted(*where, timeout=patience)


def _trusted(mailbox: MailboxSettings) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if mailbox.ca_file:
        try:
            context.load_verify_locations(mailbox.ca_file)
        except OSError as error:  # ssl's own error among them
            raise CouldNotError(
                "The file {path} holds no certificates that can be read.", path=mailbox.ca_file
            ) from error
    return context


def _keep_alive(sock: socket.socket, seconds: int) -> None:
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for name in ("TCP_KEEPIDLE", "TCP_KEEPINTVL"):
        if hasattr(socket, name):
            sock.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), seconds)


def _log_in(box: BaseMailBox, mailbox: MailboxSettings, password: str) -> None:
    try:
        if (mailbox.user + password).isascii():
            box.login(mailbox.user, password, initial_folder=None)
        else:
            box.login_utf8(mailbox.user, password, initial_folder=None)
    except imaplib.IMAP4.abort:
        raise
    except (MailboxLoginError, imaplib.IMAP4.error) as error:
        raise _refused(box, mailbox, error) from error


def _refused(box: BaseMailBox, mailbox: MailboxSettings, error: Exception) -> RefusedError:
    capabilities = box.client.capabilities
    only_oauth = "AUTH=XOAUTH2" in capabilities and not {"AUTH=PLAIN", "AUTH=LOGIN"} & {
        *capabilities
    }
    if _WANTS_OAUTH.search(str(error).encode()) or only_oauth:
        return RefusedError(
            "{host} wants a sign-in by OAuth2 or an app password, not the password of {user}.",
            host=mailbox.host,
            user=mailbox.user,
        )
    return RefusedError(
        "{host} does not let {user} in: check name and password.",
        host=mailbox.host,
        user=mailbox.user,
    )
