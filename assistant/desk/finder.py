"""Searching beside the desk: a read-only view for a thread of its own."""

from pathlib import Path

from assistant.core.summary import Summary
from assistant.store.store import Reader

MOST_FOUND = 200


class Finder:
    """Finds leads. Use it on the thread that made it."""

    def __init__(self, database: Path) -> None:
        """Open the view.

        Raises:
            CouldNotError: If the database cannot be read.
        """
        self._reader = Reader(database)

    def find(self, text: str) -> list[Summary]:
        """Return the newest ``MOST_FOUND`` leads in which every word of ``text`` stands."""
        return self._reader.summaries.find(text, MOST_FOUND)

    def close(self) -> None:
        """Let go of the database."""
        self._reader.close()
