"""What the page shows, read at once on a thread."""

from dataclasses import dataclass
from datetime import timedelta

from assistant.core.best_step import best_step
from assistant.core.figures import Choice
from assistant.core.period import Period
from assistant.core.preset import Preset
from assistant.core.what_if import WhatIf
from assistant.desk.inspection import WEEKS, Open
from assistant.reporting.sheet.inspected import Inspected, look


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A salesperson's week.

    Attributes:
        best: The step at which a change would bring most, told by the last twelve weeks: one
            week has too few leads to tell.
    """

    inspected: Inspected
    best: WhatIf | None


def read(open_log: Open, period: Period, salesperson: str, preset: Preset) -> Week:
    """Read a week."""
    choice = Choice(owner=salesperson)
    first = period.first - timedelta(weeks=WEEKS - 1)
    with open_log() as inspection:
        quarter = inspection.figures(Period(first=first, last=period.last), choice)
        return Week(
            inspected=look(inspection, period, choice, preset), best=best_step(quarter, preset)
        )
