"""Response times: how long first calls took, in opening hours and after them."""

from assistant.core.durations import Durations
from assistant.core.figures import Figures, Part, Within
from assistant.reporting.sheet.shares import length
from assistant.ui.inspection.figure_table import Cell, Table
from assistant.ui.inspection.scope import Scope
from assistant.words.catalogue import tr
from assistant.words.figure_words import in_share, number

_MINUTE, _HOUR = 60, 3600
IN_TIME = 2 * _MINUTE
"""The first call is due within so many seconds [000 001 003]."""
BUCKETS: tuple[tuple[int, int | None], ...] = (
    (-1, IN_TIME),
    (IN_TIME, 5 * _MINUTE),
    (5 * _MINUTE, 15 * _MINUTE),
    (15 * _MINUTE, _HOUR),
    (_HOUR, 4 * _HOUR),
    (4 * _HOUR, 24 * _HOUR),
    (24 * _HOUR, None),
)
"""Longer than so many seconds, up to so many."""


def distribution(figures: Figures, scope: Scope) -> Table:
    """Return how many first calls took how long."""
    groups = _groups(figures)
    rows = []
    for (longer, at_most), name in zip(BUCKETS, _names(), strict=True):
        cells = [Cell(text=name)]
        for is_after, title, durations in groups:
            count = durations.within(at_most) if at_most is not None else durations.total
            count -= durations.within(longer)
            within = Within(is_after_hours=is_after, longer_than=longer, at_most=at_most)
            behind = scope.behind(Part.REQUESTS, count, f"{name}, {title}", within)
            cells.append(Cell(text=number(count), behind=behind, value=count))
        rows.append(tuple(cells))
    titles = (tr("First call after"), *(title for _, title, _ in groups))
    return Table(titles=titles, rows=tuple(rows))


def summary(figures: Figures, scope: Scope) -> Table:
    """Return the share in time, the median and the 90th percentile."""
    titles = (
        tr("Asked"),
        tr("First calls made"),
        tr("Within two minutes"),
        tr("Median"),
        tr("90th percentile"),
    )
    rows = [_row(*group, scope) for group in _groups(figures)]
    uncalled = figures.counts[Part.CLOCKS] - figures.open_hours.total - figures.after_hours.total
    if uncalled > 0:
        name = tr("Due, not called yet")
        behind = scope.behind(Part.CLOCKS, uncalled, name, Within(is_uncalled=True))
        empty = Cell(text="")
        rows.append((Cell(text=name), Cell(text=number(uncalled), behind=behind), *[empty] * 3))
    return Table(titles=titles, rows=tuple(rows))


def note() -> str:
    """Return from when on time counts."""
    return tr("After hours the time counts from the next opening.")


def _row(is_after: bool, title: str, durations: Durations, scope: Scope) -> tuple[Cell, ...]:
    total, in_time = durations.total, durations.within(IN_TIME)
    called = Within(is_after_hours=is_after, longer_than=-1)
    soon = Within(is_after_hours=is_after, at_most=IN_TIME)
    return (
        Cell(text=title),
        Cell(
            text=number(total),
            behind=scope.behind(Part.REQUESTS, total, f"{tr('First calls made')}, {title}", called),
        ),
        Cell(
            text=in_share(in_time, total),
            behind=scope.behind(
                Part.REQUESTS, in_time, f"{tr('Within two minutes')}, {title}", soon
            ),
        ),
        *(_slowest(is_after, title, durations, rank, scope) for rank in (0.5, 0.9)),
    )


def _slowest(is_after: bool, title: str, durations: Durations, rank: float, scope: Scope) -> Cell:
    """Return a percentile; behind it stand those that took as long, or longer."""
    seconds = durations.percentile(rank)
    if seconds is None:
        return Cell(text=length(None))
    within = Within(is_after_hours=is_after, longer_than=seconds - 1)
    count = durations.total - durations.within(seconds - 1)
    said = tr("First call after {span} or more, {asked}").format(
        span=length(seconds), asked=title.lower()
    )
    return Cell(text=length(seconds), behind=scope.behind(Part.REQUESTS, count, said, within))


def _groups(figures: Figures) -> tuple[tuple[bool, str, Durations], ...]:
    return (
        (False, tr("In opening hours"), figures.open_hours),
        (True, tr("After hours"), figures.after_hours),
    )


def _names() -> tuple[str, ...]:
    return (
        tr("0–2 min"),
        tr("2–5 min"),
        tr("5–15 min"),
        tr("15–60 min"),
        tr("1–4 h"),
        tr("4–24 h"),
        tr("over 24 h"),
    )
