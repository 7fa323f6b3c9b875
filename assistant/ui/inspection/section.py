"""A part of the inspection page: figures as a chart, and the same figures as a table."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.ui.form.pieces import card
from assistant.ui.inspection.bands import Bands
from assistant.ui.inspection.chart import Chart
from assistant.ui.inspection.figure_table import FigureTable, Table
from assistant.ui.inspection.scope import Behind
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.pages import Pages
from assistant.words.catalogue import tr


class Section(QWidget):
    """Shows a few figures at the top, if there are any, then a chart or its table.

    Until charts can be drawn, and where there is none, the table is in view.

    Signals:
        wanted: The leads behind a figure (``Behind``) are to be shown.
    """

    wanted = Signal(object)

    def __init__(
        self,
        title: str,
        parent: QWidget | None = None,
        *,
        with_summary: bool = False,
        beside: QWidget | None = None,
    ) -> None:
        """Set up.

        Args:
            title: What it is about.
            parent: Where it stands.
            with_summary: Whether a few figures stand above.
            beside: What stands at the end of the title's line.
        """
        super().__init__(parent)
        self._title = title
        self._shown = Table()
        self.chart: Chart | None = None
        self.summary = FigureTable(title) if with_summary else None
        self.bands = Bands(title)
        self.table = self.bands.first
        self.note = PlainLabel(role=Text.SMALL)
        self.switch = QPushButton(tr("As table"))
        self.pages = Pages(self.bands)
        self._lay_out(beside)

    def show_figures(self, table: Table, note: str = "", summary: Table | None = None) -> None:
        """Show figures.

        Args:
            table: What the chart draws.
            note: What must be known to read it.
            summary: What stands above.
        """
        self._shown = table
        self.bands.show_table(table)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        words = [note, table.in_words()]
        if self.summary is not None and summary is not None:
            self.summary.show_table(summary)
            words.insert(0, summary.in_words())
        self.setAccessibleDescription(" ".join(filter(None, words)))
        if self.chart is not None:
            self.chart.show_table(self._shown)

    def add_chart(self, chart: Chart) -> None:
        """Draw from now on; the table is one press away."""
        self.chart = chart
        chart.setAccessibleName(self._title)
        chart.pressed.connect(self._press)
        if self._shown.titles:  # else the figures are still to come
            chart.show_table(self._shown)
        self.pages.add(chart)
        self.pages.show_page(chart)
        self.switch.show()

    @Slot(object)
    def _press(self, behind: Behind) -> None:
        """Open a figure of the chart; it has no keyboard, which is to come back beside it."""
        self.switch.setFocus()
        self.wanted.emit(behind)

    @Slot()
    def _turn(self) -> None:
        if self.chart is None:
            return
        is_drawn = self.pages.shown is self.chart
        self.pages.show_page(self.bands if is_drawn else self.chart)
        self._name_switch(tr("As chart") if is_drawn else tr("As table"))

    def _name_switch(self, text: str) -> None:
        self.switch.setText(text)
        self.switch.setAccessibleName(f"{self._title}: {text}")

    def _lay_out(self, beside: QWidget | None) -> None:
        self.setAccessibleName(self._title)
        set_variant(self.switch, Variant.QUIET)
        self._name_switch(tr("As table"))
        self.switch.hide()
        self.switch.clicked.connect(self._turn)
        frame, column = card()
        column.setSpacing(SPACE.one)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(self._title, Text.HEADING), 1)
        head.addWidget(beside or self.switch)
        column.addLayout(head)
        if self.summary is not None:
            column.addWidget(self.summary)
            self.summary.wanted.connect(self.wanted)
        column.addWidget(self.pages)
        column.addWidget(self.note)
        self.bands.wanted.connect(self.wanted)
        self.pages.show_page(self.bands)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
