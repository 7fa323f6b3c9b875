"""The folder in which hand-overs lie for the BDC: each file whole, or not there."""

import contextlib
import os
from pathlib import Path

from assistant.core.errors import CouldNotError


class Tray:
    """Writes files. The same name again replaces the file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, content: bytes) -> Path:
        """Write a file beside its place, and rename it when it is on disk.

        Raises:
            CouldNotError: If the folder cannot be written, or its disk is full.
        """
        path, unfinished = self._folder / name, self._folder / f".{name}.part"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with unfinished.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        except OSError as error:
            with contextlib.suppress(OSError):
                unfinished.unlink()
            raise CouldNotError("Nothing can be written to {path}.", path=self._folder) from error
        return path
