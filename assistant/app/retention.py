"""The retention term, applied once a day while nobody waits: a lead at a time, then the files."""

import logging
from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Slot

from assistant.core.clock import Clock
from assistant.core.errors import AssistantError, CouldNotError
from assistant.folders import DataFolder
from assistant.start import Office
from assistant.ui.errand import Errand
from assistant.ui.qt_desk import QtDesk
from assistant.ui.slices import Slices

logger = logging.getLogger(__name__)

LOOK_EVERY_MS = 60_000
_A_DAY = timedelta(days=1)
_BUSY = timedelta(minutes=5)


class Retention(QObject):
    """Forgets who is past the term."""

    def __init__(
        self, office: Office, qt_desk: QtDesk, folder: DataFolder, clock: Clock, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._qt_desk = qt_desk
        self._folder = folder
        self._clock = clock
        self.slices = Slices(self)
        self.slices.ended.connect(self._tidy)
        self.errand = Errand("retention", self)
        self.errand.failed.connect(lambda error: logger.warning("not tidied: %s", error))
        self._looks = QTimer(self, interval=LOOK_EVERY_MS)
        self._looks.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to look; the first time when the start is long over."""
        self._looks.start()

    def stop(self) -> None:
        """Begin nothing any more; what was forgotten so far stays so."""
        self._looks.stop()
        self.slices.stop()
        self.errand.wait()

    @Slot()
    def look(self) -> None:
        """Apply the term if that was a day ago and nobody is at work."""
        if self.slices.is_running or self.errand.is_running or self._is_busy():
            return
        now, last = self._clock(), self._qt_desk.do(self._office.desk.privacy.last_run)
        if last is None or (last.at is not None and last.at <= now < last.at + _A_DAY):
            return
        from assistant.privacy import term  # noqa: PLC0415 - once a day

        limit = term.limit_of(self._office, now)
        if limit is not None:
            self.slices.start(self._guarded(term.apply(self._office, limit, term.Past())))

    def _guarded(self, steps: Iterator[None]) -> Iterator[None]:
        """Take the steps until one is refused; the next day begins anew."""
        try:
            yield from steps
        except AssistantError as error:
            logger.warning("the term was not applied whole: %s", error)

    def _is_busy(self) -> bool:
        """Say whether a customer waits for his first call, or did a moment ago."""
        soon = self._clock() - _BUSY
        waiting = (item for item in self._qt_desk.ringing() if item.prompt.is_clock)
        return any(item.prompt.due_at > soon for item in waiting)

    @Slot()
    def _tidy(self) -> None:
        from assistant.privacy.term import tidy_in  # noqa: PLC0415 - once a day

        folder, clock = self._folder, self._clock
        bug = CouldNotError("What was forgotten could not be tidied up; the log says why.")
        self.errand.start(lambda: tidy_in(folder, clock), bug)
