"""Long work on the main thread, where the database lives, in slices that no one notices."""

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

SLICE_MS = 5
"""After this the window may draw and hear again; one step may be longer than it."""


class Slices(QObject):
    """Takes the steps of one piece of work at a time, a few between two events.

    Signals:
        sliced: Some steps were taken.
        ended: The last one was taken; not when the work was stopped.
    """

    sliced = Signal()
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Iterator[object] | None = None
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._work)

    @property
    def is_running(self) -> bool:
        """Say whether there are steps left."""
        return self._steps is not None

    def start(self, steps: Iterator[object]) -> None:
        """Begin a piece of work; what was under way is left as it is."""
        self._steps = steps
        self._timer.start()

    def stop(self) -> None:
        """Take no more steps."""
        self._steps = None
        self._timer.stop()

    @Slot()
    def _work(self) -> None:
        steps, lasting = self._steps, QElapsedTimer()
        if steps is None:
            return
        lasting.start()
        for _ in steps:
            if self._steps is not steps:
                return
            if lasting.elapsed() >= SLICE_MS:
                self._timer.start()
                self.sliced.emit()
                return
        self._steps = None
        self.sliced.emit()
        self.ended.emit()
