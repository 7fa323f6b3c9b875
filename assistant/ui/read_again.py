"""Reading figures again after something happened on the desk, while their page is in view."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from assistant.ui.qt_desk import QtDesk

AFTER_A_CHANGE_MS = 1_000
"""Calls come in rows: they are read together."""


class ReadAgain(QTimer):
    """Says when a page that is in view is to be read again.

    Signals:
        wanted: Now.
    """

    wanted = Signal()

    def __init__(self, qt_desk: QtDesk, page: QWidget) -> None:
        super().__init__(page, interval=AFTER_A_CHANGE_MS, singleShot=True)
        self._page = page
        qt_desk.changed.connect(self._look)
        self.timeout.connect(self._want)

    @Slot()
    def _look(self) -> None:
        if self._page.isVisible() and not self.isActive():
            self.start()

    @Slot()
    def _want(self) -> None:
        if self._page.isVisible():
            self.wanted.emit()
