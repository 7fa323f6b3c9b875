"""The life of the appointment that stands: confirmed, moved, cancelled, kept or missed."""

from dataclasses import replace
from datetime import datetime

from assistant.core.course import Appointment, Course
from assistant.core.facts import Agreed, AppointmentChanged, AppointmentEvent


def appointment_changed(course: Course, fact: AppointmentChanged) -> Course:
    """Return where a lead stands after something happened to its appointment."""
    standing = course.appointment
    if standing is None or standing.id != fact.appointment_id:
        return course
    match fact.event:
        case AppointmentEvent.CONFIRMED:
            standing = replace(standing, confirmed_at=fact.at, was_told=True)
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


def at_another_time(
    standing: Appointment, starts_at: datetime, fact: Agreed | AppointmentChanged
) -> Appointment:
    """Return the appointment that takes another's place, in his calendar too."""
    return Appointment(
        id=fact.id,
        starts_at=starts_at,
        changed_at=fact.at,
        was_told=standing.was_told,
        invited_as=standing.uid,
    )


def called_off(appointment: Appointment | None, fact: Agreed) -> Appointment | None:
    """Return the appointment on which a customer still counts when his lead ends."""
    if appointment is None or not appointment.was_told or appointment.starts_at <= fact.at:
        return None
    return appointment
