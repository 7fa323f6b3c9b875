"""What reaching out to a customer changes: a conversation, a try, a message that went out."""

from dataclasses import replace
from datetime import datetime, timedelta

from assistant.core.course import Appointment, Course, not_on_whatsapp
from assistant.core.facts import Attempt, Outcome
from assistant.core.request import Channel
from assistant.core.rules import Try
from assistant.core.standing import calendar_settled, told_by

_EARLY = timedelta(minutes=15)
"""How long before an agreed moment a call counts as the agreed one (ours)."""


def spoken(course: Course, at: datetime) -> Course:
    """Return where a lead stands after a conversation: it has no next step yet."""
    return replace(
        course,
        clock=None,
        wish=None,
        tries=(),
        owed=(),
        spoken_at=at,
        agreed=None,
        cancelled=None,
        no_show_at=None,
        passive_since=None,
        handed_on=None,
        sent=None,
    )


def called(course: Course, fact: Attempt) -> Course:
    """Return where a lead stands after a call."""
    stopped_at = fact.at if course.clock is not None else course.stopped_at
    if fact.reached:
        course = spoken(course, fact.at)
        return replace(course, last=fact, quiet_until=None, stopped_at=stopped_at)
    agreed, wish = course.agreed, course.wish
    if agreed is not None and agreed.moment is not None and fact.at >= agreed.moment - _EARLY:
        agreed = None
    if wish is not None and fact.at >= wish - _EARLY:
        wish = None
    if fact.outcome is Outcome.WRONG_NUMBER:
        course = replace(course, bad=course.bad | _proved_bad(course, fact.outcome))
    return replace(
        course,
        last=fact,
        quiet_until=None,
        clock=None,
        stopped_at=stopped_at,
        tries=(*course.tries, Try(fact.at, fact.outcome)),
        owed=course.message_channels if course.phone is not None else (),
        agreed=agreed,
        wish=wish,
        no_show_at=None,
    )


def written(course: Course, fact: Attempt) -> Course:
    """Return where a lead stands after a mail or a WhatsApp message."""
    if fact.reached:
        clock = None if course.sent or course.handed_on else course.clock
        return replace(spoken(course, fact.at), clock=clock)
    if fact.outcome is Outcome.REFUSED:
        return course  # it never left, and is owed as it was
    cancelled = _still_untold(course, fact.channel)
    course = replace(course, owed=without(course.owed, fact.channel))
    if fact.outcome is Outcome.SENT:
        course = calendar_settled(replace(course, cancelled=cancelled), fact.channel)
        return _sent(course, fact.at)
    return replace(course, bad=course.bad | _proved_bad(course, fact.outcome))


def _still_untold(course: Course, channel: Channel) -> Appointment | None:
    """Return the cancelled appointment that is to be told of after a message of this channel.

    One that goes beside a call in vain comes first, and does not tell of it.
    """
    if channel in course.owed:
        return course.cancelled
    return told_by(course.cancelled, channel, can_mail=course.email is not None)


def without(owed: tuple[Channel, ...], channel: Channel) -> tuple[Channel, ...]:
    """Return what is owed once the message of this channel is not any more."""
    return tuple(other for other in owed if other is not channel)


def _clock_stopped(course: Course, at: datetime) -> Course:
    if course.clock is None:
        return course
    return replace(course, clock=None, stopped_at=at)


def _proved_bad(course: Course, outcome: Outcome) -> frozenset[str]:
    bad: str | None = None
    if outcome is Outcome.WRONG_NUMBER and course.phone is not None:
        bad = course.phone.key
    elif outcome is Outcome.BOUNCED:
        bad = course.email
    elif outcome is Outcome.NOT_ON_WHATSAPP and course.whatsapp is not None:
        bad = not_on_whatsapp(course.whatsapp)
    return frozenset() if bad is None else frozenset({bad})


def _sent(course: Course, at: datetime) -> Course:
    if course.appointment is not None and course.appointment.confirmed_at is not None:
        course = replace(course, appointment=replace(course.appointment, reminded_at=at))
    if course.wish is not None:
        return _clock_stopped(course, at)
    if course.phone is not None:
        return course
    return replace(
        _clock_stopped(course, at), tries=(*course.tries, Try(at, Outcome.SENT)), no_show_at=None
    )
