"""Asking a telephone or an exchange to dial, over http or https.

No proxy, no redirect and no environment variable has a say in where the request goes. By http
only a computer in the dealer's own network is asked; that is looked at when the connection
stands and before anything is sent, so that no name can lead elsewhere.
"""

import http.client
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPMessage, HTTPResponse
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPBasicAuthHandler,
    HTTPDefaultErrorHandler,
    HTTPDigestAuthHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPPasswordMgrWithDefaultRealm,
    HTTPSHandler,
    OpenerDirector,
    Request,
)

from typing_extensions import override

from assistant.core.errors import CouldNotError
from assistant.outreach.dial import DialRequest, is_in_house

PATIENCE_S = 5.0
"""How long a telephone may take to answer."""

_REFUSED = (401, 403)


class _TooFarError(OSError):
    """A request by http would leave the dealer's own network."""


class _InHouse(http.client.HTTPConnection):
    """Speaks to nobody outside the dealer's own network."""

    @override
    def connect(self) -> None:
        """Connect, and look who is there."""
        super().connect()
        if not is_in_house(self.sock.getpeername()[0]):
            self.close()
            raise _TooFarError


class _InHouseHandler(HTTPHandler):
    """Asks by http."""

    @override
    def http_open(self, req: Request) -> HTTPResponse:
        """Ask over a connection of our own kind."""
        return self.do_open(_InHouse, req)


class _Judge(HTTPErrorProcessor):
    """Judges an answer by its head alone, and hangs up; the library would forget to."""

    @override
    def http_response(self, request: Request, response: HTTPResponse) -> HTTPResponse:
        """Hang up, and let what is no grant be handled as one."""
        response.close()
        judged: HTTPResponse = super().http_response(request, response)
        return judged

    https_response = http_response


class _DigestOnce(HTTPDigestAuthHandler):
    """Gives a secret once; the library would try five times, which may lock the door."""

    @override
    def http_error_401(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> HTTPResponse | None:
        """Sign in, unless that was done and refused."""
        if req.has_header("Authorization"):
            raise HTTPError(req.full_url, code, msg, headers, None)
        return super().http_error_401(req, fp, code, msg, headers)


def ask(
    wanted: DialRequest,
    user: str = "",
    secret: str = "",
    ca_file: str = "",
    *,
    patience: float = PATIENCE_S,
) -> None:
    """Send the request, and see that it was granted; what else is answered is not read.

    Args:
        wanted: The request.
        user: Given, with the secret, only to a host that asks for them (Basic or Digest).
        secret: The user's.
        ca_file: A file of certificates to trust beside the system's.
        patience: How many seconds it may be silent.

    Raises:
        CouldNotError: If it cannot be asked, does not answer in time, or does not grant it.
    """
    asked = Request(wanted.url, method=wanted.method.value, data=_body(wanted))  # noqa: S310 - http and https only, see dial.py
    with _explained(wanted.host, patience):
        _opener(wanted, user, secret, ca_file).open(asked, timeout=patience)


def _body(wanted: DialRequest) -> bytes | None:
    return b"" if wanted.method.value == "POST" else None


def _opener(wanted: DialRequest, user: str, secret: str, ca_file: str) -> OpenerDirector:
    opener = OpenerDirector()
    opener.addheaders = [("User-Agent", "followup-assistant")]
    handlers = [_Judge(), HTTPDefaultErrorHandler()]
    if wanted.is_plain:
        handlers.append(_InHouseHandler())
    else:
        handlers.append(HTTPSHandler(context=_trust(ca_file)))
    if user and secret:
        known = HTTPPasswordMgrWithDefaultRealm()
        known.add_password(None, wanted.url, user, secret)
        handlers += [_DigestOnce(known), HTTPBasicAuthHandler(known)]
    for handler in handlers:
        opener.add_handler(handler)
    return opener


def _trust(ca_file: str) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=ca_file or None)
    except OSError as error:
        raise CouldNotError("There is no file of certificates at {path}.", path=ca_file) from error


@contextmanager
def _explained(host: str, patience: float) -> Iterator[None]:
    """Turn what goes wrong on the way to a host into a sentence."""
    try:
        yield
    except HTTPError as error:
        raise _answered(host, error.code) from error
    except URLError as error:
        raise _unreached(host, error.reason, patience) from error
    except OSError as error:
        raise _unreached(host, error, patience) from error
    except http.client.HTTPException as error:
        raise CouldNotError("{host} answers, but not as a web server does.", host=host) from error
    except ValueError as error:  # of a sign-in that the library does not know
        raise CouldNotError(
            "{host} asks for a sign-in that this program cannot give.", host=host
        ) from error


def _answered(host: str, status: int) -> CouldNotError:
    if status in _REFUSED:
        return CouldNotError("{host} refuses: are the user and the password right?", host=host)
    if 300 <= status < 400:
        return CouldNotError(
            "{host} sends the request on to another address; that is not followed.", host=host
        )
    return CouldNotError("{host} does not dial: it answers {status}.", host=host, status=status)


def _unreached(host: str, reason: object, patience: float) -> CouldNotError:
    match reason:
        case TimeoutError():
            return CouldNotError(
                "{host} does not answer within {seconds} seconds.",
                host=host,
                seconds=f"{patience:g}",
            )
        case _TooFarError():
            return CouldNotError(
                "{host} is not in your own network: ask it by https, http could be read by others.",
                host=host,
            )
        case ssl.SSLError():
            return CouldNotError(
                "{host} shows a certificate that is not to be trusted: {why}.",
                host=host,
                why=str(reason)[:120],
            )
        case _:
            return CouldNotError(
                "{host} cannot be reached: is it on, and is the address right?", host=host
            )
