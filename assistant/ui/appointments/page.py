"""Appointments: the week as columns, and beside it the one that is being worked."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from assistant.core.appointments import STANDING, Booked, Booking
from assistant.core.period import monday_of
from assistant.core.plan import Step
from assistant.ui.appointments.chosen import ChosenBooking
from assistant.ui.appointments.subscribe import SubscribeLine
from assistant.ui.appointments.week import week_of
from assistant.ui.appointments.week_view import WeekView, first_of
from assistant.ui.around import Around
from assistant.ui.form.frame import UNBOUNDED, fill_page
from assistant.ui.look.empty import EmptyState
from assistant.ui.look.icons import icon
from assistant.ui.look.pill import Pill
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text
from assistant.ui.look.scroll import GUTTER, ScrollArea
from assistant.ui.look.tokens import SPACE
from assistant.ui.look.tool import name_tool
from assistant.ui.pages import Pages
from assistant.ui.sentences import who
from assistant.words.catalogue import tr, tr_count
from assistant.words.times import day_and_month, day_and_time

_A_WEEK = timedelta(days=7)


class AppointmentsPage(QWidget):
    """Shows a week; an appointment that is pressed opens beside it.

    Signals:
        lead_wanted: A lead (``LeadId``) is to be shown.
    """

    lead_wanted = Signal(object)

    def __init__(self, around: Around, calendar_file: Path) -> None:
        """Set up.

        Args:
            around: The surroundings.
            calendar_file: The file to which calendars subscribe.
        """
        super().__init__()
        self._around = around
        self._hours = around.qt_desk.desk.rules.hours
        self.monday = monday_of(self._today())
        self._minute = around.now().replace(second=0, microsecond=0)
        self._next: Booking | None = None
        self.title = PlainLabel(role=Text.HEADING, one_line=True)
        self.to_confirm = Pill()
        self.before, self.after = QToolButton(), QToolButton()
        self.this_week = QPushButton(tr("This week"))
        self.week = WeekView(around)
        self.chosen = ChosenBooking(around)
        self.empty = EmptyState("calendar", "")
        self.go_next = QPushButton(icon("chevron-right"), tr("Show that week"))
        self.subscribe = SubscribeLine(around, calendar_file)
        self.area, self.aside = ScrollArea(), ScrollArea()
        self.pages = Pages(self.area, self.empty)
        self._lay_out()
        self._connect()

    @Slot()
    def read(self) -> None:
        """Show what is stored now, if anybody looks."""
        if self.isVisible():
            self._read()

    @Slot()
    def _tick(self) -> None:
        """Show each minute how far the day is, and whose time has come."""
        minute = self._around.now().replace(second=0, microsecond=0)
        if minute != self._minute:
            self._minute = minute
            self.read()

    def go_to_week(self, day: date) -> None:
        """Show the week in which a day is."""
        self._leave()
        self.monday = monday_of(day)
        self._read()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Read what happened while nobody looked."""
        super().showEvent(event)
        self._read()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for what is being worked."""
        super().resizeEvent(event)
        self._show_aside(shown=self.aside.isVisibleTo(self))

    def _show_aside(self, *, shown: bool) -> None:
        """Show or hide what stands beside the week; in a small window it takes its place."""
        self.aside.setVisible(shown)
        beside = self.width() - 2 * SPACE.three - GUTTER - self.aside.width()
        self.pages.setVisible(not shown or beside >= self.week.least_width())

    def _today(self) -> date:
        return self._hours.local(self._around.now()).date()

    def _read(self) -> None:
        desk, hours = self._around.qt_desk.desk, self._hours
        start, end = hours.at(self.monday, 0), hours.at(self.monday + _A_WEEK, 0)
        bookings = self._around.qt_desk.do(lambda: desk.diary.between(start, end))
        if bookings is None:
            return
        lasts = self._around.settings.follow_up.appointment_minutes
        week = week_of(self.monday, bookings, hours, lasts)
        self.week.show_week(week, self._around.now())
        self.subscribe.look()
        last = week.days[-1] if week.days else self.monday
        said = f"{day_and_month(self.monday)} – {day_and_month(last)}"
        self.title.setText(said)
        self.week.setAccessibleName(tr("Week {days}").format(days=said))
        self._show_to_confirm(bookings)
        self._show_chosen(bookings)
        if not week.spots:
            self._explain_empty()
        self.pages.show_page(self.area if week.spots else self.empty)

    def _show_to_confirm(self, bookings: list[Booking]) -> None:
        asked = {
            item.summary.lead_id
            for item in self._around.qt_desk.agenda
            if item.prompt.step is Step.CONFIRM_APPOINTMENT
        }  # as the sidebar counts: another may have the lead
        waiting = [
            each for each in bookings if each.state is Booked.TO_CONFIRM and each.lead_id in asked
        ]
        said = tr_count("{count} to confirm", "{count} to confirm", len(waiting))
        self.to_confirm.show_state(said.format(count=len(waiting)), State.WARM)
        self.to_confirm.setVisible(bool(waiting))

    def _show_chosen(self, bookings: list[Booking]) -> None:
        """Show how the chosen one stands now, also when it went to another week."""
        chosen = self.chosen.booking
        if chosen is None:
            return
        now = next((each for each in bookings if each.id == chosen.id), None)
        if now is None:
            desk = self._around.qt_desk.desk
            all_of_it = self._around.qt_desk.do(lambda: desk.diary.of(chosen.lead_id)) or []
            now = next((each for each in all_of_it if each.id == chosen.id), None)
        if now is not None:
            self.chosen.show_booking(now)

    def _explain_empty(self) -> None:
        desk, now = self._around.qt_desk.desk, self._around.now()
        coming = self._around.qt_desk.do(lambda: desk.diary.between(now)) or []
        self._next = next((each for each in coming if each.state in STANDING), None)
        hint = tr("What you agree on after a conversation comes to stand here.")
        if self._next is not None:
            local = self._hours.local(self._next.starts_at)
            hint = tr("The next one: {when}, {name}").format(
                when=day_and_time(local, self._today()),
                name=who(self._next.name, self._around.national(self._next.phone), ""),
            )
        self.empty.show_text(tr("No appointments this week."), hint)
        self.go_next.setVisible(self._next is not None)

    def _connect(self) -> None:
        self._around.qt_desk.changed.connect(self.read)
        self._around.qt_desk.beat.connect(self._tick)
        self.week.chosen.connect(self._work)
        self.chosen.left.connect(self._leave)
        self.chosen.lead_wanted.connect(self.lead_wanted)
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        self.this_week.clicked.connect(self._go_home)
        self.go_next.clicked.connect(self._go_to_next)
        for key, slot in (("Alt+Left", self._go_back), ("Alt+Right", self._go_on)):
            QShortcut(QKeySequence(key), self, slot, context=_HERE)
        QShortcut(QKeySequence("Escape"), self, self._leave, context=_HERE)

    def _lay_out(self) -> None:
        name_tool(self.before, "chevron-left", tr("The week before"))
        name_tool(self.after, "chevron-right", tr("The week after"))
        self.area.setWidget(self.week)
        self.area.setAccessibleName(tr("Appointments"))
        self.empty.add(self.go_next)
        body = QWidget()
        beside = QHBoxLayout()
        beside.setSpacing(0)  # the area keeps room for its bar
        beside.addWidget(self.pages, 1)
        beside.addWidget(self.aside)
        self.aside.setWidget(self.chosen)
        self.aside.setFixedWidth(self.chosen.maximumWidth() + GUTTER)
        self.aside.setAccessibleName(tr("Appointment"))
        self._show_aside(shown=False)
        column = QVBoxLayout(body)
        column.setContentsMargins(SPACE.three, 0, SPACE.three, SPACE.two)
        column.setSpacing(SPACE.one)
        column.addLayout(beside, 1)
        column.addWidget(self.subscribe)
        head = (self.before, self.title, self.after, self.this_week, None, self.to_confirm)
        fill_page(self, tr("Appointments"), body, beside=head, widest=UNBOUNDED)

    @Slot(object)
    def _work(self, booking: Booking) -> None:
        self.chosen.work(booking)
        self._show_aside(shown=True)

    @Slot()
    def _leave(self) -> None:
        tile = first_of(self.week.tiles, self.chosen.booking.id) if self.chosen.booking else None
        self.chosen.booking = None
        self._show_aside(shown=False)
        self.week.choose_none()
        if tile is not None and self.isVisible():
            tile.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _go_back(self) -> None:
        self.go_to_week(self.monday - _A_WEEK)

    @Slot()
    def _go_on(self) -> None:
        self.go_to_week(self.monday + _A_WEEK)

    @Slot()
    def _go_home(self) -> None:
        self.go_to_week(self._today())

    @Slot()
    def _go_to_next(self) -> None:
        if self._next is not None:
            self.go_to_week(self._hours.local(self._next.starts_at).date())


_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut
