"""What became of a lead's appointments, those too that do not stand any more.

The rules need the one that stands (:mod:`assistant.core.follow`); a week's page and a
customer's calendar need them all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assistant.core.course import Appointment, Course
from assistant.core.facts import (
    WITH_MOMENT,
    Agreed,
    AgreementKind,
    AppointmentChanged,
    AppointmentEvent,
    Fact,
    FactId,
    LeadId,
    Retraction,
)
from assistant.core.follow import go_on, gone_facts


class Booked(StrEnum):
    """Where an appointment stands."""

    TO_CONFIRM = "to_confirm"
    CONFIRMED = "confirmed"
    CAME = "came"
    NO_SHOW = "no-show"
    CANCELLED = "cancelled"


STANDING = frozenset({Booked.TO_CONFIRM, Booked.CONFIRMED})
_ON_THE_WAY = frozenset({AppointmentEvent.MOVED, AppointmentEvent.CANCELLED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """An appointment with whose it is; every text may be empty.

    Attributes:
        id: The fact that made it.
        uid: Under which calendars know it.
        lead_id: The lead.
        starts_at: When the customer comes, or should have (UTC).
        state: What became of it.
        sequence: How often it was changed, as its invite counts.
        phone: The number to call (E.164, or as the customer wrote it).
    """

    id: FactId
    uid: str
    lead_id: LeadId
    starts_at: datetime
    state: Booked
    sequence: int
    name: str
    vehicle: str
    phone: str
    email: str


def bookings(lead_id: LeadId, facts: Sequence[Fact]) -> list[Booking]:
    """Return a lead's appointments, in the order in which they were made.

    Args:
        lead_id: The lead.
        facts: Its facts, in the order of the log.
    """
    gone = gone_facts(facts)
    course, found = Course(), dict[FactId, tuple[Appointment, Booked]]()
    for fact in facts:
        if fact.id in gone:
            continue
        before, course = course.appointment, go_on(course, [fact])
        standing = course.appointment
        if before is not None and (standing is None or standing.id != before.id):
            found[before.id] = before, _ended(before, fact)
        if standing is not None:
            found[standing.id] = standing, _stands(standing)
    return [
        _booking(lead_id, course, each, state, sequence(facts)) for each, state in found.values()
    ]


def sequence(facts: Sequence[Fact]) -> int:
    """Return how often a lead's appointment was changed, for its invite.

    A change that was taken back counts, and that it was taken back too: what went out with
    it must be overruled.
    """
    changes = set(_changes(facts))
    taken_back = [fact for fact in facts if isinstance(fact, Retraction) and fact.of in changes]
    return max(0, len(changes) + len(taken_back) - 1)  # the first of them made it


def _changes(facts: Sequence[Fact]) -> Iterator[FactId]:
    """Yield what made an appointment, moved or cancelled it; so does the end of its lead."""
    was_made = False
    for fact in facts:
        match fact:
            case Agreed(kind=AgreementKind.APPOINTMENT):
                was_made = True
                yield fact.id
            case Agreed(kind=kind) if was_made and kind not in WITH_MOMENT:
                yield fact.id
            case AppointmentChanged(event=event) if event in _ON_THE_WAY:
                yield fact.id
            case _:
                pass


def _stands(appointment: Appointment) -> Booked:
    if appointment.came:
        return Booked.CAME
    return Booked.TO_CONFIRM if appointment.confirmed_at is None else Booked.CONFIRMED


def _ended(appointment: Appointment, fact: Fact) -> Booked:
    if appointment.came:
        return Booked.CAME
    if isinstance(fact, AppointmentChanged) and fact.event is AppointmentEvent.NO_SHOW:
        return Booked.NO_SHOW
    return Booked.CANCELLED


def _booking(
    lead_id: LeadId, course: Course, appointment: Appointment, state: Booked, changes: int
) -> Booking:
    number = course.phone or next(iter(course.phones), None)
    return Booking(
        id=appointment.id,
        uid=appointment.uid,
        lead_id=lead_id,
        starts_at=appointment.starts_at,
        state=state,
        sequence=changes,
        name=course.name,
        vehicle="" if course.request is None else course.request.vehicle,
        phone="" if number is None else number.number,
        email=course.email or "",
    )
