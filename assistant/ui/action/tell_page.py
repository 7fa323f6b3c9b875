"""A customer with neither an e-mail address nor a mobile number is told on the telephone."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.core.facts import AppointmentEvent
from assistant.core.request import Channel
from assistant.desk import LeadFile
from assistant.outreach.texts import Moment
from assistant.ui.around import Around
from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr
from assistant.words.times import day_and_time


class TellPage(QWidget):
    """Says that no message can go out, and asks whether he was told by telephone.

    Signals:
        told: He was (``AppointmentEvent``, ``None``).
        chosen: He is to be called first (``Channel``).
        left: Not now.
    """

    told = Signal(object, object)
    chosen = Signal(object)
    left = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._event = AppointmentEvent.CONFIRMED
        self.heading = PlainLabel(role=Text.HEADING)
        self.explanation = PlainLabel(role=Text.MUTED)
        self.done = QPushButton(icon("check", Tint.ON_ACCENT), "")
        set_variant(self.done, Variant.PRIMARY)
        self.call = QPushButton(icon("call"), tr("Call"))
        self.back = QPushButton(icon("chevron-left"), tr("Back"))
        self.done.clicked.connect(self._tell)
        self.call.clicked.connect(self._call)
        self.back.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.one)
        buttons.addWidget(self.call, 1)
        buttons.addWidget(self.back, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.one)
        column.addWidget(self.heading)
        column.addWidget(self.explanation)
        column.addWidget(self.done)
        column.addLayout(buttons)

    def show_lead(self, lead: LeadFile, moment: Moment, heading: str) -> None:
        """Ask for a lead whether its customer was told."""
        reminds = moment is Moment.REMINDER
        self._event = AppointmentEvent.REMINDED if reminds else AppointmentEvent.CONFIRMED
        self.heading.setText(heading)
        self.done.setText(tr("Reminded by telephone") if reminds else tr("Confirmed by telephone"))
        zone, standing = self._around.zone, lead.course.appointment
        today = self._around.now().astimezone(zone).date()
        when = "" if standing is None else day_and_time(standing.starts_at.astimezone(zone), today)
        said = tr(
            "No e-mail address and no mobile number is known. Say it on the telephone: {when}."
        )
        self.explanation.setText(said.format(when=when))
        self.call.setVisible(lead.course.phone is not None)

    @Slot()
    def _tell(self) -> None:
        self.told.emit(self._event, None)

    @Slot()
    def _call(self) -> None:
        self.chosen.emit(Channel.CALL)
