"""Which page a lead needs now. Rules only: no widgets."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.core.course import Course
from assistant.core.plan import Prompt, Step
from assistant.core.request import Channel
from assistant.desk import LeadFile
from assistant.outreach.texts import Moment


class Page(StrEnum):
    """What is asked of the salesperson."""

    PROMPT = "prompt"
    CALL = "call"
    MESSAGE = "message"
    NEXT_STEP = "next_step"
    SHOW = "show"
    TELL = "tell"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Place:
    """A page, and for a message which one it is.

    Attributes:
        channels: The channels it can go by, the one to offer first in front.
    """

    page: Page
    moment: Moment | None = None
    channels: tuple[Channel, ...] = ()


PROMPT = Place(Page.PROMPT)

_WRITTEN = frozenset({Step.CONFIRM_APPOINTMENT, Step.REMIND_APPOINTMENT})


def place_of(lead: LeadFile, now: datetime) -> Place:
    """Return where a lead stands between two presses of a button.

    What follows from the press before comes at once: a message owed, the choice of the next
    step, a confirmation, word that an appointment is off. A reminder waits for its day, the
    question whether the customer came for his appointment.
    """
    course, prompt = lead.course, lead.prompt
    if lead.plan.beside:
        return Place(Page.MESSAGE, Moment.MISSED, lead.plan.beside[:1])
    if prompt is None or _waits_for_its_day(prompt, course, now):
        return PROMPT
    if course.cancelled is not None and course.message_channels:
        return Place(Page.MESSAGE, Moment.CANCELLED, course.message_channels)
    return _place_of_step(prompt, course)


def _place_of_step(prompt: Prompt, course: Course) -> Place:
    if course.spoken_at is not None and prompt.step is Step.FOLLOW_UP:
        return Place(Page.NEXT_STEP)
    if prompt.step is Step.ASK_SHOW:
        return Place(Page.SHOW)
    if prompt.step in _WRITTEN:
        page = Page.MESSAGE if course.message_channels else Page.TELL
        return Place(page, _written(prompt, course), course.message_channels)
    return PROMPT


def _written(prompt: Prompt, course: Course) -> Moment:
    """Return the message of a step: who was told of another time is told that it was moved."""
    if prompt.step is Step.REMIND_APPOINTMENT:
        return Moment.REMINDER
    was_told = course.appointment is not None and course.appointment.was_told
    return Moment.MOVED if was_told else Moment.CONFIRMATION


def _waits_for_its_day(prompt: Prompt, course: Course, now: datetime) -> bool:
    if prompt.step is Step.ASK_SHOW:
        return course.appointment is not None and now < course.appointment.starts_at
    return prompt.step is Step.REMIND_APPOINTMENT and now < prompt.rings_at


def message_of(lead: LeadFile, channel: Channel) -> Place:
    """Return the page of a message that the salesperson chose to write himself."""
    course, prompt = lead.course, lead.prompt
    if course.wish is not None and course.clock is not None:
        return Place(Page.MESSAGE, Moment.CALL_BACK, (channel,))
    if prompt is not None and prompt.step in _WRITTEN:
        return Place(Page.MESSAGE, _written(prompt, course), (channel,))
    moment = Moment.MISSED if course.tries and course.phone is not None else Moment.FIRST
    return Place(Page.MESSAGE, moment, (channel,))


def primary_channel(lead: LeadFile) -> Channel | None:
    """Return the channel of the one primary button: what the rule says comes next."""
    if lead.prompt is None:
        return None
    match lead.prompt.step:
        case Step.MAIL:
            return Channel.MAIL
        case Step.WHATSAPP:
            return Channel.WHATSAPP
        case Step.CALL | Step.CALL_BACK | Step.FOLLOW_UP if lead.course.phone is not None:
            return Channel.CALL
        case _:
            return next(iter(lead.course.message_channels), None)
