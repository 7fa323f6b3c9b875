"""What is left of a person who is forgotten, and whether a person may be called.

A forgotten lead still counts: its moments, channels, outcomes and reasons stay. Where a number
or address was, a word stands in for it, so that what was done with it still means the same.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from assistant.core.contact import Phone
from assistant.core.course import Course
from assistant.core.facts import (
    Agreed,
    AgreementKind,
    AppointmentChanged,
    Attempt,
    CameBack,
    Fact,
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
from assistant.core.request import Request
from assistant.core.spellings import STAND_IN

_PROOF = "given"
"""Stands where the proof of a consent was."""


class CallNote(StrEnum):
    """Why a customer may not, or cannot, be called. The values are stored and printed."""

    DO_NOT_CONTACT = "do_not_contact"
    LEFT_ALONE = "left_alone"
    NOT_BY_PHONE = "not_by_phone"
    NO_CONSENT = "no_consent"
    WRONG_NUMBER = "wrong_number"
    ASKS_AGAIN = "asks_again"


def call_note(course: Course) -> CallNote | None:
    """Return what must be known before a customer is called; nothing for most.

    ``ASKS_AGAIN`` alone forbids nothing: he wanted to be left alone once, and now asks himself.
    """
    is_passive = course.passive_since is not None
    ended_so = course.end is not None and course.end.kind is AgreementKind.DO_NOT_CONTACT
    notes = (
        (CallNote.DO_NOT_CONTACT, ended_so),
        (CallNote.LEFT_ALONE, is_passive and course.left_alone_since is not None),
        (CallNote.NOT_BY_PHONE, not course.may_call),
        (CallNote.NO_CONSENT, is_passive and not course.may_be_called),
        (CallNote.WRONG_NUMBER, bool(course.phones) and course.phone is None),
        (CallNote.ASKS_AGAIN, course.left_alone_since is not None),
    )
    if course.forgotten_at is not None:
        return None
    return next((note for note, holds in notes if holds), None)


def nameless(course: Course) -> Course:
    """Return a course as it may be shown: of a forgotten lead without what stands in for him."""
    if course.forgotten_at is None or course.request is None:
        return course
    return replace(course, request=replace(course.request, phones=(), emails=()), bad=frozenset())


def waits_for(course: Course, now: datetime) -> bool:
    """Say whether something agreed with the customer is still to come."""
    appointment, agreed = course.appointment, course.agreed
    moments = (
        None if appointment is None else appointment.starts_at,
        None if agreed is None else agreed.moment,
        course.wish,
    )
    return course.end is None and any(moment is not None and moment > now for moment in moments)


def months_before(now: datetime, months: int) -> datetime:
    """Return the moment so many calendar months earlier; the month's last day if it is shorter."""
    ordinal = now.year * 12 + now.month - 1 - months
    first = now.replace(year=ordinal // 12, month=ordinal % 12 + 1, day=1)
    next_month = (first + timedelta(days=31)).replace(day=1)
    return first.replace(day=min(now.day, (next_month - timedelta(days=1)).day))


class StandIns:
    """The words that stand in for a lead's numbers and addresses: the same for the same."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def phone(self, phone: Phone) -> Phone:
        """Return what stands in for a number."""
        return Phone(self.of(phone.key), mobile=phone.mobile)

    def of(self, identity: str) -> str:
        """Return what stands in for a number or address."""
        if identity.startswith(STAND_IN):
            return identity
        return self._known.setdefault(identity, f"{STAND_IN}{len(self._known) + 1}")


def without_person(fact: Fact, stand_ins: StandIns, taken_out: Callable[[str], str]) -> Fact:
    """Return a fact without the person it is about.

    Args:
        fact: Any fact of his.
        stand_ins: Those of his lead.
        taken_out: Takes him out of a text that stays.
    """
    match fact:
        case Requested(request=asked):
            return replace(fact, request=_nobodys(asked, stand_ins, taken_out))
        case Attempt() | Agreed() | HandedOn() | CameBack():
            return replace(fact, note="")
        case Learnt(phone=phone, email=email):
            known = None if phone is None else stand_ins.phone(phone)
            written = stand_ins.of(email) if email else ""
            return replace(fact, name="", phone=known, email=written, answers=())
        case AppointmentChanged() | Postponed() | Skipped() | HandOverSent():
            return fact
        case Merged() | Split() | Retraction():
            return fact


def _nobodys(asked: Request, stand_ins: StandIns, taken_out: Callable[[str], str]) -> Request:
    return replace(
        asked,
        source=taken_out(asked.source),
        name="",
        phones=tuple(stand_ins.phone(phone) for phone in asked.phones),
        emails=tuple(stand_ins.of(email) for email in asked.emails),
        vehicle="",
        plate="",
        condition=asked.car_condition,
        price="",
        link="",
        own_vehicle="",
        question="",
        consent=_PROOF if asked.consent else "",
        reference="",
    )
