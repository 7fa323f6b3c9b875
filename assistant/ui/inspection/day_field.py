"""A day of the past as it is typed: ``3-2-2026`` or ``2026-02-03``."""

import re
from datetime import date

from PySide6.QtWidgets import QLineEdit

from assistant.core.period import YEARS
from assistant.ui.look.roles import set_invalid
from assistant.words.catalogue import tr

_DAY = re.compile(r"\s*(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})\s*", re.ASCII)
_WIDTH = 112


class DayField(QLineEdit):
    """Holds a day as it is typed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(name)
        self.setToolTip(tr("As 3-2-2026: day, month, year"))

    @property
    def day(self) -> date | None:
        """Return the day; ``None`` while none can be read."""
        return read_day(self.text())

    def show_day(self, day: date) -> None:
        """Show a day."""
        self.setText(f"{day.day}-{day.month}-{day.year}")

    def show_problem(self, problem: str) -> None:
        """Mark the day, and tell a screen reader why; an empty sentence takes both away."""
        set_invalid(self, bool(problem))
        self.setAccessibleDescription(problem)


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
