"""Files that are there whole or not at all, and on disk before anybody relies on them."""

import contextlib
import os
from pathlib import Path


def put_whole(path: Path, content: bytes) -> None:
    """Put a file in its place, or in that of another, once it is on disk under another name.

    Its folder is made. What was begun is taken away again when it fails.

    Raises:
        OSError: If the folder cannot be written, or its disk is full.
    """
    unfinished = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise
