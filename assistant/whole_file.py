"""Files that are there whole or not at all, and on disk before anybody relies on them."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO


def put_whole(path: Path, content: bytes) -> None:
    """Put a file in its place, or in that of another, once it is on disk under another name.

    Its folder is made. What was begun is taken away again when it fails.

    Raises:
        OSError: If the folder cannot be written, or its disk is full.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(path) as file:
        file.write(content)


@contextlib.contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """Write a file piece by piece, which takes its place at the end; nothing when that fails.

    Raises:
        OSError: If the folder cannot be written, or its disk is full.
    """
    with placed_whole(path) as unfinished, unfinished.open("wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


@contextlib.contextmanager
def placed_whole(path: Path) -> Iterator[Path]:
    """Give the name under which somebody else writes a file, which takes its place at the end.

    Raises:
        OSError: If it cannot take its place.
    """
    unfinished = path.with_name(f".{path.name}.part")
    try:
        yield unfinished
        unfinished.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise
