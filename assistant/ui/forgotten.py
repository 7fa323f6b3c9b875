"""Noticing that a customer was forgotten, here or by another program: his name is to go at once."""

from PySide6.QtCore import QObject, Signal, Slot

from assistant.ui.qt_desk import QtDesk


class Forgotten(QObject):
    """Says when a customer was taken out of the log.

    Signals:
        noticed: He stands in nothing that is read from now on.
    """

    noticed = Signal()

    def __init__(self, qt_desk: QtDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._privacy = qt_desk.desk.privacy
        self._rewritten = self._privacy.rewritten()
        qt_desk.changed.connect(self._look)

    @Slot()
    def _look(self) -> None:
        rewritten = self._privacy.rewritten()
        if rewritten != self._rewritten:
            self._rewritten = rewritten
            self.noticed.emit()
