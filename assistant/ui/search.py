"""Searching on a thread of its own, with its own read-only view of the database.

Only the newest question counts: an answer to an older one is thrown away.
"""

import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from assistant.core.errors import AssistantError
from assistant.core.summary import Summary

TYPING_MS = 120
"""How long to wait for another key before a search."""

logger = logging.getLogger(__name__)


class Finder(Protocol):
    """What can search; opened on the thread that searches."""

    def find(self, text: str) -> list[Summary]:
        """Return the leads in which every word of ``text`` stands."""

    def close(self) -> None:
        """Let go of the database."""


class Search(QObject):
    """Finds leads without keeping the windows waiting.

    Signals:
        found: The answer to the newest question (the question, ``list[Summary]``).
    """

    found = Signal(str, object)

    def __init__(self, open_finder: Callable[[], Finder], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_finder = open_finder
        self._questions: SimpleQueue[str | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="search")
        self._thread.start()

    def ask(self, text: str) -> None:
        """Look for a text; the answer comes as a signal."""
        self._questions.put(text)

    def stop(self) -> None:
        """End the thread."""
        self._questions.put(None)
        self._thread.join()

    def _run(self) -> None:
        finder: Finder | None = None
        while (question := self._newest()) is not None:
            try:
                finder = finder or self._open_finder()
                leads = finder.find(question)
            except AssistantError as error:
                logger.warning("nothing could be searched: %s", error)
                leads = []
            self.found.emit(question, leads)
        if finder is not None:
            finder.close()

    def _newest(self) -> str | None:
        question = self._questions.get()
        while question is not None and not self._questions.empty():
            question = self._questions.get()
        return question
