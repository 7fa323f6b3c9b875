"""The files in which a person stands: messages, drafts, copies of the database, logs."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from assistant.core.spellings import Spellings
from assistant.folders import DataFolder
from assistant.intake.files import MOST_BYTES, is_special, landed_at

_DATABASE = b"SQLite format 3\x00"
_HEAD = 16
_COMMENT = re.compile(rb"#[^\n]*")  # an example number in them is nobody's
COPIES_KEPT = timedelta(days=31)
_MOST_READ = 8 * MOST_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Whom to look for.

    Attributes:
        spellings: His numbers and addresses.
        named: Those and his names, for what the program wrote of its own doings.
        messages: Digests of the messages that are his, whatever stands in them.
        is_known: Whether the database knows him: then so do its copies.
    """

    spellings: Spellings
    named: Spellings
    messages: frozenset[bytes]
    is_known: bool


@dataclass(slots=True)
class Traces:
    """What was found.

    Attributes:
        files: Files that go: messages, drafts, copies of the database.
        logs: Logs in which he is painted over.
        others: Files that nobody but a person can judge, in the words of their paths.
    """

    files: list[Path] = field(default_factory=list)
    logs: list[Path] = field(default_factory=list)
    others: list[Path] = field(default_factory=list)


def digest(content: bytes) -> bytes:
    """Return what tells one message from every other."""
    from hashlib import sha256  # noqa: PLC0415 - it brings all of OpenSSL

    return sha256(content).digest()


def traces(folder: DataFolder, inbox: Path, tray: Path, wanted: Wanted) -> Traces:
    """Look through what is kept beside the database, the watched folder and the hand-overs."""
    found = Traces()
    for path in _files(folder, inbox, tray):
        try:
            content = _read(path)
        except FileNotFoundError:
            continue  # the desktop has just taken it
        except OSError:
            found.others.append(path)
            continue
        if path == folder.settings:
            content = _COMMENT.sub(b"", content)
        _sort(path, content, wanted, found, _places(folder, inbox, tray))
    return found


def _sort(
    path: Path, content: bytes, wanted: Wanted, found: Traces, places: tuple[Path, ...]
) -> None:
    """Put a file where it belongs, if he stands in it."""
    if path.parent == places[0]:
        if wanted.named.painted_over(content) != content:
            found.logs.append(path)
    elif content.startswith(_DATABASE):
        if wanted.is_known or wanted.spellings.are_in(content.decode("latin-1")):
            found.files.append(path)
    elif _holds(path, content, wanted):
        is_alone = path.suffix != ".csv"  # a sheet holds others too, who may be on their way
        is_ours = (path.parent in places and is_alone) or path in places
        (found.files if is_ours else found.others).append(path)


def older(
    folder: DataFolder, inbox: Path, tray: Path, limit: datetime, now: datetime
) -> list[Path]:
    """Return messages, drafts and hand-overs put away before a moment, and copies of the database.

    A copy is kept for a month, whoever stands in it: without it a fault costs everything.
    """
    put_away = {folder.drafts, tray, *_watched(inbox)[1:]}
    found = []
    for path in _files(folder, inbox, tray):
        landed = landed_at(path.stat(), now)
        is_old_copy = landed < now - COPIES_KEPT and _is_copy(path)
        if is_old_copy or (path.parent in put_away and landed < limit):
            found.append(path)
    return found


def remove(paths: Iterable[Path]) -> list[Path]:
    """Remove files; return those that could not be."""
    left = []
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            left.append(path)
    return left


def paint_over(logs: Iterable[Path], named: Spellings) -> list[Path]:
    """Put asterisks over a person in logs, where they stand: the program may be writing on.

    Returns:
        The logs that could not be written.
    """
    left = []
    for path in logs:
        try:
            with path.open("r+b") as file:
                painted = named.painted_over(file.read())
                file.seek(0)
                file.write(painted)
        except OSError:
            left.append(path)
    return left


def _files(folder: DataFolder, inbox: Path, tray: Path) -> Iterator[Path]:
    """Yield the files of the data folder, and of folders elsewhere those put there."""
    ours = {
        folder.database,
        folder.database.with_name(f"{folder.database.name}-wal"),
        folder.database.with_name(f"{folder.database.name}-shm"),
        folder.lock,
    }
    for place, _, names in os.walk(folder.root):
        yield from _real(Path(place) / name for name in names if Path(place) / name not in ours)
    for other in (*_watched(inbox), tray):
        if other.is_dir() and not other.is_relative_to(folder.root):
            yield from _real(path for path in other.iterdir() if not path.is_dir())


def _real(paths: Iterable[Path]) -> Iterator[Path]:
    for path in sorted(paths):
        if path.exists() and not is_special(path.stat().st_mode):
            yield path


def _watched(inbox: Path) -> tuple[Path, ...]:
    return inbox, inbox / "done", inbox / "bad"


def _read(path: Path) -> bytes:
    """Return what stands in a file; of a large one that is no database, the beginning."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        return head + file.read(-1 if head == _DATABASE else _MOST_READ)


def _holds(path: Path, content: bytes, wanted: Wanted) -> bool:
    if digest(content[:MOST_BYTES]) in wanted.messages or wanted.spellings.are_in(path.name):
        return True
    from assistant.privacy.texts import texts_in  # noqa: PLC0415 - the readers; a term needs none

    return any(map(wanted.spellings.are_in, texts_in(content)))


def _places(folder: DataFolder, inbox: Path, tray: Path) -> tuple[Path, ...]:
    """Return the folders and files that the program may remove; the folder of its logs first."""
    passing = (folder.spool, folder.drafts, folder.ringing, folder.appointments)
    return folder.logs, *passing, tray, *_watched(inbox)


def _is_copy(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(_HEAD) == _DATABASE
