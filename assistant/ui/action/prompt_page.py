"""The first page: call, mail, WhatsApp, or later. One of them is primary: what comes next."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from assistant.core.facts import AgreementKind
from assistant.core.request import Channel
from assistant.desk import LeadFile
from assistant.ui.action.flow import primary_channel
from assistant.ui.action.left_alone import LeftAlone
from assistant.ui.around import Around
from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr

_ICONS = {Channel.CALL: "call", Channel.MAIL: "mail", Channel.WHATSAPP: "chat"}


class PromptPage(QWidget):
    """Asks for the next attempt.

    Signals:
        chosen: A channel (``Channel``) was pressed.
        later: Later was pressed.
        appointment: Something happened to the appointment that stands.
        lifted: Who wanted to be left alone may be contacted again.
    """

    chosen = Signal(object)
    later = Signal()
    appointment = Signal()
    lifted = Signal()

    def __init__(self, around: Around, *, with_later: bool) -> None:
        super().__init__()
        self._around = around
        self.call = QPushButton(tr("Call"))
        self.mail = QPushButton(tr("Mail"))
        self.whatsapp = QPushButton(tr("WhatsApp"))
        self.later_button = QPushButton(icon("later"), tr("Later"))
        self.later_button.setVisible(with_later)
        self.later_button.clicked.connect(self.later)
        self.change = QPushButton(icon("calendar"), tr("Change the appointment"))
        self.change.clicked.connect(self.appointment)
        self.note = PlainLabel(role=Text.MUTED)
        self.left_alone = LeftAlone()
        self.left_alone.lifted.connect(self.lifted)
        self._with_later = with_later
        self._buttons = {
            Channel.CALL: self.call,
            Channel.MAIL: self.mail,
            Channel.WHATSAPP: self.whatsapp,
        }
        self.later_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.setSpacing(SPACE.one)
        for channel, button in self._buttons.items():
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setProperty("channel", channel.value)
            button.clicked.connect(self._choose)
        for button in (self.mail, self.whatsapp, self.later_button):
            row.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.one)
        column.addWidget(self.note)
        column.addWidget(self.left_alone)
        column.addWidget(self.call)
        column.addLayout(row)
        column.addWidget(self.change)

    def show_lead(self, lead: LeadFile) -> None:
        """Offer what this lead can be reached by."""
        course, primary = lead.course, primary_channel(lead)
        can = {
            Channel.CALL: course.phone is not None,
            Channel.MAIL: course.email is not None,
            Channel.WHATSAPP: course.whatsapp is not None,
        }
        number = "" if course.phone is None else self._around.national(course.phone.number)
        self.call.setText(f"{tr('Call')} {number}".strip())
        self.call.setAccessibleName(tr("Call"))
        self.call.setAccessibleDescription(number)
        for channel, button in self._buttons.items():
            is_primary = channel is primary and can[channel]
            set_variant(button, Variant.PRIMARY if is_primary else Variant.SECONDARY)
            button.setIcon(icon(_ICONS[channel], Tint.ON_ACCENT if is_primary else Tint.TEXT))
            button.setEnabled(can[channel])
        self.change.setVisible(course.appointment is not None and not course.appointment.came)
        self._explain(lead)
        self._leave_alone(lead)

    def _leave_alone(self, lead: LeadFile) -> None:
        """Offer nothing by which a customer is contacted who asked not to be."""
        end = lead.course.end
        is_left = end is not None and end.kind is AgreementKind.DO_NOT_CONTACT
        if is_left != self.left_alone.isVisibleTo(self):
            self.left_alone.start()
        self.left_alone.setVisible(is_left)
        for button in self._buttons.values():
            button.setVisible(not is_left)
        self.later_button.setVisible(self._with_later and not is_left)
        if is_left:
            self.note.hide()

    def _explain(self, lead: LeadFile) -> None:
        course = lead.course
        can_be_reached = any((course.phone, course.email, course.whatsapp))
        is_silent = can_be_reached or course.forgotten_at is not None
        self.note.setText("" if is_silent else tr("No number or address that works is known."))
        self.note.setVisible(bool(self.note.text()))

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(Channel(self.sender().property("channel")))
