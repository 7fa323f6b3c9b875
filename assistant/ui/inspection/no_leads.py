"""What stands in the place of figures: that they are being read, or that there are no leads."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from assistant.ui.inspection.scope import Span
from assistant.ui.look.empty import EmptyState
from assistant.words.catalogue import tr


class NoLeads(EmptyState):
    """Says so, and leads to last week: on a Monday morning this one is empty yet.

    Signals:
        last_week_wanted: The figures of last week are to be shown.
    """

    last_week_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("inspection", tr("The figures are being read …"))
        self.last_week = QPushButton(tr("Last week"))
        self.last_week.clicked.connect(self.last_week_wanted)
        self.add(self.last_week)
        self.last_week.hide()

    def show_none(self, span: Span, *, has_any: bool) -> None:
        """Say that a period has no leads.

        Args:
            span: The period that was chosen.
            has_any: Whether there are leads in others.
        """
        hint = tr("As soon as the first request comes in, its figures stand here.")
        if has_any:
            hint = tr("Choose another period, or fewer filters.")
        self.show_text(tr("No leads in this period."), hint)
        self.last_week.setVisible(has_any and span is not Span.LAST_WEEK)
