"""What a customer's request changes: the newest words count, and the clock starts."""

from dataclasses import replace
from datetime import datetime, timedelta

from assistant.core.course import Course
from assistant.core.facts import Requested
from assistant.core.reaching import spoken
from assistant.core.request import Request, RequestKind

ONE_CALL = timedelta(minutes=1)
"""How near a missed and an answered call of one number are one call (ours)."""


def requested(course: Course, fact: Requested) -> Course:
    """Return where a lead stands after its customer asked something."""
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
        cancelled=None if course.end is not None else course.cancelled,
        quiet_until=None,
        handed_on=None,
        sent=None,
    )
    if asked.is_conversation:
        return spoken(course, fact.arrived_at)
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
