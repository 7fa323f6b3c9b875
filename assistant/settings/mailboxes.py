"""Readers of a mailbox's settings: ``[mailboxes.NAME]`` in the settings file."""

import re
from typing import Any

from assistant.settings.readers import Reader, count, days, host, text, word_of
from assistant.settings.values import MailboxSettings, Security, SignIn

MAILBOXES = "mailboxes"
MAILBOX_NAME = re.compile(r"[A-Za-z0-9_-]{1,40}")
LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})


def _filled(value: object) -> str:
    filled = text(value)
    if not filled:
        raise ValueError(value)
    return filled


def port(value: object) -> int:
    """Read a port."""
    read = count(value)
    if read > 65_535:
        raise ValueError(value)
    return read


def _some_days(value: object) -> int:
    return 0 if value == 0 and not isinstance(value, bool) else days(value)


def _keyword(value: object) -> str:
    keyword = text(value)
    if not re.fullmatch(r"[A-Za-z0-9$_.-]{0,40}", keyword):
        raise ValueError(value)
    return keyword


def tenant(value: object) -> str:
    """Read a tenant."""
    read = text(value)
    if not re.fullmatch(r"[A-Za-z0-9.-]{1,253}", read):  # it becomes part of an address
        raise ValueError(value)
    return read


def client_id(value: object) -> str:
    """Read a client id, or nothing."""
    read = text(value)
    if not re.fullmatch(r"[A-Za-z0-9._-]{0,200}", read):
        raise ValueError(value)
    return read


MAILBOX: dict[str, Reader] = {
    "host": host,
    "user": _filled,
    "port": port,
    "security": word_of(Security),
    "folder": _filled,
    "sign_in": word_of(SignIn),
    "tenant": tenant,
    "client_id": client_id,
    "ca_file": text,
    "days_back": _some_days,
    "taken_keyword": _keyword,
    "taken_folder": text,
}
"""The reader of each of a mailbox's settings; host and user must be there."""


def usual_port(security: Security) -> int:
    """Return the port of a server that is closed to others in this way (RFC 8314, 3501)."""
    return 993 if security is Security.TLS else 143


def mailbox(name: str, values: dict[str, Any]) -> MailboxSettings:
    """Put a mailbox together from values that were read.

    Raises:
        ValueError: Without a host or a user, with a name that is none, for a server elsewhere
            to which the way is not closed, or to be signed in to without a client id.
    """
    if not MAILBOX_NAME.fullmatch(name) or not {"host", "user"} <= values.keys():
        raise ValueError(name)
    security = values.get("security", Security.TLS)
    if security is Security.PLAIN and values["host"] not in LOCAL_HOSTS:
        raise ValueError(security)
    sign_in = values.get("sign_in", SignIn.PASSWORD)
    if sign_in is not SignIn.PASSWORD and not values.get("client_id"):
        raise ValueError(sign_in)
    values.setdefault("port", usual_port(security))
    return MailboxSettings(name=name, **values)
