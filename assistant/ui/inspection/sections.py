"""What stands below each other on the inspection page, in the order of its rank."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistant.core.figures import Figures
from assistant.ui.inspection import response
from assistant.ui.inspection.funnel import Funnel
from assistant.ui.inspection.scope import Scope
from assistant.ui.inspection.section import Section
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

    def __init__(self) -> None:
        super().__init__()
        self.is_drawn = False
        self.funnel = Funnel()
        self.response = Section(tr("Response time"), with_summary=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.three, 0, SPACE.three - GUTTER, SPACE.two)
        column.setSpacing(SPACE.two)
        for part in (self.funnel, self.response):
            part.wanted.connect(self.wanted)
            column.addWidget(part)
        column.addStretch(1)

    def show_figures(self, figures: Figures, scope: Scope) -> Iterator[None]:
        """Show figures; one section a step."""
        self.funnel.show_counts(figures.counts, scope)
        yield
        self.response.show_figures(
            response.distribution(figures, scope),
            response.note(),
            response.summary(figures, scope),
        )
        yield

    def draw(self) -> Iterator[None]:
        """Make the charts; one a step. The library must be loaded."""
        from assistant.ui.inspection import charts  # noqa: PLC0415 - pyqtgraph takes 50 MB

        self.is_drawn = True
        self.response.add_chart(charts.BarChart(tr("Time to the first call"), tr("Leads")))
        yield
