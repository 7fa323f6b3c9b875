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

from assistant.core.errors import CouldNotError, RefusedError
from assistant.intake.mailbox.times import USUAL, Times
from assistant.settings import MailboxSettings, Security, SignIn
from assistant.sign_in import Credentials

_WANTS_OAUTH = re.compile(
    rb"oauth|basic\s?auth|application.specific|web\s?login|modern", re.IGNORECASE
)


@contextmanager
def connect(
    mailbox: MailboxSettings, credential: str, times: Times = USUAL
) -> Iterator[BaseMailBox]:
    """Connect, log in and open the folder; log out at the end.

    Args:
        mailbox: Which.
        credential: Its password, or a token where one signs in.
        times: How long to wait for what.

    Raises:
        CouldNotError: Says whether it is the host, TLS, the name or password, or the folder;
            likewise when the connection is lost while it is used.
    """
    with explained(mailbox):
        box = _reached(mailbox, times.answer)
        try:
            _keep_alive(box.client.sock, times.keep_alive)
            _log_in(box, mailbox, credential)
            box.folder.set(mailbox.folder, readonly=mailbox.is_read_only)
            yield box
        finally:
            with suppress(OSError, imaplib.IMAP4.error, ImapToolsError):
                box.client.sock.settimeout(2.0)  # nobody waits for a polite good-bye
                box.logout()
            with suppress(OSError, imaplib.IMAP4.error):
                box.client.shutdown()


def reach(mailbox: MailboxSettings, credential: str | None = None) -> None:
    """Connect once and leave again.

    Args:
        mailbox: Which.
        credential: Its password or token; from what the keyring has if left out.

    Raises:
        CouldNotError: Says in a sentence what is wrong.
    """
    with connect(mailbox, Credentials().of(mailbox) if credential is None else credential):
        pass


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


def _log_in(box: BaseMailBox, mailbox: MailboxSettings, credential: str) -> None:
    try:
        if mailbox.sign_in is not SignIn.PASSWORD:
            _present_token(box, mailbox.user, credential)
        elif (mailbox.user + credential).isascii():
            box.login(mailbox.user, credential, initial_folder=None)
        else:
            box.login_utf8(mailbox.user, credential, initial_folder=None)
    except imaplib.IMAP4.abort:
        raise
    except (MailboxLoginError, imaplib.IMAP4.error) as error:
        raise _refused(box, mailbox, error) from error


def _present_token(box: BaseMailBox, user: str, token: str) -> None:
    """Log in by XOAUTH2; a server that refuses says why first, and waits for an empty line.

    imap-tools has a method for it, which answers with the token once more.
    """
    answers = iter((f"user={user}\1auth=Bearer {token}\1\1".encode(),))
    box.client.authenticate("XOAUTH2", lambda _: next(answers, b""))


def _refused(box: BaseMailBox, mailbox: MailboxSettings, error: Exception) -> RefusedError:
    if mailbox.sign_in is not SignIn.PASSWORD:
        return RefusedError(
            "{host} does not take the sign-in of {user}: sign in again in the settings.",
            host=mailbox.host,
            user=mailbox.user,
        )
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
