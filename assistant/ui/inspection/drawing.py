"""What draws the charts, loaded while the window is at work.

pyqtgraph asks Qt for Python for every class there is, and that makes a class when it is first
asked for: on a thread, while the main thread makes one or paints, this ends the program. So the
main thread makes them all before the thread begins, in slices.
"""

from collections.abc import Iterator
from importlib import import_module

from PySide6 import QtCore, QtGui, QtWidgets


def classes_of_qt() -> Iterator[None]:
    """Make the classes that pyqtgraph will ask for; one a step, on the main thread."""
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name)
            yield


def load() -> None:
    """Load pyqtgraph, on any thread; half a second."""
    import_module("pyqtgraph")
