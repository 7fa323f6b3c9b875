"""Files as messages: read the first MiB of anything, and say when it landed."""

import os
import stat
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from assistant.core.errors import CouldNotError
from assistant.intake.spool import Kind, Message

MOST_BYTES = 1024 * 1024
"""What is read of a message: a customer's words stand in front, pictures behind."""

SUFFIXES = frozenset({".xml", ".adf", ".eml", ".json", ".html", ".htm", ".txt"})


def landed_at(status: os.stat_result, now: datetime) -> datetime:
    """Return when a file landed in its folder: when it was last written or renamed there.

    A moment after ``now``, from a share whose clock is ahead, counts as now.
    """
    seconds = min(max(status.st_mtime, status.st_ctime), now.timestamp())
    return datetime.fromtimestamp(seconds, UTC)


def is_special(mode: int) -> bool:
    """Say whether a file's mode is that of a pipe, a socket or a device: reading may not end."""
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def file_message(path: Path, arrived_at: datetime) -> Message:
    """Read a file as a message.

    Raises:
        CouldNotError: If it is a folder, a link in a circle, or may not be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CouldNotError("{file} cannot be read: {why}.", file=path, why=_why(error)) from error
    return Message(
        kind=Kind.FILE,
        name=path.name,
        arrived_at=arrived_at,
        content=content[:MOST_BYTES],
        cut_off=len(content) > MOST_BYTES,
    )


def message_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield files as they are named, and of folders every message file below, in order.

    A link to a folder is not followed, so that a link in a circle ends nowhere. Pipes in a
    folder are passed over; one that is named is read to its end.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders.sort()
            for name in sorted(names):
                file = Path(folder) / name
                if file.suffix.lower() in SUFFIXES and not file.is_fifo():
                    yield file


def _why(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
