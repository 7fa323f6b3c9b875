"""Dialling one number at a time, by what the desk has; the window never waits for it."""

from PySide6.QtCore import QObject

from assistant.core.errors import CouldNotError
from assistant.outreach.links import call_link
from assistant.settings.values import DialWay, TelephoneSettings
from assistant.ui.around import Around
from assistant.ui.errand import Errand


class Dialling(Errand):
    """Dials; see :class:`Errand` for its signals."""

    def __init__(self, around: Around, parent: QObject | None = None) -> None:
        super().__init__("dialling", parent)
        self._around = around

    def dial(self, number: str, by: TelephoneSettings | None = None, secret: str = "") -> None:
        """Begin to dial.

        Args:
            number: E.164, or the digits that a customer left.
            by: By what; by what the settings in use say if left out.
            secret: The user's as it was just typed; else the keyring is asked.
        """
        by = by or self._around.settings.telephone
        if by.way is DialWay.LINK:
            self._around.open_link(call_link(number))
            self.done.emit(None)
            return
        dial, region = self._around.telephone.dial, self._around.settings.dealer.country
        settings = by  # the thread must not hold on to a window's part
        bug = CouldNotError("The program made a mistake in dialling.")
        self.start(lambda: dial(settings, number, region, secret), bug)
