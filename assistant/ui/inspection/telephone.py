"""The telephone as customers met it: which calls were taken, and when nobody answered."""

from datetime import date, timedelta

from assistant.core.benchmarks import BENCHMARKS
from assistant.core.figures import Figures, Part
from assistant.core.hours import OpeningHours
from assistant.core.request import RequestKind
from assistant.ui.inspection.figure_table import Cell, Table
from assistant.ui.inspection.scope import Behind, Calls, Scope
from assistant.words.catalogue import tr
from assistant.words.figure_words import in_share, number, per_cent
from assistant.words.times import weekday

_MONDAY = date(2024, 1, 1)
_USUAL = range(9, 18)
_WORTH_SAYING = 3
"""So many missed calls in one hour may be more than chance."""


def missed(figures: Figures, scope: Scope, hours: OpeningHours) -> Table:
    """Return the missed calls by weekday and hour, the shade of each cell by its count."""
    counts = figures.telephone.missed
    shown = _hours(figures, hours)
    most = max(counts.values(), default=0)
    titles = ("", *(f"{hour}–{hour + 1}" for hour in shown))
    rows = []
    for day in range(7):
        name = weekday(_MONDAY + timedelta(days=day))
        cells = [Cell(text=name)]
        for hour in shown:
            count = counts.get((day, hour), 0)
            said = tr("Missed calls, {day} {hour}").format(day=name, hour=f"{hour}–{hour + 1}")
            behind = _callers(scope, said, count, Calls(RequestKind.MISSED_CALL, (day, hour)))
            shade = count / most if count else None
            cells.append(Cell(text=number(count) if count else "", behind=behind, shade=shade))
        rows.append(tuple(cells))
    return Table(titles=titles, rows=tuple(rows))


def reachability(figures: Figures, scope: Scope) -> Table:
    """Return how many calls were taken."""
    telephone, names = figures.telephone, (tr("Calls answered"), tr("Calls missed"))
    gone = sum(telephone.missed.values())
    expected = BENCHMARKS[scope.preset].reachability
    answered = Calls(RequestKind.ANSWERED_CALL, None)
    row = (
        Cell(text=tr("Telephone")),
        Cell(
            text=number(telephone.answered),
            behind=_callers(scope, names[0], telephone.answered, answered),
        ),
        Cell(
            text=number(gone),
            behind=_callers(scope, names[1], gone, Calls(RequestKind.MISSED_CALL, None)),
        ),
        Cell(
            text=in_share(telephone.answered, telephone.answered + gone),
            behind=_callers(scope, names[0], telephone.answered, answered),
        ),
        Cell(text=per_cent(expected / 100)),
    )
    return Table(titles=("", *names, tr("Reachable"), tr("Expected")), rows=(row,))


def note(figures: Figures) -> str:
    """Return what is counted here, and the worst hour, if one stands out."""
    said = [
        tr("Missed calls by weekday and hour. All calls of the period, whatever is chosen above.")
    ]
    if not figures.telephone.missed:
        return tr("No missed call in this period.")
    most = max(figures.telephone.missed.values())
    worst = [at for at, count in figures.telephone.missed.items() if count == most]
    if most >= _WORTH_SAYING and len(worst) == 1:
        ((day, hour),) = worst
        sentence = tr("Most on {day} from {hour} to {after}: {count}.")
        name = weekday(_MONDAY + timedelta(days=day))
        said.append(sentence.format(day=name, hour=hour, after=hour + 1, count=number(most)))
    return " ".join(said)


def _callers(scope: Scope, title: str, count: int, calls: Calls) -> Behind | None:
    if count == 0:
        return None
    return Behind(
        title=title,
        count=count,
        part=Part.REQUESTS,
        period=scope.period,
        choice=scope.choice,
        calls=calls,
    )


def _hours(figures: Figures, hours: OpeningHours) -> range:
    """Return the dealer's hours, and those outside in which somebody called."""
    opening = [
        hour
        for spans in hours.week
        for span in spans
        for hour in (span.opens // 60, (span.closes - 1) // 60)
    ]
    called = [hour for _, hour in figures.telephone.missed]
    known = [*opening, *called] or list(_USUAL)
    return range(min(known), max(known) + 1)
