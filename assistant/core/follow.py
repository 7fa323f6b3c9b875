"""Folds a lead's facts, one after the other, into its course.

Nothing here knows opening hours or intervals: those turn a course into a plan.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from assistant.core.away import moved
from assistant.core.course import Appointment, Course, End, not_on_whatsapp
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
    Outcome,
    Postponed,
    Requested,
    Retraction,
    Skipped,
    Split,
)
from assistant.core.followable import marked_by_learning, marked_by_request
from assistant.core.passing import passed
from assistant.core.request import Channel, Request, RequestKind
from assistant.core.rules import Try
from assistant.core.standing import appointment_changed, at_another_time

ONE_CALL = timedelta(minutes=1)
"""How near a missed and an answered call of one number are one call (ours)."""
EARLY = timedelta(minutes=15)
"""How long before an agreed moment a call counts as the agreed one (ours)."""


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
            return marked_by_request(_requested(course, fact), fact)
        case Attempt(channel=Channel.CALL):
            return _called(course, fact)
        case Attempt():
            return _written(replace(course, last=fact, quiet_until=None), fact)
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
            cancelled = _still_untold(course, fact.channel)
            return replace(course, owed=_without(course.owed, fact.channel), cancelled=cancelled)
        case Learnt():
            return marked_by_learning(_learnt(course, fact), fact)
        case Merged() | Split() | Retraction():
            return course


def _requested(course: Course, fact: Requested) -> Course:
    asked = fact.request
    known = asked if course.request is None else _newest_words(course.request, asked)
    if asked.kind is RequestKind.PASSIVE:
        since = fact.arrived_at if course.request is None else course.passive_since
        return replace(course, request=known, passive_since=since)
    course = replace(course, passive_since=None)
    if asked.kind is RequestKind.MISSED_CALL and _was_answered(course, fact.clock_from):
        return replace(course, request=known)
    is_away = course.sent is not None or course.handed_on is not None
    known_clock, known_wish = (None, None) if is_away else (course.clock, course.wish)
    course = replace(
        course,
        request=known,
        asked_at=fact.clock_from,
        tries=(),
        owed=(),
        spoken_at=None,
        end=None,
        quiet_until=None,
        handed_on=None,
        sent=None,
    )
    if asked.is_conversation:
        return _spoken(course, fact.arrived_at)
    clock = known_clock or fact.clock_from
    wish = _still_to_come(asked.wanted_at, fact.clock_from) or known_wish
    return replace(course, clock=clock, last_clock=clock, stopped_at=None, wish=wish)


def _still_to_come(wish: datetime | None, asked_at: datetime) -> datetime | None:
    """Return a wish; one that had passed when he asked is no more than the two minutes."""
    return None if wish is None or wish <= asked_at else wish


def _was_answered(course: Course, missed_at: datetime) -> bool:
    """Say whether a colleague took the call that rang in vain elsewhere: then it is one call."""
    return course.spoken_at is not None and abs(missed_at - course.spoken_at) <= ONE_CALL


def _both_names(known: str, new: str) -> str:
    if not new or new.casefold() in known.casefold():
        return known
    return new if known.casefold() in new.casefold() else f"{known} / {new}"


def _newest_words(known: Request, new: Request) -> Request:
    car = new if new.vehicle else known
    return replace(
        new,
        name=_both_names(known.name, new.name),
        source=new.source or known.source,
        phones=tuple(dict.fromkeys(new.phones + known.phones)),
        emails=tuple(dict.fromkeys(new.emails + known.emails)),
        vehicle=car.vehicle,
        plate=new.plate or car.plate,
        price=new.price or car.price,
        link=new.link or car.link,
        own_vehicle=new.own_vehicle or known.own_vehicle,
        question=new.question or known.question,
        wants=new.wants or known.wants,
        may_call=new.may_call and known.may_call,
        consent=new.consent or known.consent,
    )


def _spoken(course: Course, at: datetime) -> Course:
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


def _called(course: Course, fact: Attempt) -> Course:
    stopped_at = fact.at if course.clock is not None else course.stopped_at
    if fact.reached:
        spoken = _spoken(course, fact.at)
        return replace(spoken, last=fact, quiet_until=None, stopped_at=stopped_at)
    agreed, wish = course.agreed, course.wish
    if agreed is not None and agreed.moment is not None and fact.at >= agreed.moment - EARLY:
        agreed = None
    if wish is not None and fact.at >= wish - EARLY:
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


def _written(course: Course, fact: Attempt) -> Course:
    if fact.reached:
        clock = None if course.sent or course.handed_on else course.clock
        return replace(_spoken(course, fact.at), clock=clock)
    cancelled = _still_untold(course, fact.channel)
    course = replace(course, owed=_without(course.owed, fact.channel))
    if fact.outcome is Outcome.SENT:
        return _sent(replace(course, cancelled=cancelled), fact.at)
    return replace(course, bad=course.bad | _proved_bad(course, fact.outcome))


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


def _agreed(course: Course, fact: Agreed) -> Course:
    course = replace(_spoken(course, fact.at), spoken_at=None, end=None)
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
            return replace(course, appointment=None, end=end)


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


def _still_untold(course: Course, channel: Channel) -> Appointment | None:
    """Return the cancelled appointment that is to be told of after a message of this channel.

    One that goes beside a call in vain comes first, and does not tell of it.
    """
    return course.cancelled if channel in course.owed else None


def _without(owed: tuple[Channel, ...], channel: Channel) -> tuple[Channel, ...]:
    return tuple(other for other in owed if other is not channel)
