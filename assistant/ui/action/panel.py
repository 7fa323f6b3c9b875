"""The panel that works one lead: it shows the page the lead needs, and logs what is pressed.

It decides nothing. Which page comes is :mod:`flow`'s word, when something is due the rules';
a press becomes one step at the desk, and the page after it follows from what is then stored.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistant.core.facts import AppointmentEvent, Fact, LaterReason, LeadId, Outcome
from assistant.core.plan import Step
from assistant.core.request import Channel
from assistant.desk import Desk, LeadFile, NextStep
from assistant.outreach.links import call_link
from assistant.outreach.texts import Moment, Text
from assistant.ui.action.call_page import CallPage
from assistant.ui.action.flow import Page, Place, message_of, place_of
from assistant.ui.action.later_page import LaterPage
from assistant.ui.action.message_page import MessagePage
from assistant.ui.action.next_step_page import NextStepPage
from assistant.ui.action.prompt_page import PromptPage
from assistant.ui.action.show_page import ShowPage
from assistant.ui.action.writing import heading, letter, link
from assistant.ui.around import Around
from assistant.ui.pages import Pages
from assistant.words.catalogue import tr
from assistant.words.vocabulary import word

Steps = Callable[[Desk, LeadId], list[Fact]]


class ActionPanel(QWidget):
    """Works one lead at a time.

    Signals:
        logged: Something was written down (a sentence, the facts it wrote).
        settled: The lead asks for nothing more now.
        grown: Another page, or more on it: the window may need another size.
    """

    logged = Signal(str, object)
    settled = Signal()
    grown = Signal()

    def __init__(self, around: Around, *, with_later: bool = True) -> None:
        super().__init__()
        self._around = around
        self._lead: LeadFile | None = None
        self._place = Place(Page.PROMPT)
        self.prompt = PromptPage(around, with_later=with_later)
        self.call = CallPage(around)
        self.message = MessagePage()
        self.next_step = NextStepPage(around)
        self.came = ShowPage(around)
        self.later = LaterPage()
        self.pages = Pages(
            self.prompt, self.call, self.message, self.next_step, self.came, self.later
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)
        self._connect()

    @property
    def lead(self) -> LeadFile | None:
        """Return the lead being worked, as last read."""
        return self._lead

    @property
    def is_busy(self) -> bool:
        """Say whether the salesperson has begun something that must not be taken away."""
        return self._place.page is not Page.PROMPT

    def open_lead(self, lead: LeadFile) -> None:
        """Show the page that a lead needs."""
        self.call.stop()
        self._lead = lead
        self._show(place_of(lead))

    def look_again(self, lead: LeadFile) -> None:
        """Show what changed in the lead being worked, without leaving a page begun."""
        self._lead = lead
        if not self.is_busy:
            self._show(place_of(lead))

    @Slot()
    def reopen(self) -> None:
        """Go back to the page that the lead needs."""
        if self._lead is not None:
            self.open_lead(self._lead)

    @Slot()
    def ask_later(self) -> None:
        """Ask why not now, and until when."""
        self._show(Place(Page.LATER))

    def _connect(self) -> None:
        self.prompt.chosen.connect(self._begin)
        self.prompt.later.connect(self.ask_later)
        self.call.ended.connect(self._end_call)
        self.call.left.connect(self.reopen)
        self.message.sent.connect(self._send)
        self.message.failed.connect(self._fail)
        self.message.skipped.connect(self._skip)
        self.message.other.connect(self._by_other_channel)
        self.next_step.agreed.connect(self._agree)
        self.next_step.grown.connect(self.grown)
        self.came.marked.connect(self._mark_appointment)
        self.came.grown.connect(self.grown)
        self.later.chosen.connect(self._postpone)
        self.later.left.connect(self.reopen)

    def _show(self, place: Place) -> None:
        lead = self._lead
        if lead is None:
            return
        self._place = place
        match place.page:
            case Page.PROMPT:
                self.prompt.show_lead(lead)
            case Page.MESSAGE:
                self._show_message(lead, place.channels[0])
            case Page.NEXT_STEP:
                self.next_step.start(lead)
            case Page.SHOW:
                self.came.start()
            case Page.CALL | Page.LATER:
                pass
        self.pages.show_page(self._pages()[place.page])
        self.grown.emit()

    def _pages(self) -> dict[Page, QWidget]:
        return {
            Page.PROMPT: self.prompt,
            Page.CALL: self.call,
            Page.MESSAGE: self.message,
            Page.NEXT_STEP: self.next_step,
            Page.SHOW: self.came,
            Page.LATER: self.later,
        }

    def _show_message(self, lead: LeadFile, channel: Channel) -> None:
        moment = self._place.moment or Moment.FIRST
        ready = letter(self._around, lead, moment, channel)
        others = tuple(other for other in self._place.channels if other is not channel)
        self.message.show_message(channel, ready.shown_to, ready.text, others=others)
        owed = moment is Moment.MISSED and channel in lead.plan.beside
        self.message.show_heading(heading(moment, channel), can_skip=owed)

    @Slot(object)
    def _begin(self, channel: Channel) -> None:
        lead = self._lead
        if lead is None:
            return
        if channel is not Channel.CALL:
            self._show(message_of(lead, channel))
        elif lead.course.phone is not None:
            self._around.open_link(call_link(lead.course.phone.number))
            self.call.start(lead.course.phone.number)
            self._show(Place(Page.CALL))

    @Slot(object)
    def _end_call(self, outcome: Outcome) -> None:
        self._write(word(outcome), lambda desk, lead: [desk.record(lead, Channel.CALL, outcome)])

    @Slot(object, object)
    def _send(self, channel: Channel, message: Text) -> None:
        lead = self._lead
        if lead is None:
            return
        to = letter(self._around, lead, Moment.FIRST, channel).to
        opened = link(channel, to, message)
        if "body=" not in opened and channel is Channel.MAIL:
            QGuiApplication.clipboard().setText(message.body)  # too long for a link
        self._around.open_link(opened)
        self._write(
            tr("{channel} sent").format(channel=word(channel)),
            lambda desk, lead_id: self._sent(desk, lead_id, channel),
        )

    def _sent(self, desk: Desk, lead_id: LeadId, channel: Channel) -> list[Fact]:
        facts: list[Fact] = [desk.record(lead_id, channel, Outcome.SENT)]
        appointment = None if self._lead is None else self._lead.course.appointment
        if appointment is not None and self._place.moment is Moment.CONFIRMATION:
            facts.append(desk.change_appointment(appointment.id, AppointmentEvent.CONFIRMED))
        return facts

    @Slot(object, object)
    def _fail(self, channel: Channel, outcome: Outcome) -> None:
        self._write(word(outcome), lambda desk, lead: [desk.record(lead, channel, outcome)])

    @Slot(object)
    def _skip(self, channel: Channel) -> None:
        lead = self._lead
        if lead is None or channel not in lead.plan.beside:
            self._show(Place(Page.PROMPT))
            return
        self._write(
            tr("{channel} skipped").format(channel=word(channel)),
            lambda desk, lead_id: [desk.skip(lead_id, channel)],
        )

    @Slot(object)
    def _by_other_channel(self, channel: Channel) -> None:
        others = tuple(other for other in self._place.channels if other is not channel)
        self._show(Place(Page.MESSAGE, self._place.moment, (channel, *others)))

    @Slot(object)
    def _agree(self, next_step: NextStep) -> None:
        learnt = self.next_step.learnt()

        def steps(desk: Desk, lead_id: LeadId) -> list[Fact]:
            facts: list[Fact] = [desk.agree(lead_id, next_step)]
            if any(learnt.values()):
                facts.append(desk.learn(lead_id, **learnt))
            return facts

        self._write(word(next_step.kind), steps)

    @Slot(object, object)
    def _mark_appointment(self, event: AppointmentEvent, moment: datetime | None) -> None:
        appointment = None if self._lead is None else self._lead.course.appointment
        if appointment is not None:
            self._write(
                word(event),
                lambda desk, _lead: [desk.change_appointment(appointment.id, event, moment)],
            )

    @Slot(object, object)
    def _postpone(self, reason: LaterReason, span: timedelta) -> None:
        until = self._around.now() + span
        self._write(tr("Later"), lambda desk, lead: [desk.postpone(lead, until, reason)])

    def _write(self, sentence: str, steps: Steps) -> None:
        lead, qt_desk = self._lead, self._around.qt_desk
        if lead is None:
            return
        facts = qt_desk.step(lambda: steps(qt_desk.desk, lead.lead_id))
        if facts is None:
            return
        self.logged.emit(sentence, facts)
        self.open_lead(qt_desk.desk.lead(lead.lead_id))
        if not self.is_busy and not self._asks_now():
            self.settled.emit()

    def _asks_now(self) -> bool:
        lead = self._lead
        if lead is None or lead.prompt is None:
            return False
        now, quiet = self._around.now(), lead.course.quiet_until
        if quiet is not None and now < quiet:
            return False
        return lead.prompt.rings_at <= now or lead.prompt.step is Step.CONFIRM_APPOINTMENT
