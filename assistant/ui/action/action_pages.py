"""The pages that work a lead: each loaded when it is first needed, and heard in one place."""

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from assistant.core.facts import Outcome
from assistant.core.request import Channel
from assistant.desk import LeadFile
from assistant.outreach.texts import Moment
from assistant.ui.action import entries
from assistant.ui.action.flow import Page, Place
from assistant.ui.action.prompt_page import PromptPage
from assistant.ui.around import Around
from assistant.ui.look.focus import tab_after
from assistant.ui.pages import Pages
from assistant.words.catalogue import tr

if TYPE_CHECKING:
    from assistant.ui.action.call_page import CallPage
    from assistant.ui.action.hand_on_page import HandOnPage
    from assistant.ui.action.later_page import LaterPage
    from assistant.ui.action.message_page import MessagePage
    from assistant.ui.action.next_step_page import NextStepPage
    from assistant.ui.action.show_page import ShowPage
    from assistant.ui.action.tell_page import TellPage


class ActionPages(Pages):
    """Holds the pages; what is pressed on any of them comes out as one of these signals.

    Signals:
        chosen: The customer is to be reached by a channel (``Channel``).
        later_wanted: It cannot be now.
        appointment_wanted: Something became of the appointment.
        hand_on_wanted: Somebody else is to get the lead.
        pressed: Something is to be written down (``Entry``).
        sent: A message is to go out (``Channel``, ``Text``).
        skipped: A message is left out (``Channel``).
        other: The message is to go by another channel (``Channel``).
        typed: The message was changed by hand (``Text``).
        agreed: A next step was chosen (``NextStep``).
        marked: Something became of the appointment (``AppointmentEvent``, a moment or ``None``).
        put_off: The lead is put off (``LaterReason``, ``timedelta``).
        lifted: Who wanted to be left alone may be contacted again.
        back: The page was left for the one that the lead needs.
        home: The page was left for the one with the buttons.
    """

    chosen = Signal(object)
    later_wanted = Signal()
    appointment_wanted = Signal()
    hand_on_wanted = Signal()
    pressed = Signal(object)
    sent = Signal(object, object)
    skipped = Signal(object)
    other = Signal(object)
    typed = Signal(object)
    agreed = Signal(object)
    marked = Signal(object, object)
    put_off = Signal(object, object)
    lifted = Signal()
    back = Signal()
    home = Signal()

    def __init__(self, around: Around, *, with_later: bool) -> None:
        super().__init__()
        self._around = around
        self.prompt = PromptPage(around, with_later=with_later)
        self.prompt.chosen.connect(self.chosen)
        self.prompt.later.connect(self.later_wanted)
        self.prompt.appointment.connect(self.appointment_wanted)
        self.prompt.lifted.connect(self.lifted)
        super().add(self.prompt)

    @override
    def add(self, page: QWidget) -> None:
        """Add a page, not in view; Tab comes to it where the first page stands."""
        super().add(page)
        tab_after(self.prompt.change, page)

    @cached_property
    def call(self) -> "CallPage":
        """The page of a call."""
        from assistant.ui.action.call_page import CallPage  # noqa: PLC0415

        page = CallPage(self._around)
        page.ended.connect(self._end_call)
        page.left.connect(self.back)
        self.add(page)
        return page

    @cached_property
    def message(self) -> "MessagePage":
        """The page of a message."""
        from assistant.ui.action.message_page import MessagePage  # noqa: PLC0415

        page = MessagePage()
        page.sent.connect(self.sent)
        page.failed.connect(self._fail)
        page.skipped.connect(self.skipped)
        page.other.connect(self.other)
        page.typed.connect(self.typed)
        self.add(page)
        return page

    @cached_property
    def next_step(self) -> "NextStepPage":
        """The page after a conversation."""
        from assistant.ui.action.next_step_page import NextStepPage  # noqa: PLC0415

        page = NextStepPage(self._around)
        page.agreed.connect(self.agreed)
        page.left_alone.connect(self._leave_alone_after_talking)
        self.add(page)
        return page

    @cached_property
    def came(self) -> "ShowPage":
        """The page that asks whether the customer came."""
        from assistant.ui.action.show_page import ShowPage  # noqa: PLC0415

        page = ShowPage(self._around)
        page.marked.connect(self.marked)
        page.left.connect(self.back)
        self.add(page)
        return page

    @cached_property
    def tell(self) -> "TellPage":
        """The page for who can only be told by telephone."""
        from assistant.ui.action.tell_page import TellPage  # noqa: PLC0415

        page = TellPage(self._around)
        page.told.connect(self.marked)
        page.chosen.connect(self.chosen)
        page.left.connect(self.home)
        self.add(page)
        return page

    @cached_property
    def later(self) -> "LaterPage":
        """The page that asks why not now."""
        from assistant.ui.action.later_page import LaterPage  # noqa: PLC0415

        page = LaterPage()
        page.chosen.connect(self.put_off)
        page.left_alone.connect(self._leave_alone)
        page.left.connect(self.back)
        page.hand_on_wanted.connect(self.hand_on_wanted)
        self.add(page)
        return page

    @cached_property
    def hand_on(self) -> "HandOnPage":
        """The page that asks who gets a lead that the salesperson cannot take."""
        from assistant.ui.action.hand_on_page import HandOnPage  # noqa: PLC0415

        page = HandOnPage(self._around)
        page.chosen.connect(self._give_away)
        page.left.connect(self.back)
        self.add(page)
        return page

    def show_place(self, place: Place, lead: LeadFile, *, begun: bool, can_skip: bool) -> None:
        """Show the page of a place, ready for a lead.

        Args:
            place: Which page, and for a message which one.
            lead: The lead being worked.
            begun: Whether a press has opened it, so that it can be left again.
            can_skip: Whether the message may be left out.
        """
        page: QWidget
        match place.page:
            case Page.PROMPT:
                self.prompt.show_lead(lead)
                page = self.prompt
            case Page.MESSAGE:
                self._show_message(place, lead, can_skip=can_skip)
                page = self.message
            case Page.NEXT_STEP:
                self.next_step.start(lead)
                page = self.next_step
            case Page.SHOW:
                self.came.start(lead, can_leave=begun)
                page = self.came
            case Page.TELL:
                self._show_telling(place, lead)
                page = self.tell
            case Page.CALL | Page.LATER | Page.HAND_ON as opened:
                page = self._opened_page(opened)
        self.show_page(page)

    def is_in_the_middle(self, page: Page) -> bool:
        """Say whether the salesperson is calling or typing on a page."""
        match page:
            case Page.CALL | Page.HAND_ON:
                return True
            case Page.MESSAGE:
                return self.message.is_changed
            case Page.NEXT_STEP:
                return self.next_step.is_begun
            case Page.SHOW:
                return self.came.is_begun
            case Page.PROMPT | Page.TELL | Page.LATER:
                return False

    def _opened_page(self, page: Literal[Page.CALL, Page.LATER, Page.HAND_ON]) -> QWidget:
        """Return a page that a press has opened, and made ready."""
        match page:
            case Page.CALL:
                return self.call
            case Page.LATER:
                return self.later
            case Page.HAND_ON:
                return self.hand_on

    def _show_message(self, place: Place, lead: LeadFile, *, can_skip: bool) -> None:
        from assistant.ui.action.invitation import enclosed_in_words  # noqa: PLC0415
        from assistant.ui.action.writing import heading, letter  # noqa: PLC0415
        from assistant.ui.texts.names import lacks_in_words  # noqa: PLC0415

        channel, moment = place.channels[0], place.moment or Moment.FIRST
        ready = letter(self._around, lead, moment, channel)
        self.message.show_message(channel, ready.to, ready.text, others=place.channels[1:])
        if (typed := self._around.drafts.text(lead.lead_id, place)) is not None:
            self.message.bring_back(typed)
        self.message.show_lacks(lacks_in_words(ready.lacks))
        self.message.show_enclosed(enclosed_in_words(self._around, lead, moment, channel))
        said = heading(moment, channel)
        if moment is Moment.CANCELLED and lead.course.end is not None:
            said = tr("The customer still counts on his appointment: call it off")
        self.message.show_heading(said, can_skip=can_skip)

    def _show_telling(self, place: Place, lead: LeadFile) -> None:
        from assistant.ui.action.writing import heading  # noqa: PLC0415

        moment = place.moment or Moment.CONFIRMATION
        self.tell.show_lead(lead, moment, heading(moment, Channel.CALL))

    @Slot(object)
    def _end_call(self, outcome: Outcome) -> None:
        self.pressed.emit(entries.attempted(Channel.CALL, outcome))

    @Slot(object, object)
    def _fail(self, channel: Channel, outcome: Outcome) -> None:
        self.pressed.emit(entries.attempted(channel, outcome))

    @Slot()
    def _leave_alone(self) -> None:
        self.pressed.emit(entries.left_alone({}))

    @Slot()
    def _leave_alone_after_talking(self) -> None:
        self.pressed.emit(entries.left_alone(self.next_step.learnt()))

    @Slot(str, str)
    def _give_away(self, to: str, note: str) -> None:
        self.pressed.emit(entries.handed_on(to, note))
