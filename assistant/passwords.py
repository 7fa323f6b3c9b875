"""Passwords lie in the system's keyring, never in a file of ours.

keyring is loaded when it is first asked: it looks for a safe place over D-Bus or in the
system's own store, which takes a while.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NewType

from assistant.core.errors import CouldNotError
from assistant.settings import MailboxSettings

_SERVICE = "followup-assistant"

Place = NewType("Place", str)
"""Under which name a password is kept."""


def place_of(mailbox: MailboxSettings) -> Place:
    """Return where a mailbox's password is kept: it belongs to the user at his server."""
    return Place(f"imap://{mailbox.user}@{mailbox.host}")


def password_at(place: Place) -> str | None:
    """Return a password; ``None`` when none was kept.

    Raises:
        CouldNotError: If this computer has no safe place, or it stays locked.
    """
    import keyring  # noqa: PLC0415 - see above

    with _explained():
        return keyring.get_password(_SERVICE, place)


def keep_password(place: Place, password: str) -> None:
    """Keep a password, in place of an earlier one.

    Raises:
        CouldNotError: If this computer has no safe place, or it stays locked.
    """
    import keyring  # noqa: PLC0415 - see above

    with _explained():
        keyring.set_password(_SERVICE, place, password)


@contextmanager
def _explained() -> Iterator[None]:
    from keyring.errors import KeyringError, NoKeyringError  # noqa: PLC0415 - see above

    try:
        yield
    except NoKeyringError as error:
        raise CouldNotError(
            "This computer has no safe place for passwords: it needs a keyring, such as the one "
            "of GNOME or KDE."
        ) from error
    except KeyringError as error:
        raise CouldNotError(
            "The computer's keyring does not give the password out: is it locked?"
        ) from error
