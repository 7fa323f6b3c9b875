"""What stands below each other on the inspection page, in the order of its rank."""

from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from assistant.core.figures import Counts, Figures
from assistant.core.hours import OpeningHours
from assistant.ui.inspection import agreements, reasons, response, telephone, trend, tries
from assistant.ui.inspection.funnel import Funnel
from assistant.ui.inspection.scope import Scope
from assistant.ui.inspection.section import Section
from assistant.ui.inspection.splits import Splits
from assistant.ui.inspection.supposed import Supposed
from assistant.ui.inspection.trend import Weeks
from assistant.ui.look.scroll import GUTTER
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr

S = TypeVar("S", Funnel, Section, Splits, Supposed)


class Sections(QWidget):
    """Shows figures, a section at a time, so that the window is never held up.

    A section is made when it is first asked for, into its place in the window: Qt dresses a
    widget anew with each parent that it or one above it gets. It comes in view with its figures.

    Attributes:
        is_drawn: Whether the charts were made, or are being made.

    Signals:
        wanted: The leads behind a figure (``Behind``) are to be shown.
    """

    wanted = Signal(object)

    def __init__(self, hours: OpeningHours) -> None:
        super().__init__()
        self._hours = hours
        self.is_drawn = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE.three, 0, SPACE.three - GUTTER, SPACE.two)
        self._column.setSpacing(SPACE.two)
        self._column.addStretch(1)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return no height: it follows from the width, else there is room below the last part."""
        return QSize(super().minimumSizeHint().width(), 0)

    @cached_property
    def funnel(self) -> Funnel:
        """From request to sale."""
        return self._add(Funnel(self))

    @cached_property
    def response(self) -> Section:
        """How long customers waited for the first call."""
        return self._add(Section(tr("Response time"), self, with_summary=True))

    @cached_property
    def tries(self) -> Section:
        """How often customers were called."""
        return self._add(Section(tr("Tries"), self, with_summary=True))

    @cached_property
    def telephone(self) -> Section:
        """The calls that came in."""
        return self._add(Section(tr("Telephone"), self, with_summary=True))

    @cached_property
    def agreements(self) -> Section:
        """What conversations led to."""
        return self._add(Section(tr("What conversations led to"), self))

    @cached_property
    def reasons(self) -> Section:
        """Why leads were lost."""
        return self._add(Section(tr("Why leads were lost"), self))

    @cached_property
    def splits(self) -> Splits:
        """The same steps by source, salesperson and so on."""
        return self._add(Splits(self))

    @cached_property
    def trend(self) -> Section:
        """The last weeks."""
        return self._add(Section(tr("Twelve weeks"), self))

    @cached_property
    def supposed(self) -> Supposed:
        """What if."""
        return self._add(Supposed(self))

    def make(self) -> Iterator[QWidget]:
        """Go through the sections in their order, one a step: who was not there yet is made."""
        yield self.funnel
        yield self.response
        yield self.tries
        yield self.telephone
        yield self.agreements
        yield self.reasons
        yield self.splits
        yield self.trend
        yield self.supposed

    def show_counts(self, counts: Counts, still_open: Counts, scope: Scope) -> None:
        """Show the first figures; the other sections follow with theirs."""
        self.funnel.show_counts(counts, still_open, scope)
        self.funnel.show()

    def show_figures(self, figures: Figures, weeks: Weeks, scope: Scope) -> Iterator[None]:
        """Show figures; a step fills a section or brings it in view."""
        steps = self._fill(figures, weeks, scope)
        for part, _ in zip(self.make(), steps, strict=True):
            yield
            part.show()
            yield

    def _fill(self, figures: Figures, weeks: Weeks, scope: Scope) -> Iterator[None]:
        """Give each section its figures, in their order."""
        self.funnel.show_counts(figures.counts, figures.still_open, scope)
        yield
        self.response.show_figures(
            response.distribution(figures, scope),
            response.note(),
            response.summary(figures, scope),
        )
        yield
        told = tries.given_up(figures, scope)
        self.tries.show_figures(tries.reached(figures, scope), summary=told)
        yield
        self.telephone.show_figures(
            telephone.missed(figures, scope, self._hours),
            telephone.note(figures),
            telephone.reachability(figures, scope),
        )
        yield
        self.agreements.show_figures(agreements.agreements(figures, scope))
        yield
        self.reasons.show_figures(reasons.reasons(figures, scope), reasons.note(figures))
        yield
        self.splits.show_figures(figures, scope)
        yield
        self.trend.show_figures(trend.trend(weeks, scope), trend.note())
        yield
        self.supposed.show_figures(figures, scope)
        yield

    def draw(self) -> Iterator[None]:
        """Make the charts, then draw them; one a step. The library must be loaded."""
        from assistant.ui.inspection import charts, lines, plot  # noqa: PLC0415 - pyqtgraph takes 50 MB

        self.is_drawn = True
        yield
        waited = charts.BarChart(tr("Time to the first call"), tr("Leads"))
        yield
        tried = charts.BarChart(tr("Tries in vain"), tr("Leads"))
        yield
        lost = charts.BarChart(tr("Reason"), tr("Leads"))
        yield
        counts = plot.Plot(plot.thinned)
        yield
        weeks = lines.LineChart(tr("Week"), tr("Leads"), trend.IN_TIME, counts)
        yield
        self.response.add_chart(waited)
        yield
        self.tries.add_chart(tried)
        yield
        self.reasons.add_chart(lost)
        yield
        self.trend.add_chart(weeks)
        yield

    def _add(self, part: S) -> S:
        part.hide()
        part.wanted.connect(self.wanted)
        self._column.insertWidget(self._column.count() - 1, part)
        return part
