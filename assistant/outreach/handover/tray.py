"""The folder in which hand-overs lie for the BDC: each file whole, or not there."""

from pathlib import Path

from assistant.core.errors import CouldNotError
from assistant.whole_file import put_whole


class Tray:
    """Writes files. The same name again replaces the file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, content: bytes) -> Path:
        """Write a file beside its place, and rename it when it is on disk.

        Raises:
            CouldNotError: If the folder cannot be written, or its disk is full.
        """
        path = self._folder / name
        try:
            put_whole(path, content)
        except OSError as error:
            raise CouldNotError("Nothing can be written to {path}.", path=self._folder) from error
        return path
