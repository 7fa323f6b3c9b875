"""Folds a lead's facts, one after the other, into its course.

Nothing here knows opening hours or intervals: those turn a course into a plan.
"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.core.asking import requested
from assistant.core.away import moved
from assistant.core.course import Appointment, Course, End
from assistant.core.facts import (
    Agreed,
    AgreementKind,
    AppointmentChanged,
    Attempt,
    CameBack,
    Fact,
    FactId,
    HandedOn,
    HandOverSent,
    Learnt,
    Merged,
    Postponed,
    Requested,
    Retraction,
    Skipped,
    Split,
)
from assistant.core.followable import marked_by_learning, marked_by_request
from assistant.core.passing import passed
from assistant.core.reaching import called, spoken, without, written
from assistant.core.request import Channel
from assistant.core.standing import (
    appointment_changed,
    at_another_time,
    calendar_settled,
    called_off,
)


def follow(facts: Sequence[Fact]) -> Course:
    """Return where a lead stands after ``facts``, given in the order of the log.

    The result depends on nothing but the facts. What a later fact took back is left out.
    """
    gone = gone_facts(facts)
    return go_on(Course(), [fact for fact in facts if fact.id not in gone])


def go_on(course: Course, facts: Sequence[Fact]) -> Course:
    """Return where a lead stands after more ``facts``, none of which takes another back."""
    last_at = course.last_at
    for fact in facts:
        after = _after(course, fact)
        course = replace(after, milestones=passed(course, fact, after))
        last_at = fact.at
    return replace(course, last_at=last_at)


def gone_facts(facts: Sequence[Fact]) -> frozenset[FactId]:
    """Return the facts that count no longer: taken back, or split off to another lead."""
    taken_back = {fact.of for fact in facts if isinstance(fact, Retraction)}
    splits = (fact for fact in facts if isinstance(fact, Split) and fact.id not in taken_back)
    return frozenset(taken_back | {split.request_id for split in splits})


def requests_that_count(facts: Sequence[Fact]) -> list[Requested]:
    """Return what the customer asked, in the order of the log, without what counts no longer."""
    gone = gone_facts(facts)
    return [fact for fact in facts if isinstance(fact, Requested) and fact.id not in gone]


def _after(course: Course, fact: Fact) -> Course:
    match fact:
        case Requested():
            return marked_by_request(requested(course, fact), fact)
        case Attempt(channel=Channel.CALL):
            return called(course, fact)
        case Attempt():
            return written(replace(course, last=fact, quiet_until=None), fact)
        case Agreed():
            return _agreed(replace(course, quiet_until=None), fact)
        case AppointmentChanged():
            return appointment_changed(replace(course, quiet_until=None), fact)
        case _:
            return _noted(course, fact)


_Noted = (
    Postponed | Skipped | Learnt | HandedOn | HandOverSent | CameBack | Merged | Split | Retraction
)


def _noted(course: Course, fact: _Noted) -> Course:
    match fact:
        case HandedOn() | HandOverSent() | CameBack():
            return moved(course, fact)
        case Postponed():
            return replace(course, quiet_until=fact.until)
        case Skipped():
            cancelled = course.cancelled if fact.channel in course.owed else None
            course = replace(course, owed=without(course.owed, fact.channel), cancelled=cancelled)
            return calendar_settled(course, fact.channel)
        case Learnt():
            return marked_by_learning(_learnt(course, fact), fact)
        case Merged() | Split() | Retraction():
            return course


def _agreed(course: Course, fact: Agreed) -> Course:
    course = replace(spoken(course, fact.at), spoken_at=None, end=None)
    appointment = course.appointment
    if appointment is not None and appointment.came:
        appointment = None
    match fact.kind:
        case AgreementKind.APPOINTMENT:
            assert fact.moment is not None  # noqa: S101 - Agreed refuses anything else
            made = Appointment(id=fact.id, starts_at=fact.moment, changed_at=fact.at)
            if appointment is not None:
                made = at_another_time(appointment, fact.moment, fact)
            return replace(course, appointment=made)
        case AgreementKind.CALL_BACK | AgreementKind.FOLLOW_UP:
            return replace(course, agreed=fact, appointment=appointment)
        case AgreementKind.SOLD | AgreementKind.LOST | AgreementKind.DO_NOT_CONTACT:
            end = End(kind=fact.kind, at=fact.at, reason=fact.reason)
            off = called_off(appointment, fact)
            return replace(course, appointment=None, cancelled=off, end=end)


def _learnt(course: Course, fact: Learnt) -> Course:
    known = course.request
    if known is None:
        return course
    phones = known.phones if fact.phone is None else (fact.phone, *known.phones)
    emails = (fact.email, *known.emails) if fact.email else known.emails
    known = replace(
        known,
        name=fact.name or known.name,
        phones=tuple(dict.fromkeys(phones)),
        emails=tuple(dict.fromkeys(emails)),
    )
    return replace(course, request=known)
