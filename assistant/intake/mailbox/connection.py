"""Connecting to a mail server, and saying in one sentence why it failed.

Every error of sockets, TLS and IMAP becomes a sentence here; nothing foreign goes further.
"""

import imaplib
import socket
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
from assistant.mail_server import bearer, explained_way, no_starttls, not_let_in, trusted
from assistant.settings import MailboxSettings, Security, SignIn
from assistant.sign_in import Credentials


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
        with explained_way(host, port):
            yield
    except MailboxStarttlsError as error:
        raise no_starttls(host) from error
    except MailboxFolderSelectError as error:
        raise CouldNotError(
            "There is no folder {folder} in the mailbox of {user}.",
            folder=mailbox.folder,
            user=mailbox.user,
        ) from error
    except imaplib.IMAP4.abort as error:
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
            return MailBox(*where, timeout=patience, ssl_context=trusted(mailbox))
        case Security.STARTTLS:
            return MailBoxStartTls(*where, timeout=patience, ssl_context=trusted(mailbox))
        case Security.PLAIN:
            return MailBoxUnencrypted(*where, timeout=patience)


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
    answers = iter((bearer(user, token),))
    box.client.authenticate("XOAUTH2", lambda _: next(answers, b""))


def _refused(box: BaseMailBox, mailbox: MailboxSettings, error: Exception) -> RefusedError:
    capabilities = {*box.client.capabilities}
    only_oauth = "AUTH=XOAUTH2" in capabilities and not {"AUTH=PLAIN", "AUTH=LOGIN"} & capabilities
    return not_let_in(mailbox, str(error), only_oauth=only_oauth)
