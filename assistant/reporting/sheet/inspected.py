"""What was inspected: all that a week's sheet is made from, read at once on any thread."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.core.figures import BrokenLead, By, Choice, Counts, Figures, Part
from assistant.core.period import Period
from assistant.core.preset import Preset
from assistant.desk.inspection import Inspection


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """A period, and the one before it.

    Attributes:
        choice: Whose leads.
        preset: What the figures are held against.
        written: What salespeople wrote after this week that they will change.
        written_before: What they wrote after the week before; this week is its result.
    """

    choice: Choice
    preset: Preset
    figures: Figures
    before: Figures
    broken: tuple[BrokenLead, ...]
    written: Mapping[str, str]
    written_before: Mapping[str, str]

    @property
    def period(self) -> Period:
        """Return the period."""
        return self.figures.period

    def of_salesperson(self, name: str, *, before: bool = False) -> Counts:
        """Return a salesperson's counts, of the period or the one before it."""
        split = (self.before if before else self.figures).by[By.OWNER]
        return split.get(name, dict.fromkeys(Part, 0))


def look(inspection: Inspection, period: Period, choice: Choice, preset: Preset) -> Inspected:
    """Read what a sheet is made from. Lines are written after whole weeks only."""
    before = period.before
    return Inspected(
        choice=choice,
        preset=preset,
        figures=inspection.figures(period, choice),
        before=inspection.figures(before, choice),
        broken=tuple(inspection.broken(period, choice)),
        written=inspection.lines(period) if period.is_week else {},
        written_before=inspection.lines(before) if period.is_week else {},
    )
