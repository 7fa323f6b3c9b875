"""What draws the charts, loaded while the window is at work.

pyqtgraph asks Qt for Python for every class there is, and that makes a class when it is first
asked for: on a thread, while the main thread makes one or paints, this ends the program. So the
main thread makes them all before the thread begins, in slices.
"""

from collections.abc import Iterator
from importlib import import_module

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, Signal, Slot

from assistant.core.errors import CouldNotError
from assistant.ui.errand import Errand
from assistant.ui.inspection.sections import Sections
from assistant.ui.slices import Slices


class Drawing(QObject):
    """Makes the charts of sections, once, when it is first told to.

    Signals:
        failed: They cannot be made (``AssistantError``).
    """

    failed = Signal(object)

    def __init__(self, sections: Sections, parent: QObject) -> None:
        super().__init__(parent)
        self._sections = sections
        self._loading = Errand("charts", self)
        self._classes, self._charts = Slices(self), Slices(self)
        self._classes.ended.connect(self._load)
        self._loading.done.connect(self._draw)
        self._loading.failed.connect(self.failed)

    @property
    def is_running(self) -> bool:
        """Say whether charts are still to come."""
        return self._classes.is_running or self._loading.is_running or self._charts.is_running

    def start(self) -> None:
        """Begin, unless that was done."""
        if not (self._sections.is_drawn or self.is_running):
            self._classes.start(classes_of_qt())

    def stop(self, within: float) -> None:
        """Make none any more; wait so many seconds at most for what is being loaded."""
        self._classes.stop()
        self._charts.stop()
        self._loading.forget()
        self._loading.wait(within)

    @Slot()
    def _load(self) -> None:
        self._loading.start(load, CouldNotError("The charts cannot be drawn."))

    @Slot()
    def _draw(self) -> None:
        self._charts.start(self._sections.draw())


def classes_of_qt() -> Iterator[None]:
    """Make the classes that pyqtgraph will ask for; one a step, on the main thread."""
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)
            yield


def load() -> None:
    """Load pyqtgraph, on any thread; half a second."""
    import_module("pyqtgraph")
