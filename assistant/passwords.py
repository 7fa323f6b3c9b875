"""Passwords and sign-ins lie in the system's keyring, never in a file of ours.

keyring is loaded when it is first asked: it looks for a safe place over D-Bus or in the
system's own store, which takes a while. Windows keeps 1,280 characters at one place, so what is
longer lies in pieces; the first then begins with their number on a line of its own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NewType

from assistant.core.errors import CouldNotError
from assistant.settings import Account, OutgoingSettings, SignIn

_SERVICE = "followup-assistant"
_PIECE = 1_200

Place = NewType("Place", str)
"""Under which name a password is kept."""


def place_of(mailbox: Account) -> Place:
    """Return where what opens a mailbox is kept: it belongs to the user at his server."""
    user = f"{mailbox.user}@{mailbox.host}"
    if mailbox.sign_in is SignIn.PASSWORD:
        scheme = "smtp" if isinstance(mailbox, OutgoingSettings) else "imap"
        return Place(f"{scheme}://{user}")
    return Place(f"{mailbox.sign_in}://{mailbox.client_id}/{user}")


def telephone_place(user: str, host: str) -> Place:
    """Return where the secret is kept with which ``user`` dials at a host."""
    return Place(f"telephone://{user}@{host}")


def password_at(place: Place) -> str | None:
    """Return a password; ``None`` when none was kept.

    Raises:
        CouldNotError: If this computer has no safe place, or it stays locked.
    """
    import keyring  # noqa: PLC0415 - see above

    with _explained():
        first = keyring.get_password(_SERVICE, place)
        count, line_end, beginning = (first or "").partition("\n")
        if not line_end:
            return first
        pieces = [keyring.get_password(_SERVICE, name) for name in _others(place, int(count))]
    return "".join([beginning, *(piece or "" for piece in pieces)])


def keep_password(place: Place, password: str) -> None:
    """Keep a password, in place of an earlier one.

    Raises:
        CouldNotError: If this computer has no safe place, or it stays locked.
    """
    import keyring  # noqa: PLC0415 - see above

    pieces = [password[at : at + _PIECE] for at in range(0, len(password), _PIECE)]
    with _explained():
        for name, piece in zip(_others(place, len(pieces)), pieces[1:], strict=True):
            keyring.set_password(_SERVICE, name, piece)
        first = password if len(pieces) == 1 else f"{len(pieces)}\n{pieces[0]}"
        keyring.set_password(_SERVICE, place, first)


def drop_password(place: Place) -> None:
    """Keep a password no longer; nothing happens when there is none.

    Raises:
        CouldNotError: If this computer has no safe place, or it stays locked.
    """
    import keyring  # noqa: PLC0415 - see above

    with _explained():
        first = keyring.get_password(_SERVICE, place)
        if first is None:
            return
        count, line_end, _ = first.partition("\n")
        for name in (*(_others(place, int(count)) if line_end else ()), place):
            keyring.delete_password(_SERVICE, name)


def _others(place: Place, count: int) -> list[str]:
    """Return under which names the pieces after the first are kept."""
    return [f"{place} ({number})" for number in range(2, count + 1)]


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
