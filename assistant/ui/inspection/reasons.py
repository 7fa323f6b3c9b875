"""Why leads were lost, the most frequent reason first."""

from assistant.core.facts import LostReason
from assistant.core.figures import Figures, Part, Within
from assistant.ui.inspection.figure_table import Cell, Table
from assistant.ui.inspection.scope import Scope
from assistant.words.catalogue import tr
from assistant.words.figure_words import figure_name, number
from assistant.words.vocabulary import word


def reasons(figures: Figures, scope: Scope) -> Table:
    """Return how many were lost for each reason; those of nobody stand last."""
    counts = {reason: figures.lost_reasons.get(reason, 0) for reason in LostReason}
    ranked = sorted(counts.items(), key=lambda each: -each[1])
    rows = tuple(_row(reason, count, scope) for reason, count in ranked)
    return Table(titles=(tr("Reason"), figure_name(Part.LOST)), rows=rows)


def note(figures: Figures) -> str:
    """Return that nobody was lost, if so."""
    return "" if figures.lost_reasons else tr("No lead was lost in this period.")


def _row(reason: LostReason, count: int, scope: Scope) -> tuple[Cell, ...]:
    title, within = f"{figure_name(Part.LOST)}: {word(reason)}", Within(lost_reason=reason)
    behind = scope.behind(Part.REQUESTS, count, title, within)
    return Cell(text=word(reason)), Cell(text=number(count), behind=behind, value=count)
