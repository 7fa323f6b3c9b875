"""The same steps by source, salesperson, door, and new, used or phone: who is above and below."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistant.core.benchmarks import BENCHMARKS, SALES_PER_100, base
from assistant.core.figures import By, Counts, Figures, Part
from assistant.core.milestones import Interest
from assistant.ui.form.segments import Segments
from assistant.ui.inspection.figure_table import Cell, Table
from assistant.ui.inspection.filter_bar import named
from assistant.ui.inspection.scope import Scope
from assistant.ui.inspection.section import Section
from assistant.words.catalogue import tr
from assistant.words.figure_words import figure_name, in_share, number, per_cent, with_bare_share

_STEPS = (Part.IN_TIME, Part.SPOKEN, Part.APPOINTMENTS, Part.SHOWS, Part.SALES)


def split(figures: Figures, scope: Scope, by: By) -> Table:
    """Return the steps of each source, salesperson, door or interest, the largest first."""
    titles = (
        _heading(by),
        figure_name(Part.REQUESTS),
        *map(figure_name, _STEPS),
        tr("Sales of 100"),
        tr("Expected"),
    )
    parts = sorted(figures.by[by].items(), key=lambda each: -each[1][Part.REQUESTS])
    return Table(titles=titles, rows=tuple(_row(by, *each, scope) for each in parts))


def _row(by: By, value: str, counts: Counts, scope: Scope) -> tuple[Cell, ...]:
    requests, sales, name = counts[Part.REQUESTS], counts[Part.SALES], named(by, value)
    target = _target(by, value, scope)
    return (
        Cell(text=name),
        *(_step(part, counts, scope.only(by, value), name) for part in (Part.REQUESTS, *_STEPS)),
        Cell(
            text=in_share(sales, requests),
            behind=scope.only(by, value).behind(Part.SALES, sales, name),
            bar=sales / requests if requests else None,
        ),
        Cell(text="" if target is None else per_cent(target / 100)),
    )


def _step(part: Part, counts: Counts, scope: Scope, name: str) -> Cell:
    count, whole = counts[part], counts[base(part)]
    share = count / whole if whole and part is not Part.REQUESTS else None
    return Cell(
        text=number(count) if share is None else with_bare_share(count, whole),
        behind=scope.behind(part, count, f"{figure_name(part)}, {name}"),
        bar=share,
    )


def _target(by: By, value: str, scope: Scope) -> float | None:
    """Return the sales expected of 100: those of the interest, else the benchmark's."""
    if by is By.INTEREST:
        return SALES_PER_100.get(Interest(value))
    return BENCHMARKS[scope.preset].per_100.get(Part.SALES)


def _heading(by: By) -> str:
    return dict(_choices())[by]


def _choices() -> list[tuple[By, str]]:
    return [
        (By.SOURCE, tr("Source")),
        (By.OWNER, tr("Salesperson")),
        (By.DOOR, tr("Door")),
        (By.INTEREST, tr("New, used, phone")),
    ]


class Splits(QWidget):
    """Shows one split at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by = Segments(tr("Compare"), _choices())
        self.section = Section(tr("Compared"), self, beside=self.by)
        self.wanted = self.section.wanted
        self._figures: tuple[Figures, Scope] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)
        self.by.chosen.connect(self._show)

    def show_figures(self, figures: Figures, scope: Scope) -> None:
        """Show figures, split as before."""
        self._figures = figures, scope
        self._show()

    @Slot()
    def _show(self) -> None:
        if self._figures is not None:
            by = By(self.by.value)
            self.section.show_figures(split(*self._figures, by), _note(by))


def _note(by: By) -> str:
    if by is By.INTEREST:
        return tr("Expected of 100: 13 sales online new, 20 online used, 22 by telephone.")
    return tr("The bars are shares of all requests; called in time, of the first calls due.")
