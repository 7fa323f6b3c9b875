"""Files as messages: read the first MiB of anything, and say when it landed."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from assistant.core.errors import CouldNotError, mark
from assistant.intake.spool import Kind, Message
from assistant.names import in_text

MOST_BYTES = 1024 * 1024
"""What is read of a message: a customer's words stand in front, pictures behind."""

_REASONS = {
    errno.EACCES: mark("{file} cannot be read: we may not."),
    errno.EPERM: mark("{file} cannot be read: we may not."),
    errno.EISDIR: mark("{file} cannot be read: it is a folder."),
    errno.ELOOP: mark("{file} cannot be read: its links go in a circle."),
    errno.ENOENT: mark("{file} cannot be read: it is not there."),
}

NOT_WHOLE = mark("{file} is no file that can be read whole.")
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
        raise could_not_read(path, error) from error
    return Message(
        kind=Kind.FILE,
        name=in_text(path.name),
        arrived_at=arrived_at,
        content=content[:MOST_BYTES],
        cut_off=len(content) > MOST_BYTES,
    )


def message_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield files as they are named, and of folders every message file below, in order.

    A link to a folder is not followed, so that a link in a circle ends nowhere. Pipes in a
    folder are passed over; one that is named is read to its end. A folder that cannot be
    listed is yielded itself: reading it says why.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        closed: list[OSError] = []
        for folder, folders, names in os.walk(path, onerror=closed.append):
            folders.sort()
            for name in sorted(names):
                file = Path(folder) / name
                if file.suffix.lower() in SUFFIXES and not file.is_fifo():
                    yield file
        yield from (Path(error.filename) for error in closed)


def could_not_read(path: Path, error: OSError) -> CouldNotError:
    """Return the sentence that says why a file cannot be read."""
    name = in_text(path)
    if error.errno in _REASONS:
        return CouldNotError(_REASONS[error.errno], file=name)
    why = (error.strerror or type(error).__name__).lower()
    return CouldNotError("{file} cannot be read: {why}.", file=name, why=why)
