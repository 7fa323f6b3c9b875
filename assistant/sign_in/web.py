"""Asking the servers of a provider.

Which certificates are trusted, no environment variable says: it could send a person's sign-in
to somebody else without a word.
"""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import certifi
import requests
from requests.adapters import HTTPAdapter
from typing_extensions import override

from assistant.core.errors import CouldNotError

PATIENCE_S = 20.0
"""How long a server may take to answer."""


class Web(requests.Session):
    """Asks over TLS, trusting what the system and certifi trust, or one file of certificates."""

    def __init__(self, ca_file: str = "") -> None:
        super().__init__()
        self._certificates = ca_file or certifi.where()
        self.mount("https://", _SystemTrust(ca_file))

    @override
    def request(self, *args: Any, **kwargs: Any) -> requests.Response:
        """Ask, with patience that ends."""
        kwargs |= {"timeout": PATIENCE_S, "verify": self._certificates}
        return super().request(*args, **kwargs)


class _SystemTrust(HTTPAdapter):
    """Trusts the system's certificates too: some firewalls and virus scanners need that."""

    def __init__(self, ca_file: str) -> None:
        self._context = ssl.create_default_context(cafile=ca_file or None)
        super().__init__()

    @override
    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        """Make connections of our own kind."""
        super().init_poolmanager(*args, **kwargs, ssl_context=self._context)


@contextmanager
def explained(address: str) -> Iterator[None]:
    """Turn what goes wrong on the way to a server into a sentence."""
    host = urlsplit(address).hostname
    try:
        yield
    except requests.exceptions.SSLError as error:
        raise CouldNotError(
            "{host} shows a certificate that is not to be trusted: {why}.",
            host=host,
            why=str(error)[:120],
        ) from error
    except requests.RequestException as error:
        raise CouldNotError(
            "{host} does not answer: without it nobody can sign in.", host=host
        ) from error
