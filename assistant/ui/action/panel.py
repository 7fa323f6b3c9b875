"""The panel that works one lead: it shows the page the lead needs, and logs what is pressed.

It decides nothing. Which page comes is :mod:`flow`'s word, when something is due the rules';
a press becomes one step at the desk, and the page after it follows from what is then stored.
"""

from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistant.core.facts import AppointmentEvent, LaterReason, Outcome
from assistant.core.request import Channel
from assistant.desk import LeadFile, NextStep
from assistant.outreach.texts import Moment, Text
from assistant.ui.action import entries
from assistant.ui.action.call_page import CallPage
from assistant.ui.action.entries import Entry
from assistant.ui.action.flow import PROMPT, Page, Place, message_of, offered_after, place_of
from assistant.ui.action.invitation import CONFIRMING, enclosed_in_words
from assistant.ui.action.message_page import MessagePage
from assistant.ui.action.prompt_page import PromptPage
from assistant.ui.action.sending import hand_over
from assistant.ui.action.writing import heading, letter
from assistant.ui.around import Around
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text as Rank
from assistant.ui.pages import Pages
from assistant.ui.sentences import missing_to_follow
from assistant.ui.texts.names import lacks_in_words

if TYPE_CHECKING:
    from assistant.ui.action.hand_on_page import HandOnPage
    from assistant.ui.action.later_page import LaterPage
    from assistant.ui.action.next_step_page import NextStepPage
    from assistant.ui.action.show_page import ShowPage
    from assistant.ui.action.tell_page import TellPage


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
        self.pages = Pages()
        self.prompt = PromptPage(around, with_later=with_later)
        self.prompt.chosen.connect(self._begin)
        self.prompt.later.connect(self.ask_later)
        self.prompt.appointment.connect(self.change_appointment)
        self.pages.add(self.prompt)
        self.missing = PlainLabel(role=Rank.SMALL)
        self.missing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.missing)
        column.addWidget(self.pages)

    @cached_property
    def call(self) -> CallPage:
        """The page of a call; made when it is first needed, and the rarer ones loaded then too."""
        page = CallPage(self._around)
        page.ended.connect(self._end_call)
        page.left.connect(self.reopen)
        self.pages.add(page)
        return page

    @cached_property
    def message(self) -> MessagePage:
        """The page of a message."""
        page = MessagePage()
        page.sent.connect(self._send)
        page.failed.connect(self._fail)
        page.skipped.connect(self._skip)
        page.other.connect(self._by_other_channel)
        self.pages.add(page)
        return page

    @cached_property
    def next_step(self) -> "NextStepPage":
        """The page after a conversation."""
        from assistant.ui.action.next_step_page import NextStepPage  # noqa: PLC0415

        page = NextStepPage(self._around)
        page.agreed.connect(self._agree)
        page.left_alone.connect(self._leave_alone_after_talking)
        self.pages.add(page)
        return page

    @cached_property
    def came(self) -> "ShowPage":
        """The page that asks whether the customer came."""
        from assistant.ui.action.show_page import ShowPage  # noqa: PLC0415

        page = ShowPage(self._around)
        page.marked.connect(self._mark_appointment)
        page.left.connect(self.reopen)
        self.pages.add(page)
        return page

    @cached_property
    def tell(self) -> "TellPage":
        """The page for who can only be told by telephone."""
        from assistant.ui.action.tell_page import TellPage  # noqa: PLC0415

        page = TellPage(self._around)
        page.told.connect(self._mark_appointment)
        page.chosen.connect(self._begin)
        page.left.connect(self._leave)
        self.pages.add(page)
        return page

    @cached_property
    def later(self) -> "LaterPage":
        """The page that asks why not now."""
        from assistant.ui.action.later_page import LaterPage  # noqa: PLC0415

        page = LaterPage()
        page.chosen.connect(self._postpone)
        page.left_alone.connect(self._leave_alone)
        page.left.connect(self.reopen)
        page.hand_on_wanted.connect(self.ask_hand_on)
        self.pages.add(page)
        return page

    @cached_property
    def hand_on(self) -> "HandOnPage":
        """The page that asks who gets a lead that the salesperson cannot take."""
        from assistant.ui.action.hand_on_page import HandOnPage  # noqa: PLC0415

        page = HandOnPage(self._around)
        page.chosen.connect(self._give_away)
        page.left.connect(self.reopen)
        self.pages.add(page)
        return page

    @property
    def lead(self) -> LeadFile | None:
        """Return the lead being worked, as last read."""
        return self._lead

    @property
    def is_offering(self) -> bool:
        """Say whether a message is in view that may be sent and holds nothing up."""
        return self._offered

    @property
    def is_busy(self) -> bool:
        """Say whether the salesperson has begun something that must not be taken away."""
        match self._place.page:
            case Page.MESSAGE:
                return self._begun or self.message.is_changed
            case Page.NEXT_STEP:
                return self._begun or self.next_step.is_begun
            case _:
                return self._begun

    def open_lead(self, lead: LeadFile) -> None:
        """Show the page that a lead needs."""
        self.stop()
        self._lead = lead
        self._begun = self._offered = False
        self._show(place_of(lead, self._around.now()))

    def look_again(self, lead: LeadFile) -> None:
        """Show what changed in the lead being worked, without leaving a page begun."""
        self._lead = lead
        if self.is_busy or self._offered:
            return
        needed = place_of(lead, self._around.now())
        if needed != self._place or needed.page is Page.PROMPT:
            self._show(needed)

    @Slot()
    def reopen(self) -> None:
        """Go back to the page that the lead needs."""
        if self._lead is not None:
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
        self.hand_on.start()
        self._show(Place(Page.HAND_ON))

    def stop(self) -> None:
        """Count no call any further."""
        if self._place.page is Page.CALL:
            self.call.stop()

    def _show(self, place: Place) -> None:
        lead = self._lead
        if lead is None:
            return
        self._place = place
        begins = place.page is Page.CALL and lead.course.last is None  # later it stands above
        self.missing.setText(missing_to_follow(lead.course) if begins else "")
        self.missing.setVisible(bool(self.missing.text()))
        self.pages.show_page(self._ready_page(place, lead))

    def _ready_page(self, place: Place, lead: LeadFile) -> QWidget:
        page: QWidget
        match place.page:
            case Page.PROMPT:
                self.prompt.show_lead(lead)
                page = self.prompt
            case Page.MESSAGE:
                self._show_message(lead, place.channels[0])
                page = self.message
            case Page.NEXT_STEP:
                self.next_step.start(lead)
                page = self.next_step
            case Page.SHOW:
                self.came.start(lead, can_leave=self._begun)
                page = self.came
            case Page.TELL:
                moment = place.moment or Moment.CONFIRMATION
                self.tell.show_lead(lead, moment, heading(moment, Channel.CALL))
                page = self.tell
            case Page.CALL | Page.LATER | Page.HAND_ON as begun:
                page = self._begun_page(begun)
        return page

    def _begun_page(self, page: Literal[Page.CALL, Page.LATER, Page.HAND_ON]) -> QWidget:
        """Return a page that a press has opened, and made ready."""
        match page:
            case Page.CALL:
                return self.call
            case Page.LATER:
                return self.later
            case Page.HAND_ON:
                return self.hand_on

    def _show_message(self, lead: LeadFile, channel: Channel) -> None:
        moment = self._place.moment or Moment.FIRST
        ready = letter(self._around, lead, moment, channel)
        others = tuple(other for other in self._place.channels if other is not channel)
        self.message.show_message(channel, ready.to, ready.text, others=others)
        self.message.show_lacks(lacks_in_words(ready.lacks))
        self.message.show_enclosed(enclosed_in_words(self._around, lead, moment, channel))
        can_skip = self.is_offering or self._is_owed(channel)
        self.message.show_heading(heading(moment, channel), can_skip=can_skip)

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
            self._show(message_of(lead, channel))
        elif lead.course.phone is not None:
            self.call.start(lead.course.phone.number)
            self._show(Place(Page.CALL))

    @Slot(object)
    def _end_call(self, outcome: Outcome) -> None:
        self._log(entries.attempted(Channel.CALL, outcome))

    @Slot(object, object)
    def _send(self, channel: Channel, message: Text) -> None:
        lead = self._lead
        if lead is None:
            return
        moment, appointment = self._place.moment or Moment.FIRST, lead.course.appointment
        if not hand_over(self._around, lead, channel, message, moment):
            return
        confirms = moment in CONFIRMING and appointment is not None
        self._log(entries.sent(channel, appointment.id if appointment and confirms else None))

    @Slot(object, object)
    def _fail(self, channel: Channel, outcome: Outcome) -> None:
        self._log(entries.attempted(channel, outcome))

    @Slot(object)
    def _skip(self, channel: Channel) -> None:
        if self._offered:
            self.withdraw()
        elif self._is_owed(channel):
            self._log(entries.skipped(channel))
        else:
            self._leave()

    @Slot()
    def _leave(self) -> None:
        self._begun = False
        self._show(Place(Page.PROMPT))

    @Slot(object)
    def _by_other_channel(self, channel: Channel) -> None:
        self._begun = True
        others = tuple(other for other in self._place.channels if other is not channel)
        self._show(Place(Page.MESSAGE, self._place.moment, (channel, *others)))

    @Slot(object)
    def _agree(self, next_step: NextStep) -> None:
        if not self.next_step.can_be_used():
            return
        before = self._lead
        place = PROMPT if before is None else offered_after(before, next_step.kind)
        self._log(entries.agreed(next_step, self.next_step.learnt()), then=place)

    def withdraw(self) -> None:
        """Take away a message that is only offered."""
        if self._offered:
            self.reopen()
            self.settled.emit()

    @Slot()
    def _leave_alone(self) -> None:
        self._log(entries.left_alone({}))

    @Slot()
    def _leave_alone_after_talking(self) -> None:
        self._log(entries.left_alone(self.next_step.learnt()))

    @Slot(object, object)
    def _mark_appointment(self, event: AppointmentEvent, moment: datetime | None) -> None:
        appointment = None if self._lead is None else self._lead.course.appointment
        if appointment is not None:
            self._log(entries.marked(appointment.id, event, moment))

    @Slot(object, object)
    def _postpone(self, reason: LaterReason, span: timedelta) -> None:
        self._log(entries.postponed(self._around.now() + span, reason))

    @Slot(str, str)
    def _give_away(self, to: str, note: str) -> None:
        self._log(entries.handed_on(to, note))

    def _log(self, entry: Entry, *, then: Place = PROMPT) -> None:
        """Write something down and show what follows from it; else what may follow."""
        lead, qt_desk = self._lead, self._around.qt_desk
        if lead is None:
            return
        was_begun, self._begun = self._begun, True  # nothing takes the lead away meanwhile
        facts = qt_desk.step(lambda: entry.write(qt_desk.desk, lead.lead_id))
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
