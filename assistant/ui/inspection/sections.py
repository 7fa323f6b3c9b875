"""What stands below each other on the inspection page, in the order of its rank."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from assistant.core.figures import Figures
from assistant.core.hours import OpeningHours
from assistant.ui.inspection import agreements, reasons, response, telephone, trend, tries
from assistant.ui.inspection.funnel import Funnel
from assistant.ui.inspection.scope import Scope
from assistant.ui.inspection.section import Section
from assistant.ui.inspection.splits import Splits
from assistant.ui.inspection.supposed import Supposed
from assistant.ui.look.scroll import GUTTER
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr


class Sections(QWidget):
    """Shows figures, a section at a time, so that the window is never held up.

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
        self.funnel = Funnel()
        self.response = Section(tr("Response time"), with_summary=True)
        self.splits = Splits()
        self.telephone = Section(tr("Telephone"), with_summary=True)
        self.tries = Section(tr("Tries"), with_summary=True)
        self.agreements = Section(tr("What conversations led to"))
        self.reasons = Section(tr("Why leads were lost"))
        self.trend = Section(tr("Twelve weeks"))
        self.supposed = Supposed()
        self.parts = (
            self.funnel,
            self.response,
            self.tries,
            self.telephone,
            self.agreements,
            self.reasons,
            self.splits,
            self.trend,
            self.supposed,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.three, 0, SPACE.three - GUTTER, SPACE.two)
        column.setSpacing(SPACE.two)
        for part in self.parts:
            part.wanted.connect(self.wanted)
            column.addWidget(part)
        column.addStretch(1)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return no height: it follows from the width, else there is room below the last part."""
        return QSize(super().minimumSizeHint().width(), 0)

    def show_figures(self, figures: Figures, weeks: trend.Weeks, scope: Scope) -> Iterator[None]:
        """Show figures; one section a step."""
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
        """Make the charts; one a step. The library must be loaded."""
        from assistant.ui.inspection import charts, lines  # noqa: PLC0415 - pyqtgraph takes 50 MB

        self.is_drawn = True
        self.response.add_chart(charts.BarChart(tr("Time to the first call"), tr("Leads")))
        yield
        self.tries.add_chart(charts.BarChart(tr("Tries in vain"), tr("Leads")))
        yield
        self.reasons.add_chart(charts.BarChart(tr("Reason"), tr("Leads")))
        yield
        self.trend.add_chart(lines.LineChart(tr("Week"), tr("Leads"), trend.IN_TIME))
        yield
