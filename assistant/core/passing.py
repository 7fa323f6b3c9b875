"""Notes the milestones that a lead passes, fact by fact, beside its course."""

from dataclasses import replace
from datetime import datetime

from assistant.core.course import Course
from assistant.core.facts import (
    Agreed,
    AgreementKind,
    AppointmentChanged,
    AppointmentEvent,
    Attempt,
    CameBack,
    Fact,
    HandOverReason,
    HandOverSent,
    Outcome,
    Requested,
)
from assistant.core.milestones import Milestones
from assistant.core.request import Channel, Door, RequestKind


def passed(before: Course, fact: Fact, after: Course) -> Milestones:
    """Return the milestones after a fact, which made of the course ``before`` the one ``after``.

    What was done with a name on a list, before it asked for anything, is none. The first clock
    is the first one of ours: not that of who asked after hours and was sent to the BDC.
    """
    known = _clock_stopped(before, fact, after)
    match fact:
        case Requested():
            return _asked(known, fact, after)
        case CameBack():
            return _came_back(known, fact, after)
        case HandOverSent(reason=HandOverReason.AFTER_HOURS) if known.responded_at is None:
            return replace(known, clock=None, wish=None)
        case _:
            return known if known.asked_at is None else _done(known, before, fact, after)


def _done(known: Milestones, before: Course, fact: Fact, after: Course) -> Milestones:
    match fact:
        case Attempt():
            return _attempted(known, fact, is_try=len(after.tries) > len(before.tries))
        case Agreed():
            return _agreed(known, fact)
        case AppointmentChanged() if _is_of(before, fact):
            return _appointment_changed(known, fact)
        case _:
            return known


def _clock_stopped(before: Course, fact: Fact, after: Course) -> Milestones:
    known = before.milestones
    if known.clock is None or known.responded_at is not None:
        return known
    return replace(known, responded_at=fact.at) if _responds(before, fact, after) else known


def _responds(before: Course, fact: Fact, after: Course) -> bool:
    """Say whether a fact is the first response; that a lead is set to lost calls nobody."""
    match fact:
        case Attempt(channel=Channel.CALL):
            return True
        case Attempt(outcome=Outcome.SENT):
            return before.wish is not None or before.phone is None
        case Agreed():
            return fact.kind is not AgreementKind.LOST
        case _:
            return before.clock is not None and after.clock is None


def _asked(known: Milestones, fact: Requested, after: Course) -> Milestones:
    asked = fact.request
    if asked.kind is RequestKind.PASSIVE:
        return known
    known = replace(known, condition=known.condition or asked.car_condition)
    if asked.is_conversation and known.reached_at is None:
        known = replace(known, reached_at=fact.arrived_at)
    if known.asked_at is None:
        known = replace(known, asked_at=fact.clock_from, door=asked.door, source=asked.source)
    if known.clock is not None or known.reached_at is not None:
        return known
    wish = None if after.message_channels else after.wish
    return replace(known, clock=fact.clock_from, wish=wish)


def _came_back(known: Milestones, fact: CameBack, after: Course) -> Milestones:
    """A name on a list counts from when the BDC made an active lead of it, as that list's."""
    named, at = after.request, fact.arrived_at
    if after.back is not fact or named is None:  # its request was taken back
        return known
    if known.asked_at is None:
        known = replace(known, asked_at=at, door=Door.LIST, source=named.source)
    if known.clock is not None or known.reached_at is not None:
        return known
    return replace(known, clock=at)


def _attempted(known: Milestones, fact: Attempt, *, is_try: bool) -> Milestones:
    if known.reached_at is not None:
        return known
    if fact.reached:
        return replace(known, reached_at=fact.at)
    return replace(known, tries=known.tries + is_try)


def _agreed(known: Milestones, fact: Agreed) -> Milestones:
    reached = known.reached_at or fact.at
    match fact.kind:
        case AgreementKind.APPOINTMENT:
            known = replace(known, reached_at=reached, agreed_at=known.agreed_at or fact.at)
            return replace(known, starts_at=fact.moment, unconfirmed_at=fact.moment)
        case AgreementKind.CALL_BACK | AgreementKind.FOLLOW_UP:
            return replace(known, reached_at=reached, follow_up_at=known.follow_up_at or fact.at)
        case AgreementKind.SOLD:
            sold_at = known.sold_at or fact.at
            return replace(known, reached_at=reached, sold_at=sold_at, unconfirmed_at=None)
        case AgreementKind.LOST:
            return replace(_called_off(known, fact.at), sold_at=None)
        case AgreementKind.DO_NOT_CONTACT:
            return _called_off(known, fact.at)


def _called_off(known: Milestones, now: datetime) -> Milestones:
    return replace(
        known,
        starts_at=_if_past(known.starts_at, now),
        unconfirmed_at=_if_past(known.unconfirmed_at, now),
    )


def _if_past(starts_at: datetime | None, now: datetime) -> datetime | None:
    """Return when an appointment was; one still to come is off when its lead ends."""
    return None if starts_at is None or starts_at > now else starts_at


def _is_of(before: Course, fact: AppointmentChanged) -> bool:
    return before.appointment is not None and before.appointment.id == fact.appointment_id


def _appointment_changed(known: Milestones, fact: AppointmentChanged) -> Milestones:
    match fact.event:
        case AppointmentEvent.CONFIRMED:
            confirmed_at = known.confirmed_at or fact.at
            return replace(known, confirmed_at=confirmed_at, unconfirmed_at=None)
        case AppointmentEvent.MOVED:
            return replace(known, starts_at=fact.moment, unconfirmed_at=fact.moment)
        case AppointmentEvent.CANCELLED:
            return replace(known, starts_at=None, unconfirmed_at=None)
        case AppointmentEvent.SHOW:
            return replace(known, show_at=known.show_at or fact.at, unconfirmed_at=None)
        case AppointmentEvent.NO_SHOW:
            return replace(known, no_show_at=known.no_show_at or fact.at)
        case AppointmentEvent.REMINDED:
            return known
