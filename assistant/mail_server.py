"""What reading mail and sending it have in common: whom to trust, and what went wrong on the way.

Loaded by who has a mail server, and by nobody else: it brings TLS.
"""

import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from assistant.core.errors import CouldNotError, RefusedError
from assistant.settings import Account, SignIn

_WANTS_OAUTH = re.compile(
    r"oauth|basic\s?auth|application.specific|web\s?login|modern", re.IGNORECASE
)


def trusted(account: Account) -> ssl.SSLContext:
    """Return what checks a server's certificate: the system's, and the account's own file.

    Raises:
        CouldNotError: If that file holds no certificates.
    """
    context = ssl.create_default_context()
    if account.ca_file:
        try:
            context.load_verify_locations(account.ca_file)
        except OSError as error:  # ssl's own error among them
            raise CouldNotError(
                "The file {path} holds no certificates that can be read.", path=account.ca_file
            ) from error
    return context


@contextmanager
def explained_way(host: str, port: int) -> Iterator[None]:
    """Turn what goes wrong on the way to a server into a sentence.

    Raises:
        CouldNotError: Says whether it is the host, TLS, or a server that is silent.
    """
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
    except OSError as error:
        raise CouldNotError(
            "{host}, port {port}, does not answer.", host=host, port=port
        ) from error


def no_starttls(host: str) -> CouldNotError:
    """Return what is said of a server that would leave the way open."""
    return CouldNotError("{host} offers no STARTTLS.", host=host)


def no_log_in(host: str, port: int) -> RefusedError:
    """Return what is said of a server that offers no way to log in, or not on an open line."""
    return RefusedError(
        "{host}, port {port}, lets nobody log in: check port and security.", host=host, port=port
    )


def not_let_in(account: Account, said: str, *, only_oauth: bool) -> RefusedError:
    """Return what is said of a server that refuses what opens an account.

    Args:
        account: Which.
        said: The server's own words.
        only_oauth: Whether it takes no password from anybody.
    """
    if account.sign_in is not SignIn.PASSWORD:
        return RefusedError(
            "{host} does not take the sign-in of {user}: sign in again in the settings.",
            host=account.host,
            user=account.user,
        )
    if only_oauth or _WANTS_OAUTH.search(said):
        return RefusedError(
            "{host} wants a sign-in by OAuth2 or an app password, not the password of {user}.",
            host=account.host,
            user=account.user,
        )
    return RefusedError(
        "{host} does not let {user} in: check name and password.",
        host=account.host,
        user=account.user,
    )


def bearer(user: str, token: str) -> bytes:
    """Return what XOAUTH2 is begun with."""
    return f"user={user}\1auth=Bearer {token}\1\1".encode()
