"""What conversations led to: followable customers, and appointments that are ones."""

from assistant.core.figures import Figures, Part
from assistant.ui.inspection.figure_table import Cell, Table
from assistant.ui.inspection.scope import Scope
from assistant.ui.inspection.words import in_share, number
from assistant.words.catalogue import tr
from assistant.words.figure_words import figure_name, meaning

_ROWS = (Part.FOLLOWABLE, Part.AGREED, Part.APPOINTMENTS, Part.VAGUE, Part.ONLY_FOLLOW_UP)


def agreements(figures: Figures, scope: Scope) -> Table:
    """Return what became of those who were spoken to."""
    titles = ("", tr("Leads"), tr("Of who was spoken to"))
    return Table(titles=titles, rows=tuple(_row(part, figures, scope) for part in _ROWS))


def _row(part: Part, figures: Figures, scope: Scope) -> tuple[Cell, ...]:
    count, spoken = figures.counts[part], figures.counts[Part.SPOKEN]
    behind = scope.behind(part, count, figure_name(part))
    bar = min(count / spoken, 1.0) if spoken else None
    return (
        Cell(text=figure_name(part), hint=meaning(part)),
        Cell(text=number(count), behind=behind),
        Cell(text=in_share(count, spoken), behind=behind, bar=bar),
    )
