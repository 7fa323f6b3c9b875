"""A day of the past as it is typed: ``3-2-2026`` or ``2026-02-03``."""

import re
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit

from assistant.core.period import YEARS
from assistant.ui.look.roles import set_invalid
from assistant.words.catalogue import tr

_DAY = re.compile(r"\s*(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})\s*", re.ASCII)
_WIDTH = 112


class DayField(QLineEdit):
    """Holds a day; what cannot be read is marked, and the day before it stays.

    Signals:
        edited: Another day was typed.
    """

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.day = date.min
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(name)
        self.setToolTip(tr("As 3-2-2026: day, month, year"))
        self.textChanged.connect(self._read)
        self.editingFinished.connect(self._finish)

    def show_day(self, day: date) -> None:
        """Show a day."""
        self.day = self._told = day
        self.setText(f"{day.day}-{day.month}-{day.year}")

    @Slot(str)
    def _read(self, text: str) -> None:
        read = read_day(text)
        set_invalid(self, read is None)
        if read is not None:
            self.day = read

    @Slot()
    def _finish(self) -> None:
        if self.day != self._told:
            self._told = self.day
            self.edited.emit()


def read_day(text: str) -> date | None:
    """Return the day that was typed; ``None`` when it is none, or of a year too far away."""
    try:
        if found := _DAY.fullmatch(text):
            day, month, year = map(int, found.groups())
            read = date(year, month, day)
        else:
            read = date.fromisoformat(text.strip())
    except ValueError:
        return None
    return read if read.year in YEARS else None
