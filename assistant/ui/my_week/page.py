"""My week: how far my leads came, where it broke, and what I will change.

It shows the last whole week first: that is the one to look at and to write a line about.
"""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from assistant.core.errors import AssistantError, CouldNotError
from assistant.core.figures import Choice, Part
from assistant.core.period import Period
from assistant.core.preset import Preset
from assistant.desk.inspection import Open, inspection
from assistant.folders import DataFolder
from assistant.reporting.sheet.periods import days, short
from assistant.ui.around import Around
from assistant.ui.errand import Errand
from assistant.ui.form.frame import TwoColumns, fill_page
from assistant.ui.look.banner import Banner
from assistant.ui.look.empty import EmptyState
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text
from assistant.ui.look.tool import name_tool
from assistant.ui.my_week.broken import BrokenCard
from assistant.ui.my_week.figures import FiguresCard
from assistant.ui.my_week.line import LineCard
from assistant.ui.my_week.reading import Week, read
from assistant.ui.pages import Pages
from assistant.ui.read_again import ReadAgain
from assistant.ui.sheet_button import SheetButton
from assistant.words.catalogue import explain, tr

_DAY = timedelta(days=1)
_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class MyWeekPage(QWidget):
    """Shows a week of the salesperson who sits here.

    Signals:
        lead_wanted: A lead (``LeadId``) is to be shown.
    """

    lead_wanted = Signal(object)

    def __init__(self, around: Around, folder: DataFolder) -> None:
        """Set up; nothing is read before the page is shown.

        Args:
            around: The surroundings.
            folder: Where the log and the sheet lie.
        """
        super().__init__()
        self._around = around
        clock, rules = around.qt_desk.clock, around.qt_desk.desk.rules
        self._open: Open = lambda: inspection(folder.database, clock, rules)
        self.salesperson = around.settings.desk.salesperson
        self.week = self._this_week().before
        self.title = PlainLabel(role=Text.HEADING, one_line=True)
        self.before, self.after = QToolButton(), QToolButton()
        self.sheet = SheetButton(around, folder, self._open, self._mine)
        self.banner = Banner("", State.WARM)
        self.figures, self.broken = FiguresCard(), BrokenCard(around)
        self.line = LineCard(around)
        self.cards = TwoColumns(left=4, right=3)  # the figures are the widest
        self.empty = EmptyState("inspection", tr("The figures are being read …"))
        self.pages = Pages(self.cards, self.empty)
        self.errand = Errand("my-week", self)
        self._again = ReadAgain(around.qt_desk, self)
        self._lay_out()
        self._connect()

    def stop(self) -> None:
        """Read nothing any more: the page is about to go."""
        self._again.stop()
        self.errand.forget()
        self.errand.wait()
        self.sheet.stop()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Read what happened while nobody looked."""
        super().showEvent(event)
        self._read()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Say nothing more of it after the next page."""
        super().hideEvent(event)
        if not event.spontaneous():  # a window that is minimised shows it again
            self.banner.hide()

    @Slot()
    def _read(self) -> None:
        if not self.isVisible():
            return
        self.title.setText(short(self.week))
        self.title.setToolTip(days(self.week))
        self.after.setEnabled(self.week.last < self._this_week().last)
        open_log, week, name, preset = self._open, self.week, *self._whose()
        bug = CouldNotError("The figures could not be read; the log says why.")
        self.errand.start(lambda: read(open_log, week, name, preset), bug)

    @Slot(object)
    def _show(self, week: Week) -> None:
        self.figures.show_week(week.inspected, week.best)
        self.broken.show_leads(week.inspected.broken)
        self.line.show_week(week.inspected, self.salesperson)
        is_empty = not (week.inspected.figures.counts[Part.REQUESTS] or week.inspected.broken)
        has_lines = week.inspected.written or week.inspected.written_before
        hint = tr("Nobody asked you anything in this week.")
        self.empty.show_text(tr("No leads yet"), hint)
        self.pages.show_page(self.empty if is_empty and not has_lines else self.cards)

    @Slot(object)
    def _fail(self, error: AssistantError) -> None:
        self.banner.show_text(explain(error), State.WARM)
        self.banner.show()

    @Slot()
    def _go_back(self) -> None:
        self.week = self.week.before
        self._read()

    @Slot()
    def _go_on(self) -> None:
        if self.after.isEnabled():
            self.week = Period.week_around(self.week.last + _DAY)
            self._read()

    def _whose(self) -> tuple[str, Preset]:
        return self.salesperson, self._around.settings.inspection.benchmark

    def _mine(self) -> tuple[Choice, Preset]:
        name, preset = self._whose()
        return Choice(owner=name), preset

    def _this_week(self) -> Period:
        today = self._around.qt_desk.desk.rules.hours.local(self._around.now()).date()
        return Period.week_around(today)

    def _connect(self) -> None:
        self.errand.done.connect(self._show)
        self.errand.failed.connect(self._fail)
        self.sheet.told.connect(self.banner.show_done)
        self.sheet.failed.connect(self._fail)
        self._again.wanted.connect(self._read)
        self.broken.lead_wanted.connect(self.lead_wanted)
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        for key, slot in (("Alt+Left", self._go_back), ("Alt+Right", self._go_on)):
            QShortcut(QKeySequence(key), self, slot, context=_HERE)

    def _lay_out(self) -> None:
        name_tool(self.before, "chevron-left", tr("The week before"))
        name_tool(self.after, "chevron-right", tr("The week after"))
        self.banner.hide()
        self.cards.left.addWidget(self.figures)
        self.cards.left.addStretch(1)
        self.cards.right.addWidget(self.line)
        self.cards.right.addWidget(self.broken)
        self.cards.right.addStretch(1)
        self.pages.show_page(self.empty)
        head = (self.before, self.title, self.after, None, self.sheet)
        fill_page(self, tr("My week"), self.pages, beside=head, above=self.banner)
