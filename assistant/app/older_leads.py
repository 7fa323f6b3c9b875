"""Leads from before the inspection are counted once, while the window goes on."""

import logging
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Slot

from assistant.core.errors import AssistantError
from assistant.desk import Desk
from assistant.ui.slices import Slices

logger = logging.getLogger(__name__)

AFTER_MS = 10_000


class OlderLeads(QObject):
    """Derives what figures are counted from, for leads of a log that an older version kept."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._slices = Slices(self)
        self._begin = QTimer(self, interval=AFTER_MS, singleShot=True)
        self._begin.timeout.connect(self.count)

    def start(self) -> None:
        """Begin when the start is over."""
        self._begin.start()

    def stop(self) -> None:
        """Go on at the next start."""
        self._begin.stop()
        self._slices.stop()

    @Slot()
    def count(self) -> None:
        """Count those that are not counted yet, a few at a time."""
        self._slices.start(self._guarded(self._desk.plans.count_older_leads()))

    def _guarded(self, steps: Iterator[None]) -> Iterator[None]:
        try:
            yield from steps
        except AssistantError as error:
            logger.warning("older leads were not all counted: %s", error)
