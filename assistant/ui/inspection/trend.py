"""Twelve weeks: whether it goes up."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.core.figures import Counts, Part
from assistant.core.period import Period
from assistant.core.what_if import share
from assistant.reporting.sheet.periods import numbered
from assistant.ui.inspection.figure_table import Cell, Table
from assistant.ui.inspection.scope import Scope
from assistant.ui.inspection.words import days
from assistant.words.catalogue import tr
from assistant.words.figure_words import figure_name, in_share, number

Weeks = Sequence[tuple[Period, Counts]]
IN_TIME = 2
"""The column that is a share; the others are counts."""


def trend(weeks: Weeks, scope: Scope) -> Table:
    """Return how each week's leads did, the oldest week first."""
    titles = (
        tr("Week"),
        figure_name(Part.REQUESTS),
        tr("Called in time, %"),
        figure_name(Part.APPOINTMENTS),
        figure_name(Part.SALES),
    )
    return Table(titles=titles, rows=tuple(_row(week, counts, scope) for week, counts in weeks))


def _row(week: Period, counts: Counts, scope: Scope) -> tuple[Cell, ...]:
    of_week = replace(scope, period=week)
    in_time = share(min(counts[Part.IN_TIME], counts[Part.CLOCKS]), counts[Part.CLOCKS])
    requests, appointments, sales = (
        Cell(
            text=number(counts[part]),
            behind=of_week.behind(part, counts[part], figure_name(part)),
            value=counts[part],
        )
        for part in (Part.REQUESTS, Part.APPOINTMENTS, Part.SALES)
    )
    soon = Cell(
        text=in_share(counts[Part.IN_TIME], counts[Part.CLOCKS]),
        behind=of_week.behind(Part.IN_TIME, counts[Part.IN_TIME], figure_name(Part.IN_TIME)),
        value=None if in_time is None else 100 * in_time.value,
    )
    name = tr("wk {number}").format(number=numbered(week))
    return Cell(text=name, hint=days(week)), requests, soon, appointments, sales


def note() -> str:
    """Return what must be known of the last weeks."""
    return tr("The leads of each week as they stand now: the last weeks may still bring sales.")
