"""What conversations led to: followable customers, and appointments that are ones."""

from assistant.core.benchmarks import BASES
from assistant.core.figures import Figures, Part
from assistant.ui.inspection.figure_table import Cell, Table
from assistant.ui.inspection.scope import Scope
from assistant.words.catalogue import tr
from assistant.words.figure_words import figure_name, in_share, meaning, number, of_whom

_ROWS = (Part.FOLLOWABLE, Part.AGREED, Part.APPOINTMENTS, Part.VAGUE, Part.ONLY_FOLLOW_UP)


def agreements(figures: Figures, scope: Scope) -> Table:
    """Return what became of those who were spoken to."""
    titles = ("", tr("Leads"), tr("Share"), tr("Of whom"))
    return Table(titles=titles, rows=tuple(_row(part, figures, scope) for part in _ROWS))


def _row(part: Part, figures: Figures, scope: Scope) -> tuple[Cell, ...]:
    of = BASES.get(part, Part.SPOKEN)
    count, whole = figures.counts[part], figures.counts[of]
    behind = scope.behind(part, count, figure_name(part))
    bar = min(count / whole, 1.0) if whole else None
    return (
        Cell(text=figure_name(part), hint=meaning(part)),
        Cell(text=number(count), behind=behind),
        Cell(text=in_share(count, whole), behind=behind, bar=bar),
        Cell(text=of_whom(of)),
    )
