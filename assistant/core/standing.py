"""The life of the appointment that stands: confirmed, moved, cancelled, kept or missed."""

from dataclasses import replace
from datetime import datetime

from assistant.core.course import Appointment, Course
from assistant.core.facts import Agreed, AppointmentChanged, AppointmentEvent, Attempt, Outcome
from assistant.core.request import Channel


def appointment_changed(course: Course, fact: AppointmentChanged) -> Course:
    """Return where a lead stands after something happened to its appointment."""
    standing = course.appointment
    if standing is None or standing.id != fact.appointment_id:
        return course
    match fact.event:
        case AppointmentEvent.CONFIRMED:
            standing = _confirmed(standing, course.last, fact.at)
        case AppointmentEvent.REMINDED:
            standing = replace(standing, reminded_at=fact.at)
        case AppointmentEvent.MOVED:
            assert fact.moment is not None  # noqa: S101 - AppointmentChanged refuses anything else
            moved = replace(at_another_time(standing, fact.moment, fact), id=standing.id)
            return replace(course, appointment=moved, spoken_at=None)
        case AppointmentEvent.CANCELLED:
            untold = standing if standing.was_told else None
            return replace(course, appointment=None, cancelled=untold, spoken_at=fact.at)
        case AppointmentEvent.SHOW:
            course = replace(course, spoken_at=fact.at)
            standing = replace(standing, came=True)
        case AppointmentEvent.NO_SHOW:
            return replace(course, appointment=None, tries=(), no_show_at=fact.at, spoken_at=None)
    return replace(course, appointment=standing)


def _confirmed(standing: Appointment, last: Attempt | None, at: datetime) -> Appointment:
    """Return it as the customer knows it: a mail since it was made or moved had its invite."""
    by_mail = (
        last is not None
        and (last.channel, last.outcome) == (Channel.MAIL, Outcome.SENT)
        and last.at >= standing.changed_at
    )
    return replace(
        standing,
        confirmed_at=at,
        was_told=True,
        invited=by_mail or standing.invited,
        calendar_is_old=standing.invited and not by_mail,
    )


def told_by(
    cancelled: Appointment | None, channel: Channel, *, can_mail: bool
) -> Appointment | None:
    """Return the cancelled appointment of which the customer must still be told after a message.

    Where an invite went out only a mail takes it from his calendar.
    """
    if cancelled is None or channel is Channel.MAIL or not (cancelled.invited and can_mail):
        return None
    return replace(cancelled, calendar_is_old=True)


def calendar_settled(course: Course, channel: Channel) -> Course:
    """Return where a lead stands once a message of this channel went out or was left out."""
    standing = course.appointment
    if channel is not Channel.MAIL or standing is None or not standing.calendar_is_old:
        return course
    return replace(course, appointment=replace(standing, calendar_is_old=False))


def at_another_time(
    standing: Appointment, starts_at: datetime, fact: Agreed | AppointmentChanged
) -> Appointment:
    """Return the appointment that takes another's place, in his calendar too."""
    return Appointment(
        id=fact.id,
        starts_at=starts_at,
        changed_at=fact.at,
        was_told=standing.was_told,
        invited=standing.invited,
        invited_as=standing.uid,
    )


def called_off(appointment: Appointment | None, fact: Agreed) -> Appointment | None:
    """Return the appointment on which a customer still counts when his lead ends."""
    if appointment is None or not appointment.was_told or appointment.starts_at <= fact.at:
        return None
    return appointment
