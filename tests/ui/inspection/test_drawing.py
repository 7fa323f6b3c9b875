"""The charts' library is loaded beside the window without an end to both."""

import subprocess
import sys

PROGRAM = """
from PySide6 import QtCore, QtGui, QtWidgets
from assistant.ui.inspection.drawing import classes_of_qt, load
for _ in classes_of_qt():
    pass
made = [len(vars(module)) for module in (QtCore, QtGui, QtWidgets)]
load()
print(made == [len(vars(module)) for module in (QtCore, QtGui, QtWidgets)])
"""


def test_the_thread_that_loads_it_finds_every_class_of_qt_made() -> None:
    said = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=60
    )

    assert said.stdout == "True\n"
