"""Shows where the keyboard is, and only then.

A ring after every mouse click is noise, no ring while tabbing is a maze. The rule: a
widget that gets the focus while no mouse button is down carries ``keyboard="true"``.
"""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from assistant.ui.look.roles import set_mark


class FocusRing(QObject):
    """Marks the widget that has the focus, by listening to one signal and no events."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        app.focusChanged.connect(self._moved)

    @Slot(QWidget, QWidget)
    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            set_mark(old, "keyboard", "")
        if new is not None and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            set_mark(new, "keyboard", "true")


def tab_after(before: QWidget, late: QWidget) -> None:
    """Let Tab come to what is in ``late`` after ``before``: made late, it would come last."""
    for widget in late.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            QWidget.setTabOrder(before, widget)
            before = widget
