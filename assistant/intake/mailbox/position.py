"""How far a mailbox was read, in a small file of its own.

It may be thrown away: mail read again is known again by its identity, and taken in once.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from assistant.settings import MailboxSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """When a mailbox was last heard of (UTC).

    Attributes:
        at: When the server last answered.
        message_at: When the last message reached the server.
    """

    at: datetime | None = None
    message_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """How far a mailbox was read.

    Attributes:
        account: Whose folder at which server; another one starts anew.
        validity: The server's UIDVALIDITY: with another one its numbers mean nothing.
        last_uid: The last number that is in the spool.
        contact: When it was last heard of.
    """

    account: str
    validity: int | None = None
    last_uid: int = 0
    contact: Contact = Contact()


def account_of(mailbox: MailboxSettings) -> str:
    """Return what tells one folder of one user from every other."""
    return f"{mailbox.user}@{mailbox.host}/{mailbox.folder}"


def read_position(folder: Path, mailbox: MailboxSettings) -> Position:
    """Return how far a mailbox was read; a file that is none, or another's, is none."""
    start = Position(account=account_of(mailbox))
    try:
        said = json.loads(_file(folder, mailbox).read_bytes())
        contact = {key: _moment(said["contact"][key]) for key in ("at", "message_at")}
        position = Position(
            account=said["account"],
            validity=None if said["validity"] is None else int(said["validity"]),
            last_uid=int(said["last_uid"]),
            contact=Contact(**contact),
        )
    except (OSError, ValueError, LookupError, TypeError):
        return start
    return position if position.account == start.account else start


def keep_position(folder: Path, mailbox: MailboxSettings, position: Position) -> None:
    """Write how far a mailbox was read. A disk that refuses costs a second reading only."""
    said = asdict(position)
    for key, moment in said["contact"].items():
        said["contact"][key] = None if moment is None else moment.isoformat()
    file = _file(folder, mailbox)
    unfinished = file.with_suffix(".part")
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps(said), "utf-8")
        os.replace(unfinished, file)  # noqa: PTH105 - the same on every system


def contact_of(folder: Path, mailbox: MailboxSettings) -> Contact:
    """Return when a mailbox was last heard of, as the file says."""
    return read_position(folder, mailbox).contact


def heard(position: Position, now: datetime, message_at: datetime | None = None) -> Position:
    """Return the position after the server answered at ``now``."""
    before = position.contact
    return replace(position, contact=Contact(at=now, message_at=message_at or before.message_at))


def _file(folder: Path, mailbox: MailboxSettings) -> Path:
    return folder / f"{mailbox.name}.json"


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
