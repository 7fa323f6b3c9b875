"""Inspection: how far the leads of a period came, and behind each figure their names.

The funnel's figures are read first, because they take a tenth of the time, then all figures, on
a thread with a view of its own of the log: SQLite lets go of Python while it counts.
Charts come when pyqtgraph is loaded, likewise on a thread; until then their tables stand there.
"""

from datetime import date
from functools import cached_property
from itertools import pairwise

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from assistant.core.errors import AssistantError, CouldNotError
from assistant.core.figures import By, Part
from assistant.desk.inspection import Open
from assistant.folders import DataFolder
from assistant.ui.around import Around
from assistant.ui.errand import Errand
from assistant.ui.form.frame import UNBOUNDED, fill_page
from assistant.ui.inspection.colleagues import Colleagues
from assistant.ui.inspection.drawing import Drawing
from assistant.ui.inspection.filter_bar import FilterBar
from assistant.ui.inspection.leads import LeadsBehind
from assistant.ui.inspection.no_leads import NoLeads
from assistant.ui.inspection.reading import First, Read, read_all, read_first
from assistant.ui.inspection.remembered import remember, remembered
from assistant.ui.inspection.scope import Behind, Scope, period_of
from assistant.ui.inspection.sections import Sections
from assistant.ui.inspection.take_along import TakeAlong
from assistant.ui.inspection.words import days
from assistant.ui.look.banner import Banner
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text
from assistant.ui.look.scroll import ScrollArea
from assistant.ui.look.tokens import SPACE
from assistant.ui.pages import Pages
from assistant.ui.read_again import ReadAgain
from assistant.ui.slices import Slices
from assistant.words.catalogue import explain, tr

_BUG = CouldNotError("The figures could not be read; the log says why.")
_WIDE_ENOUGH = 1_360
_PATIENCE_S = 5
"""So long the page waits at its end for who reads; a server's disk that is gone takes longer."""


class InspectionPage(QWidget):
    """Shows the figures; a figure that is pressed opens the leads behind it.

    Attributes:
        colleagues: Whose copies are read too; its button stands there as well.
        take_along: The sheet and the exports, whose buttons stand at the end of the title's line.
        read: What is in view; ``None`` before the first answer.

    Signals:
        lead_wanted: A lead (``LeadId``) is to be shown.
    """

    lead_wanted = Signal(object)

    def __init__(self, around: Around, folder: DataFolder, places: QSettings) -> None:
        """Set up; nothing is read before the page is shown.

        Args:
            around: The surroundings.
            folder: Where the log and the sheet lie.
            places: Where the choice is remembered.
        """
        super().__init__()
        self._around, self._places = around, places
        self.colleagues = Colleagues(around, folder, places, self)
        self._open: Open = self.colleagues.logs.open
        self.read: Read | None = None
        self._back_to: QWidget | None = None
        preset = around.settings.inspection.benchmark
        self.filter = FilterBar(remembered(places, self._today(), preset))
        self._beside, self._below = QWidget(), QWidget()
        self.problem = Banner("", State.WARM)
        self.sections = Sections(around.qt_desk.desk.rules.hours)
        self.area = ScrollArea()
        self.empty = NoLeads()
        self.take_along = TakeAlong(around, folder, self._open, lambda: self.scope)
        self._first = Errand("funnel", self)
        self._errand = Errand("inspection", self)
        self._slices = Slices(self)
        self._drawing = Drawing(self.sections, self)
        self._again = ReadAgain(around.qt_desk, self)
        self._lay_out()
        self._connect()

    @cached_property
    def leads(self) -> LeadsBehind:
        """The leads behind a figure; made when the first one is pressed."""
        leads = LeadsBehind(self._around, self._open)
        leads.left.connect(self._leave_leads)
        leads.lead_wanted.connect(self.lead_wanted)
        self.pages.add(leads)
        return leads

    @property
    def scope(self) -> Scope:
        """Return what is chosen."""
        chosen = self.filter.state
        period = period_of(chosen.span, self._today(), chosen.typed)
        return Scope(period=period, choice=chosen.choice, preset=chosen.preset)

    @property
    def is_busy(self) -> bool:
        """Say whether figures, names or charts are still to come."""
        is_reading = any(errand.is_running for errand in self._errands())
        return is_reading or self._slices.is_running or self._drawing.is_running

    def stop(self) -> None:
        """Read nothing any more: the page is about to go."""
        self.colleagues.logs.close()
        self._again.stop()
        self._slices.stop()
        self._drawing.stop(_PATIENCE_S)
        for errand in self._errands():
            errand.forget()
            errand.wait(_PATIENCE_S)
        self.take_along.stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the filters beside the title, or below it where they would take more lines there."""
        super().resizeEvent(event)
        place = self._beside if self.width() >= _WIDE_ENOUGH else self._below
        if self.filter.parentWidget() is not place and (layout := place.layout()) is not None:
            layout.addWidget(self.filter)
            self._below.setVisible(place is self._below)
            self._order_filters()

    def _order_filters(self) -> None:
        """Let Tab go along the top as it stands, then to the figures: moved filters came last."""
        buttons = (self.colleagues.button, self.take_along.sheet, self.take_along.export)
        rows = (self.filter.in_order, buttons)
        first, second = rows if self.filter.parentWidget() is self._beside else rows[::-1]
        for before, after in pairwise([*first, *second, self.area]):
            QWidget.setTabOrder(before, after)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Read what happened while nobody looked."""
        super().showEvent(event)
        self._look_again()

    @Slot()
    def _look_again(self) -> None:
        self.colleagues.logs.look_again()
        self._read()

    @Slot()
    def _choose(self) -> None:
        remember(self._places, self.filter.state)
        self.take_along.banner.hide()  # it speaks of what was looked at before
        self._read_anew()

    @Slot()
    def _read_anew(self) -> None:
        self.pages.show_page(self._body)
        self._read()

    @Slot()
    def _read(self) -> None:
        if not self.isVisible():
            return
        self._again.setInterval(self.colleagues.again_after_ms)
        scope, open_log = self.scope, self._open
        self.filter.days.setText(days(scope.period))
        self._errand.forget()
        self._first.start(lambda: read_first(open_log, scope), _BUG)
        self._slices.start(self.sections.make())

    @Slot(object)
    def _show_first(self, first: First) -> None:
        """Show the funnel while the other figures are counted."""
        scope, open_log = first.scope, self._open
        self._errand.start(lambda: read_all(open_log, scope), _BUG)
        if first.counts[Part.REQUESTS]:
            self.sections.show_counts(first.counts, first.still_open, first.scope)
            self._body.show_page(self.area)
            self._drawing.start()

    @Slot(object)
    def _show(self, read: Read) -> None:
        self.read = read
        self.problem.hide()
        self.colleagues.show_copies(read.copies)
        self.filter.offer(read.choices)
        if read.figures.counts[Part.REQUESTS] == 0:
            self.empty.show_none(self.filter.state.span, has_any=bool(read.choices[By.OWNER]))
            self._body.show_page(self.empty)
        else:
            self._body.show_page(self.area)
            self._slices.start(self.sections.show_figures(read.figures, read.weeks, read.scope))
        self._drawing.start()

    @Slot(object)
    def _fail(self, error: AssistantError) -> None:
        self.colleagues.show_copies(())
        self.problem.show_text(explain(error), State.WARM)
        self.problem.show()

    @Slot(object)
    def _show_leads(self, behind: Behind) -> None:
        self._back_to = self.focusWidget()
        self.leads.show_leads(behind)
        self.pages.show_page(self.leads)
        self.leads.table.setFocus()

    @Slot()
    def _leave_leads(self) -> None:
        self.pages.show_page(self._body)
        back = self._back_to
        (self.area if back is None or not back.isEnabled() else back).setFocus()

    def _errands(self) -> list[Errand]:
        of_leads = [self.leads.model.errand] if "leads" in self.__dict__ else []
        return [self._first, self._errand, *of_leads]

    def _today(self) -> date:
        return self._around.qt_desk.desk.rules.hours.local(self._around.now()).date()

    def _connect(self) -> None:
        self._first.done.connect(self._show_first)
        self._errand.done.connect(self._show)
        for errand in (self._first, self._errand):
            errand.failed.connect(self._fail)
        self._drawing.failed.connect(self._fail)
        self._again.wanted.connect(self._look_again)
        self.colleagues.chosen.connect(self._read_anew)
        self.filter.chosen.connect(self._choose)
        self.empty.last_week_wanted.connect(self.filter.choose_last_week)
        self.sections.wanted.connect(self._show_leads)

    def _lay_out(self) -> None:
        self.area.setWidget(self.sections)
        self.area.setAccessibleName(tr("Figures"))
        self._body = Pages(self.area, self.empty)
        self._body.show_page(self.empty)
        self.pages = Pages(self._body)
        self.pages.show_page(self._body)
        self.problem.hide()
        for place in (self._beside, self._below):
            QVBoxLayout(place).setContentsMargins(0, 0, 0, 0)
            place.setSizePolicy(self.filter.sizePolicy())
        self._below.setContentsMargins(SPACE.three, 0, SPACE.three, SPACE.two)
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._below)
        column.addWidget(self.colleagues)
        column.addWidget(self.problem)
        column.addWidget(self.take_along)
        along = self.take_along
        head = (self.filter.days, self._beside, self.colleagues.button, along.sheet, along.export)
        title = PlainLabel(tr("Inspection"), Text.TITLE, one_line=True)
        title.setSizePolicy(QSizePolicy.Policy.Minimum, title.sizePolicy().verticalPolicy())
        fill_page(self, title, self.pages, beside=head, above=above, widest=UNBOUNDED)
