"""Followable: we hold a number and an address, both asked for and read back."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from assistant.core.contact import Phone
from assistant.core.course import Course
from assistant.core.facts import Learnt, Requested
from assistant.core.request import Request


class Missing(StrEnum):
    """What a lead lacks to be followable, in the order in which one asks for it."""

    PHONE = "phone"
    PHONE_ASKED = "phone_asked"
    PHONE_READ_BACK = "phone_read_back"
    EMAIL = "email"
    EMAIL_ASKED = "email_asked"
    EMAIL_READ_BACK = "email_read_back"


class Contact(StrEnum):
    """How far a number or an address can be trusted."""

    HELD = "held"
    ASKED = "asked"
    READ_BACK = "read_back"


PHONE_STEPS = (Missing.PHONE, Missing.PHONE_ASKED, Missing.PHONE_READ_BACK)
EMAIL_STEPS = (Missing.EMAIL, Missing.EMAIL_ASKED, Missing.EMAIL_READ_BACK)
"""What one does after the other with a number, and with an address."""


def contact(*, asked: bool, read_back: bool) -> Contact:
    """Return how far something can be trusted: what was read back was asked for."""
    if read_back:
        return Contact.READ_BACK
    return Contact.ASKED if asked else Contact.HELD


def missing(request: Request) -> tuple[Missing, ...]:
    """Return what a request lacks to be followable; nothing when it is."""
    phone = contact(asked=request.phone_asked, read_back=request.phone_read_back)
    email = contact(asked=request.email_asked, read_back=request.email_read_back)
    return (
        *_lacks(PHONE_STEPS, [phone] * bool(request.phones)),
        *_lacks(EMAIL_STEPS, [email] * bool(request.emails)),
    )


def missing_for(course: Course) -> tuple[Missing, ...]:
    """Return what a lead lacks to be followable; numbers and addresses that work count."""
    phones = [contact_of(course, p.key) for p in course.phones if p.key not in course.bad]
    emails = [contact_of(course, email) for email in course.emails if email not in course.bad]
    return (*_lacks(PHONE_STEPS, phones), *_lacks(EMAIL_STEPS, emails))


def contact_of(course: Course, key: str) -> Contact:
    """Return how far a lead's number, by its key, or address can be trusted."""
    return contact(asked=key in course.asked_for, read_back=key in course.read_back)


def number_in_use(course: Course) -> Phone | None:
    """Return the number that a mark is about: the first that works, else the first."""
    working = (phone for phone in course.phones if phone.key not in course.bad)
    return next(working, next(iter(course.phones), None))


def address_in_use(course: Course) -> str:
    """Return the address that a mark is about; empty without one."""
    return course.email or next(iter(course.emails), "")


def marked_by_request(course: Course, fact: Requested) -> Course:
    """Return a course with the marks of what was typed into the form."""
    asked = fact.request
    phones, emails = [phone.key for phone in asked.phones], asked.emails
    course = _marked(course, phones, asked.phone_asked or None, asked.phone_read_back or None)
    course = _marked(course, emails, asked.email_asked or None, asked.email_read_back or None)
    return _told(course)


def marked_by_learning(course: Course, fact: Learnt) -> Course:
    """Return a course with the marks of what was learnt: of the new number, else that in use."""
    phone, email = fact.phone or number_in_use(course), fact.email or address_in_use(course)
    if phone is not None:
        course = _marked(course, [phone.key], fact.phone_asked, fact.phone_read_back)
    if email:
        course = _marked(course, [email], fact.email_asked, fact.email_read_back)
    return _told(course)


def _told(course: Course) -> Course:
    """Let the request say of the number and address in use what is known of them."""
    known, phone, email = course.request, number_in_use(course), address_in_use(course)
    if known is None:
        return course
    key = "" if phone is None else phone.key
    told = replace(
        known,
        phone_asked=key in course.asked_for,
        phone_read_back=key in course.read_back,
        email_asked=email in course.asked_for,
        email_read_back=email in course.read_back,
    )
    return replace(course, request=told)


def _marked(
    course: Course, keys: Iterable[str], asked: bool | None, read_back: bool | None
) -> Course:
    """Mark keys; ``None`` leaves a mark as it is, and taking back the asking takes back both."""
    these = frozenset(keys)
    asked_for, read = course.asked_for, course.read_back
    if asked is False:
        asked_for, read = asked_for - these, read - these
    if read_back is False:
        read = read - these
    if asked or read_back:
        asked_for |= these
    if read_back:
        read = read | these
    return replace(course, asked_for=asked_for, read_back=read)


def _lacks(kinds: tuple[Missing, Missing, Missing], held: list[Contact]) -> tuple[Missing, ...]:
    not_held, not_asked, not_read_back = kinds
    if not held:
        return (not_held,)
    if Contact.READ_BACK in held:
        return ()
    return (not_read_back,) if Contact.ASKED in held else (not_asked, not_read_back)
