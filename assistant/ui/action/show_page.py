"""What becomes of an appointment: moved or cancelled before it, came or not once it is there."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.core.facts import AppointmentEvent
from assistant.desk import LeadFile
from assistant.ui.around import Around
from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.moment.picker import MomentPicker
from assistant.words.catalogue import tr
from assistant.words.times import day_and_time


class ShowPage(QWidget):
    """Asks what became of an appointment. That he came can be said from its day on.

    Signals:
        marked: What happened (``AppointmentEvent``, its new moment or ``None``).
        left: Nothing did.
    """

    marked = Signal(object, object)
    left = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._lead: LeadFile | None = None
        self.heading = PlainLabel(role=Text.HEADING)
        self.came = QPushButton(tr("Came"))
        self.did_not_come = QPushButton(icon("cross"), tr("Did not come"))
        self.confirm = QPushButton(tr("Confirm"))
        self.moved = QPushButton(icon("calendar"), tr("Moved"))
        self.cancelled = QPushButton(tr("Cancelled"))
        self.back = QPushButton(icon("chevron-left"), tr("Back"))
        self.picker = MomentPicker(around)
        self.save = QPushButton(tr("Save the new time"))
        self._mark(self.came, AppointmentEvent.SHOW)
        self._mark(self.did_not_come, AppointmentEvent.NO_SHOW)
        self._mark(self.cancelled, AppointmentEvent.CANCELLED)
        self.moved.clicked.connect(self._ask_moment)
        self.confirm.clicked.connect(self.left)  # the page it needs is its confirmation
        self.back.clicked.connect(self.left)
        self.save.clicked.connect(self._move)
        self.picker.entered.connect(self._move)
        self.picker.edited.connect(self._look)
        self._lay_out()

    def start(self, lead: LeadFile, *, can_leave: bool) -> None:
        """Ask anew.

        Args:
            lead: Whose appointment it is.
            can_leave: Whether there is a page to go back to.
        """
        self._lead = lead
        self._show_picker(shown=False)
        self.back.setVisible(can_leave)
        standing = lead.course.appointment
        if standing is None:
            return
        zone, now = self._around.zone, self._around.now()
        local, today = standing.starts_at.astimezone(zone), now.astimezone(zone).date()
        is_over = standing.starts_at <= now
        when = tr("Appointment {when}").format(when=day_and_time(local, today))
        self.heading.setText(tr("Did the customer come?") if is_over else when)
        self.came.setVisible(local.date() <= today)
        self.did_not_come.setVisible(is_over)
        self.confirm.setVisible(standing.confirmed_at is None and not is_over)
        self._show_primary(self.came if self.confirm.isHidden() else self.confirm)

    @property
    def is_begun(self) -> bool:
        """Say whether another time is being chosen."""
        return not self.picker.isHidden()

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, buttons in (
            (first, (self.came, self.did_not_come)),
            (second, (self.moved, self.cancelled, self.back)),
        ):
            row.setSpacing(SPACE.one)
            for button in buttons:
                row.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.one)
        column.addWidget(self.heading)
        column.addWidget(self.confirm)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.picker)
        column.addWidget(self.save)

    def _mark(self, button: QPushButton, event: AppointmentEvent) -> None:
        button.setProperty("event", event.value)
        button.clicked.connect(self._say)

    @Slot()
    def _say(self) -> None:
        self.marked.emit(AppointmentEvent(self.sender().property("event")), None)

    @Slot()
    def _ask_moment(self) -> None:
        lead = self._lead
        if lead is None or lead.course.appointment is None:
            return
        local = lead.course.appointment.starts_at.astimezone(self._around.zone)
        self._show_primary(self.save)
        self.picker.start(local.hour * 60 + local.minute, of=lead.lead_id)
        if lead.course.appointment.starts_at > self._around.now():
            self.picker.show_moment(local)
        self._show_picker(shown=True)
        self.picker.take_keyboard()

    @Slot()
    def _look(self) -> None:
        self.save.setEnabled(self._is_another_time())

    def _is_another_time(self) -> bool:
        standing = None if self._lead is None else self._lead.course.appointment
        is_same = standing is not None and self.picker.moment() == standing.starts_at
        return self.picker.is_usable() and not is_same

    @Slot()
    def _move(self) -> None:
        if self._is_another_time():
            self.marked.emit(AppointmentEvent.MOVED, self.picker.moment())

    def _show_primary(self, primary: QPushButton) -> None:
        """Let one button be what comes next."""
        for button, name in ((self.came, "check"), (self.confirm, "confirm"), (self.save, "")):
            is_it = button is primary
            set_variant(button, Variant.PRIMARY if is_it else Variant.SECONDARY)
            if name:
                button.setIcon(icon(name, Tint.ON_ACCENT if is_it else Tint.TEXT))

    def _show_picker(self, *, shown: bool) -> None:
        self.picker.setVisible(shown)
        self.save.setVisible(shown)
