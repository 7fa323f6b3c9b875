"""The appointment that was chosen: whose it is, and what can be done with it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout

from assistant.core.appointments import STANDING, Booking
from assistant.core.facts import Fact
from assistant.desk import LeadFile
from assistant.ui.action.panel import ActionPanel
from assistant.ui.appointments.states import state_in_words, state_of
from assistant.ui.around import Around
from assistant.ui.look.icons import icon
from assistant.ui.look.pill import Pill
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Surface, Text, Variant, set_surface, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.look.tool import name_tool
from assistant.ui.look.undo_bar import UndoBar
from assistant.ui.sentences import who
from assistant.words.catalogue import tr
from assistant.words.times import day_and_time

_WIDTH = 476


class ChosenBooking(QFrame):
    """Works one appointment, with the same pages as the card.

    Signals:
        lead_wanted: Its lead (``LeadId``) is to be shown.
        left: Nothing is chosen any more.
    """

    lead_wanted = Signal(object)
    left = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._undoable: list[Fact] = []
        self.booking: Booking | None = None
        self.name = PlainLabel(role=Text.TITLE)
        self.when = PlainLabel(role=Text.BODY)
        self.state = Pill()
        self.about = PlainLabel(role=Text.MUTED)
        self.panel = ActionPanel(around, with_later=False)
        self.undo = UndoBar(tr("Undo"))
        self.lead = QPushButton(icon("person"), tr("Show the lead"))
        self.close_button = QToolButton()
        name_tool(self.close_button, "close", tr("Close"))
        set_variant(self.lead, Variant.QUIET)
        self._lay_out()
        self.panel.logged.connect(self._offer_undo)
        self.undo.undone.connect(self._undo)
        self.lead.clicked.connect(self._want_lead)
        self.close_button.clicked.connect(self.left)

    def work(self, booking: Booking) -> None:
        """Ask what becomes of an appointment."""
        self.undo.take_away()
        self._show(booking)
        lead = self._read(booking)
        if lead is None:
            return
        self.panel.open_lead(lead)
        standing = lead.course.appointment
        if standing is not None and standing.id == booking.id and booking.state in STANDING:
            self.panel.change_appointment()

    def show_booking(self, booking: Booking) -> None:
        """Show how it stands now; what was begun stays."""
        self._show(booking)
        lead = self._read(booking)
        if lead is not None:
            self.panel.look_again(lead)

    def _read(self, booking: Booking) -> LeadFile | None:
        return self._around.qt_desk.do(lambda: self._around.qt_desk.desk.lead(booking.lead_id))

    def _show(self, booking: Booking) -> None:
        self.booking = booking
        now, zone = self._around.now(), self._around.zone
        number = self._around.national(booking.phone)
        self.name.setText(who(booking.name, number, booking.email))
        today = now.astimezone(zone).date()
        self.when.setText(day_and_time(booking.starts_at.astimezone(zone), today))
        self.state.show_state(state_in_words(booking, now), state_of(booking, now))
        self.about.setText("\n".join(filter(None, (booking.vehicle, number))))
        self.about.setVisible(bool(self.about.text()))

    def _lay_out(self) -> None:
        set_surface(self, Surface.CARD)
        self.setFixedWidth(_WIDTH)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.name, 1)
        first.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        second.setSpacing(SPACE.two)
        second.addWidget(self.when)
        second.addWidget(self.state)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.two, SPACE.two, SPACE.two, SPACE.two)
        column.setSpacing(SPACE.one)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.about)
        column.addSpacing(SPACE.one)
        column.addWidget(self.panel)
        column.addWidget(self.undo)
        column.addStretch(1)
        column.addWidget(self.lead, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot(str, object)
    def _offer_undo(self, sentence: str, facts: list[Fact]) -> None:
        self._undoable = facts
        self.undo.show_message(sentence)

    @Slot()
    def _undo(self) -> None:
        qt_desk, facts = self._around.qt_desk, self._undoable
        qt_desk.take_back(facts)
        if self.booking is not None:
            self.work(self.booking)

    @Slot()
    def _want_lead(self) -> None:
        if self.booking is not None:
            self.lead_wanted.emit(self.booking.lead_id)
