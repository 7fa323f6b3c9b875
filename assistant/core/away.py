"""A lead that another has: handed on by the salesperson, sent, and come back."""

from dataclasses import replace

from assistant.core.course import Course
from assistant.core.facts import (
    AgreementKind,
    CameBack,
    HandedOn,
    HandOverReason,
    HandOverSent,
)

_FOR_GOOD = frozenset({AgreementKind.SOLD, AgreementKind.DO_NOT_CONTACT})
"""Ends after which nothing comes back: a customer, and one who wants to be left alone."""


def moved(course: Course, fact: HandedOn | HandOverSent | CameBack) -> Course:
    """Return where a lead stands after it went to another, or came back."""
    match fact:
        case HandedOn():
            return replace(course, handed_on=fact, quiet_until=None)
        case HandOverSent():
            second = fact.reason is HandOverReason.SECOND_VOICE
            return replace(course, sent=fact, had_second_voice=second or course.had_second_voice)
        case CameBack():
            return _came_back(course, fact)


def may_come_back(course: Course) -> bool:
    """Say whether word from the BDC reopens a lead."""
    if course.forgotten_at is not None:
        return False
    return course.end is None or course.end.kind not in _FOR_GOOD


def _came_back(course: Course, fact: CameBack) -> Course:
    if not may_come_back(course):
        return course
    second = course.end is not None and course.end.asks_for_second_voice
    went = course.sent or course.handed_on
    return replace(
        course,
        clock=fact.arrived_at,
        asked_at=fact.arrived_at,
        last_clock=fact.arrived_at,
        stopped_at=None,
        wish=None,
        tries=(),
        owed=(),
        spoken_at=None,
        agreed=None,
        no_show_at=None,
        cancelled=None if course.end is not None else course.cancelled,
        end=None,
        quiet_until=None,
        passive_since=None,
        handed_on=None,
        sent=None,
        back=fact,
        back_from="" if went is None else went.to,
        had_second_voice=second or course.had_second_voice,
    )
