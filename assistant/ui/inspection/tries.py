"""Persistence: after how many tries customers were reached, and how soon others were given up."""

from assistant.core.figures import Figures, Part, Within
from assistant.core.rules import TRIES
from assistant.ui.inspection.figure_table import Cell, Table
from assistant.ui.inspection.scope import Scope
from assistant.words.catalogue import tr, tr_count
from assistant.words.figure_words import figure_name, number, with_share

_EARLY = (Part.GIVEN_UP_BEFORE_THIRD, Part.GIVEN_UP_BEFORE_FIFTH)


def reached(figures: Figures, scope: Scope) -> Table:
    """Return how many were reached after so many tries in vain."""
    rows = []
    for tries in range(TRIES + 1):
        or_more = tries == TRIES
        count = sum(n for t, n in figures.tries if t == tries or (or_more and t > tries))
        within = Within(reached_after=tries, or_more=or_more)
        name = _name(tries, or_more=or_more)
        title = tr("Reached: {tries}").format(tries=name)
        behind = scope.behind(Part.REQUESTS, count, title, within)
        rows.append((Cell(text=name), Cell(text=number(count), behind=behind, value=count)))
    return Table(titles=(tr("Tries in vain"), tr("Reached")), rows=tuple(rows))


def given_up(figures: Figures, scope: Scope) -> Table:
    """Return how many were given up, and how many of them too soon."""
    given = figures.counts[Part.GIVEN_UP]
    parts = (Part.GIVEN_UP, *_EARLY)
    cells = [
        Cell(
            text=number(count) if part is Part.GIVEN_UP else with_share(count, given),
            behind=scope.behind(part, count, figure_name(part)),
        )
        for part in parts
        for count in (figures.counts[part],)
    ]
    return Table(titles=("", *map(figure_name, parts)), rows=((Cell(text=tr("Leads")), *cells),))


def _name(tries: int, *, or_more: bool) -> str:
    if tries == 0:
        return tr("at once")
    if or_more:
        return tr("after {count} or more").format(count=tries)
    return tr_count("after {count} try", "after {count} tries", tries).format(count=tries)
