"""Writing the settings file: everything that is not changed stays as a person wrote it.

tomlkit is only loaded when something is written.
"""

import os
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.core.errors import CouldNotError
from assistant.resources import resource
from assistant.settings.mailboxes import MAILBOX, MAILBOXES, usual_port
from assistant.settings.outgoing import OutgoingSettings
from assistant.settings.values import MailboxSettings
from assistant.whole_file import put_whole

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

Content = dict[str, Any]


def write_defaults(path: Path) -> None:
    """Write the commented starting values, unless there is a file already."""
    if not os.path.lexists(path):
        write_whole(path, resource("settings.toml").read_text("utf-8"))


def change(path: Path, section: str, values: Content) -> None:
    """Change settings of one section and keep everything else as a person wrote it.

    Raises:
        CouldNotError: If the file cannot be written, or is no TOML.
    """
    document = _document(path)
    table = document.setdefault(section, {})
    for key, value in values.items():
        table[key] = value
    write_whole(path, document.as_string())


def keep_mailbox(path: Path, values: MailboxSettings) -> None:
    """Write a mailbox, new or changed, and keep everything else as a person wrote it.

    Raises:
        CouldNotError: As :func:`change`.
    """
    usual = usual_port(values.security)
    starting = MailboxSettings(name=values.name, host="", user="", port=usual)
    document = _document(path)
    table = document.setdefault(MAILBOXES, {}).setdefault(values.name, {})
    for key in MAILBOX:
        value = getattr(values, key)
        if key in table or value != getattr(starting, key):
            table[key] = value.value if isinstance(value, StrEnum) else value
    write_whole(path, document.as_string())


def drop_mailbox(path: Path, name: str) -> None:
    """Take a mailbox out of the settings.

    Raises:
        CouldNotError: As :func:`change`.
    """
    document = _document(path)
    document.get(MAILBOXES, {}).pop(name, None)
    write_whole(path, document.as_string())


def keep_outgoing(path: Path, values: OutgoingSettings) -> None:
    """Write the server by which mail leaves.

    Raises:
        CouldNotError: As :func:`change`.
    """
    written = {field.name: getattr(values, field.name) for field in fields(values)}
    written["user"] = "" if values.user == values.address else values.user
    for key in ("security", "sign_in"):
        written[key] = str(written[key])  # TOML knows no words of ours
    change(path, "outgoing", written)


def drop_outgoing(path: Path) -> None:
    """Leave mail to the user's own mail program; what is known of the server stays written.

    Raises:
        CouldNotError: As :func:`change`.
    """
    change(path, "outgoing", {"host": ""})


def write_whole(path: Path, text: str) -> None:
    """Put a file in the place of another, whole or not at all.

    Raises:
        CouldNotError: If it cannot be written.
    """
    try:
        put_whole(path, text.encode())
    except OSError as error:
        raise CouldNotError("The settings cannot be written to {path}.", path=path) from error


def _document(path: Path) -> "TOMLDocument":
    import tomlkit  # noqa: PLC0415 - only needed when something is changed
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415

    write_defaults(path)
    try:
        return tomlkit.parse(path.read_text("utf-8-sig"))
    except (TOMLKitError, UnicodeDecodeError) as error:
        raise CouldNotError(
            "The settings in {path} hold a line that is no setting; mend it there first.",
            path=path,
        ) from error
