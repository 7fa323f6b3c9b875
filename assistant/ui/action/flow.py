"""Which page a lead needs now. Rules only: no widgets."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from assistant.core.course import Appointment, Course
from assistant.core.facts import (
    Agreed,
    AgreementKind,
    AppointmentChanged,
    AppointmentEvent,
    Attempt,
    Outcome,
    Requested,
)
from assistant.core.follow import gone_facts
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
    HAND_ON = "hand_on"


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

_JUST_CALLED = timedelta(hours=12)
"""So long, which is to say on the same day, a message says that we just called (ours)."""
_PARTINGS = frozenset({AgreementKind.LOST, AgreementKind.DO_NOT_CONTACT})
_WRITTEN = frozenset({Step.CONFIRM_APPOINTMENT, Step.REMIND_APPOINTMENT})


def place_of(lead: LeadFile, now: datetime) -> Place:
    """Return where a lead stands between two presses of a button.

    What follows from the press before comes at once: a message owed, the choice of the next
    step, a confirmation, word that an appointment is off. A reminder waits for its day, the
    question whether the customer came for his appointment.
    """
    course, prompt = lead.course, lead.prompt
    if lead.plan.beside:
        return _beside(lead, lead.plan.beside[0], now)
    if course.end is not None and _is_expected(course, now):
        return Place(Page.MESSAGE, Moment.CANCELLED, _channels(course, course.cancelled))
    if prompt is None or _waits_for_its_day(prompt, course, now):
        return PROMPT
    if course.cancelled is not None and course.message_channels:
        channels = _channels(course, course.cancelled)
        return Place(Page.MESSAGE, Moment.CANCELLED, channels)
    return _place_of_step(prompt, course)


def _is_expected(course: Course, now: datetime) -> bool:
    """Say whether a customer whose lead ended still counts on his appointment, and can be told."""
    cancelled = course.cancelled
    return cancelled is not None and now < cancelled.starts_at and bool(course.message_channels)


def _beside(lead: LeadFile, channel: Channel, now: datetime) -> Place:
    if channel is Channel.MAIL and _calendar_is_old(lead.course):
        return Place(Page.MESSAGE, Moment.MOVED, (channel,))
    moment = Moment.NO_SHOW if _stayed_away(lead) else _after_miss(lead.course, now)
    return Place(Page.MESSAGE, moment, (channel,))


def _after_miss(course: Course, now: datetime) -> Moment:
    """Return what is written after a call in vain: that we just called only while that is so."""
    is_fresh = course.tries and now - course.tries[-1].at < _JUST_CALLED
    return Moment.MISSED if is_fresh else Moment.FIRST


def _calendar_is_old(course: Course) -> bool:
    return course.appointment is not None and course.appointment.calendar_is_old


def _channels(course: Course, about: Appointment | None) -> tuple[Channel, ...]:
    """Return how a message about an appointment can go: where an invite went out, first by mail.

    To whom it was told otherwise already, only the mail is still to go.
    """
    usable = course.message_channels
    if about is None or not about.invited or Channel.MAIL not in usable:
        return usable
    by_mail_first = sorted(usable, key=lambda channel: channel is not Channel.MAIL)
    return tuple(by_mail_first[:1] if about.calendar_is_old else by_mail_first)


def _place_of_step(prompt: Prompt, course: Course) -> Place:
    if course.spoken_at is not None and prompt.step is Step.FOLLOW_UP:
        return Place(Page.NEXT_STEP)
    if prompt.step is Step.ASK_SHOW:
        return Place(Page.SHOW)
    if prompt.step in _WRITTEN:
        page = Page.MESSAGE if course.message_channels else Page.TELL
        return Place(page, _written(prompt, course), _channels_of(prompt, course))
    return PROMPT


def _channels_of(prompt: Prompt, course: Course) -> tuple[Channel, ...]:
    """Return how a written step can go; a reminder changes nothing in a calendar."""
    if prompt.step is Step.REMIND_APPOINTMENT:
        return course.message_channels
    return _channels(course, course.appointment)


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


def message_of(lead: LeadFile, channel: Channel, now: datetime) -> Place:
    """Return the page of a message that the salesperson chose to write himself."""
    course, prompt = lead.course, lead.prompt
    if course.wish is not None and course.clock is not None:
        return Place(Page.MESSAGE, Moment.CALL_BACK, (channel,))
    if channel is Channel.MAIL and _calendar_is_old(course):
        return Place(Page.MESSAGE, Moment.MOVED, (channel,))
    if prompt is not None and prompt.step in _WRITTEN:
        return Place(Page.MESSAGE, _written(prompt, course), (channel,))
    return Place(Page.MESSAGE, _moment_of(lead, now), (channel,))


def offered_after(lead: LeadFile, agreed: AgreementKind) -> Place:
    """Return the message that may go out once this was agreed with a lead; else its prompt.

    It is offered and not owed: who leaves it out has forgotten nothing.
    """
    channels = lead.course.message_channels
    appointment = lead.course.appointment
    if not channels or agreed in _PARTINGS:
        return PROMPT
    if appointment is not None and appointment.came:
        return Place(Page.MESSAGE, Moment.THANK_YOU, channels)
    if agreed is AgreementKind.FOLLOW_UP:
        return Place(Page.MESSAGE, Moment.INFORMATION, channels)
    return PROMPT


def _moment_of(lead: LeadFile, now: datetime) -> Moment:
    course = lead.course
    if _stayed_away(lead):
        return Moment.NO_SHOW
    if course.agreed is not None and _owes_information(lead, course.agreed):
        return Moment.INFORMATION
    return Moment.FIRST if course.phone is None else _after_miss(course, now)


def _owes_information(lead: LeadFile, agreed: Agreed) -> bool:
    """Say whether information was agreed and nothing has gone out since."""
    gone = gone_facts(lead.facts)
    return agreed.kind is AgreementKind.FOLLOW_UP and not any(
        isinstance(fact, Attempt) and fact.outcome is Outcome.SENT and fact.at >= agreed.at
        for fact in lead.facts
        if fact.id not in gone
    )


def _stayed_away(lead: LeadFile) -> bool:
    """Say whether he did not come, and has not heard from us in writing since."""
    gone = gone_facts(lead.facts)
    for fact in reversed([fact for fact in lead.facts if fact.id not in gone]):
        match fact:
            case AppointmentChanged(event=event):
                return event is AppointmentEvent.NO_SHOW
            case Attempt() if fact.reached or fact.outcome is Outcome.SENT:
                return False
            case Requested() | Agreed():
                return False
            case _:
                continue
    return False


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
            channels = _channels_of(lead.prompt, lead.course)
            return next(iter(channels), None)
