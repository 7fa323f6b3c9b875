"""The panel that works one lead: it shows the page the lead needs, and logs what is pressed.

It decides nothing. Which page comes is :mod:`flow`'s word, when something is due the rules';
a press becomes one step at the desk, and the page after it follows from what is then stored.
"""

from datetime import datetime, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistant.core.facts import AppointmentEvent, Fact, LaterReason, LeadId
from assistant.core.request import Channel
from assistant.desk import LeadFile, NextStep
from assistant.outreach.texts import Moment, Text
from assistant.ui.action import entries
from assistant.ui.action.action_pages import ActionPages
from assistant.ui.action.entries import Entry
from assistant.ui.action.flow import PROMPT, Page, Place, message_of, offered_after, place_of
from assistant.ui.action.invitation import CONFIRMING
from assistant.ui.action.meanwhile import Meanwhile, is_done, news
from assistant.ui.action.sending import hand_over
from assistant.ui.around import Around
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text as Rank
from assistant.ui.sentences import is_first_call, missing_to_follow


class ActionPanel(QWidget):
    """Works one lead at a time.

    Signals:
        logged: Something was written down (a sentence, the facts it wrote).
        settled: The lead asks for nothing more now.
    """

    logged = Signal(str, object)
    settled = Signal()

    def __init__(self, around: Around, *, with_later: bool = True) -> None:
        super().__init__()
        self._around = around
        self._lead: LeadFile | None = None
        self._place = Place(Page.PROMPT)
        self._begun = False
        self._offered = False
        self._logs = False
        self.meanwhile = Meanwhile(around)
        self.pages = ActionPages(around, with_later=with_later)
        self.missing = PlainLabel(role=Rank.SMALL)
        self.missing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.missing, self.meanwhile, self.pages):
            column.addWidget(widget)
        self._connect()

    @property
    def lead(self) -> LeadFile | None:
        """Return the lead being worked, as last read."""
        return self._lead

    @property
    def worked(self) -> LeadId | None:
        """Return the lead with which something was begun here, in the window in front."""
        in_front = self.isVisible() and self.window().isActiveWindow()
        return self._lead.lead_id if self._lead and in_front and self.is_busy else None

    @property
    def is_offering(self) -> bool:
        """Say whether a message is in view that may be sent and holds nothing up."""
        return self._offered

    @property
    def is_busy(self) -> bool:
        """Say whether the salesperson has begun something that must not be taken away."""
        match self._place.page:
            case Page.MESSAGE:
                return self._begun or self.pages.message.is_changed
            case Page.NEXT_STEP:
                return self._begun or self.pages.next_step.is_begun
            case _:
                return self._begun

    def open_lead(self, lead: LeadFile) -> None:
        """Show the page that a lead needs."""
        self.stop()
        self._lead = lead
        self._offered = False
        left_open = self._around.drafts.left_open(lead)
        self._begun = left_open is not None
        self._show(left_open or place_of(lead, self._around.now()))

    def look_again(self, lead: LeadFile) -> None:
        """Show what changed in the lead being worked, without taking a page from under a hand."""
        before, self._lead = self._lead, lead
        if self._logs:
            return
        if before is not None and (happened := news(before, lead)):
            self._take_note(lead, happened)
            return
        if self.is_busy or self._offered:
            return
        needed = place_of(lead, self._around.now())
        if needed != self._place or needed.page is Page.PROMPT:
            self._show(needed)

    def _take_note(self, lead: LeadFile, happened: list[Fact]) -> None:
        """Show what comes next now; to who is in the middle of something only say what was done."""
        if not self.pages.is_in_the_middle(self._place.page):
            self.open_lead(lead)
            return
        done = not self.pages.isEnabled() or is_done(self._place, lead, happened)
        self.meanwhile.tell(happened[-1], done=done)
        self.pages.setEnabled(not done)

    @Slot()
    def reopen(self) -> None:
        """Go back to the page that the lead needs."""
        if self._lead is not None:
            self._around.drafts.close(self._lead.lead_id)
            self.open_lead(self._lead)

    @Slot()
    def ask_later(self) -> None:
        """Ask why not now, and until when."""
        self._begun = True
        self._show(Place(Page.LATER))

    @Slot()
    def change_appointment(self) -> None:
        """Ask what became of the appointment that stands."""
        self._begun = True
        self._show(Place(Page.SHOW))

    @Slot()
    def ask_hand_on(self) -> None:
        """Ask who gets the lead instead."""
        self._begun = True
        self.pages.hand_on.start()
        self._show(Place(Page.HAND_ON))

    def stop(self) -> None:
        """Count no call any further."""
        if self._place.page is Page.CALL:
            self.pages.call.stop()

    def _show(self, place: Place) -> None:
        lead = self._lead
        if lead is None:
            return
        self._place = place
        self.meanwhile.hide()
        self.pages.setEnabled(True)
        begins = place.page is Page.CALL and is_first_call(lead)  # later it stands above
        self.missing.setText(missing_to_follow(lead.course) if begins else "")
        self.missing.setVisible(bool(self.missing.text()))
        can_skip = self._offered or bool(place.channels and self._is_owed(place.channels[0]))
        self.pages.show_place(place, lead, begun=self._begun, can_skip=can_skip)

    def _is_owed(self, channel: Channel) -> bool:
        """Say whether the message in view is owed, so that leaving it out is a fact."""
        is_beside = self._lead is not None and channel in self._lead.plan.beside
        return is_beside or self._place.moment is Moment.CANCELLED

    @Slot(object)
    def _begin(self, channel: Channel) -> None:
        lead = self._lead
        if lead is None:
            return
        self._begun = True
        if channel is not Channel.CALL:
            self._show(message_of(lead, channel, self._around.now()))
        elif lead.course.phone is not None:
            self.pages.call.start(lead.course.phone.number)
            self._show(Place(Page.CALL))

    @Slot(object, object)
    def _send(self, channel: Channel, message: Text) -> None:
        lead = self._lead
        if lead is None or self._was_sent(lead):
            return
        moment, appointment = self._place.moment or Moment.FIRST, lead.course.appointment
        if not hand_over(self._around, lead, channel, message, moment):
            return
        self._around.drafts.drop(lead.lead_id)
        is_owed = appointment is not None and appointment.confirmed_at is None
        confirms = moment in CONFIRMING and is_owed
        self._log(entries.sent(channel, appointment.id if appointment and confirms else None))

    def _was_sent(self, shown: LeadFile) -> bool:
        """Say whether the message in view went out elsewhere this very moment; show that then."""
        qt_desk = self._around.qt_desk
        lead = qt_desk.do(lambda: qt_desk.desk.lead(shown.lead_id))
        if lead is None or not is_done(self._place, lead, news(shown, lead)):
            return False
        self.look_again(lead)
        return True

    @Slot(object)
    def _keep(self, typed: Text) -> None:
        if self._lead is not None:
            self._around.drafts.keep(self._lead, self._place, typed)

    @Slot(object)
    def _skip(self, channel: Channel) -> None:
        if self._offered:
            self.withdraw()
        elif self._is_owed(channel):
            if self._lead is not None:
                self._around.drafts.drop(self._lead.lead_id)
            self._log(entries.skipped(channel))
        else:
            self._leave()

    @Slot()
    def _leave(self) -> None:
        if self._lead is not None:
            self._around.drafts.close(self._lead.lead_id)
        self._begun = False
        self._show(Place(Page.PROMPT))

    @Slot(object)
    def _by_other_channel(self, channel: Channel) -> None:
        self._begun = True
        others = tuple(other for other in self._place.channels if other is not channel)
        self._show(Place(Page.MESSAGE, self._place.moment, (channel, *others)))

    @Slot(object)
    def _agree(self, next_step: NextStep) -> None:
        if not self.pages.next_step.can_be_used():
            return
        before = self._lead
        place = PROMPT if before is None else offered_after(before, next_step.kind)
        self._log(entries.agreed(next_step, self.pages.next_step.learnt()), then=place)

    def withdraw(self) -> None:
        """Take away a message that is only offered."""
        if self._offered:
            self.reopen()
            self.settled.emit()

    @Slot(object, object)
    def _mark_appointment(self, event: AppointmentEvent, moment: datetime | None) -> None:
        appointment = None if self._lead is None else self._lead.course.appointment
        if appointment is not None:
            self._log(entries.marked(appointment.id, event, moment))

    @Slot()
    def _contact_again(self) -> None:
        lead, qt_desk = self._lead, self._around.qt_desk
        if lead is not None:
            qt_desk.step(lambda: qt_desk.desk.privacy.contact_again(lead.lead_id))

    @Slot(object, object)
    def _postpone(self, reason: LaterReason, span: timedelta) -> None:
        self._log(entries.postponed(self._around.now() + span, reason))

    @Slot(object)
    def _log(self, entry: Entry, *, then: Place = PROMPT) -> None:
        """Write something down and show what follows from it; else what may follow."""
        lead, qt_desk = self._lead, self._around.qt_desk
        if lead is None:
            return
        was_begun, self._begun = self._begun, True  # nothing takes the lead away meanwhile
        self._logs = True
        facts = qt_desk.step(lambda: entry.write(qt_desk.desk, lead.lead_id))
        self._logs = False
        if facts is None:
            self._begun = was_begun
            return
        self.logged.emit(entry.sentence, facts)
        read = qt_desk.desk.lead(lead.lead_id)
        self.open_lead(read)
        quiet = read.course.quiet_until
        is_put_off = quiet is not None and self._around.now() < quiet
        self._begun = not is_put_off and self._place.page is not Page.PROMPT
        if not self._begun and then.page is Page.MESSAGE:
            self._offered = True
            self._show(then)
            return
        if not self._begun and not qt_desk.rings(read.lead_id):
            self.settled.emit()

    def _connect(self) -> None:
        pages = self.pages
        pages.chosen.connect(self._begin)
        pages.later_wanted.connect(self.ask_later)
        pages.appointment_wanted.connect(self.change_appointment)
        pages.hand_on_wanted.connect(self.ask_hand_on)
        pages.pressed.connect(self._log)
        pages.sent.connect(self._send)
        pages.skipped.connect(self._skip)
        pages.typed.connect(self._keep)
        pages.other.connect(self._by_other_channel)
        pages.agreed.connect(self._agree)
        pages.marked.connect(self._mark_appointment)
        pages.put_off.connect(self._postpone)
        pages.lifted.connect(self._contact_again)
        pages.back.connect(self.reopen)
        pages.home.connect(self._leave)
        self.meanwhile.go_on.clicked.connect(self.reopen)
