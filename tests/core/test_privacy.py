"""What is left of a forgotten person, and what must be known before a customer is called."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from assistant.core.course import Course, End
from assistant.core.facts import AgreementKind, FactId, LeadId, Learnt, Requested
from assistant.core.plan import plan
from assistant.core.privacy import (
    CallNote,
    StandIns,
    call_note,
    months_before,
    nameless,
    without_person,
)
from assistant.core.request import RequestKind
from tests.conftest import LAND_LINE, MOBILE, MONDAY_TEN, RULES, a_request

ASKED = Course(request=a_request(), last_at=MONDAY_TEN)
LISTED = Course(
    request=a_request(kind=RequestKind.PASSIVE), last_at=MONDAY_TEN, passive_since=MONDAY_TEN
)


@pytest.mark.parametrize(
    ("course", "note"),
    [
        (ASKED, None),
        (replace(ASKED, end=End(kind=AgreementKind.LOST, at=MONDAY_TEN)), None),
        (
            replace(ASKED, end=End(kind=AgreementKind.DO_NOT_CONTACT, at=MONDAY_TEN)),
            CallNote.DO_NOT_CONTACT,
        ),
        (replace(ASKED, request=a_request(may_call=False)), CallNote.NOT_BY_PHONE),
        (replace(ASKED, bad=frozenset({MOBILE.key})), CallNote.WRONG_NUMBER),
        (replace(ASKED, left_alone_since=MONDAY_TEN), CallNote.ASKS_AGAIN),
        (LISTED, CallNote.NO_CONSENT),
        (replace(LISTED, left_alone_since=MONDAY_TEN), CallNote.LEFT_ALONE),
        (replace(ASKED, forgotten_at=MONDAY_TEN, bad=frozenset({MOBILE.key})), None),
    ],
)
def test_why_a_customer_may_not_be_called_is_said(course: Course, note: CallNote | None) -> None:
    assert call_note(course) is note


def test_consent_does_not_count_for_who_wanted_to_be_left_alone() -> None:
    request = a_request(kind=RequestKind.PASSIVE, consent="form of 3 January")
    listed = replace(LISTED, request=request, left_alone_since=MONDAY_TEN)

    assert replace(listed, left_alone_since=None).may_be_called
    assert not listed.may_be_called
    assert call_note(listed) is CallNote.LEFT_ALONE


def test_a_forgotten_lead_asks_for_nothing_and_names_nobody() -> None:
    course = replace(ASKED, clock=MONDAY_TEN, last_clock=MONDAY_TEN, forgotten_at=MONDAY_TEN)

    planned = plan(course, RULES)

    assert planned.prompts == ()
    assert planned.handed_over is None
    assert planned.clock_due_at == plan(replace(course, forgotten_at=None), RULES).clock_due_at
    assert (nameless(course).phones, nameless(course).emails) == ((), ())


def test_a_number_has_the_same_stand_in_wherever_it_stands_in_a_lead() -> None:
    request = a_request(phones=(MOBILE, LAND_LINE), consent="form")
    asked = Requested(
        id=FactId("a"),
        lead_id=LeadId("l"),
        at=MONDAY_TEN,
        request=request,
        arrived_at=MONDAY_TEN,
        clock_from=MONDAY_TEN,
    )
    learnt = Learnt(id=FactId("b"), lead_id=LeadId("l"), at=MONDAY_TEN, name="Jan", phone=LAND_LINE)
    stand_ins = StandIns()

    nobody, nothing = (without_person(fact, stand_ins, str) for fact in (asked, learnt))

    assert isinstance(nobody, Requested)
    assert isinstance(nothing, Learnt)
    first, second = nobody.request.phones
    assert nothing.phone == second
    assert first.number != second.number
    assert [phone.mobile for phone in nobody.request.phones] == [True, False]
    assert nobody.request.source == "AutoTrack"
    assert nobody.request.consent == "given"
    assert "Hoekstra" not in repr(nobody)
    assert without_person(nobody, StandIns(), str) == nobody


@pytest.mark.parametrize(
    ("months", "day"),
    [(1, (2026, 2, 28)), (12, (2025, 3, 31)), (13, (2025, 2, 28)), (3, (2025, 12, 31))],
)
def test_months_are_those_of_the_calendar(months: int, day: tuple[int, int, int]) -> None:
    now = datetime(2026, 3, 31, 9, 30, tzinfo=UTC)

    assert months_before(now, months) == datetime(*day, 9, 30, tzinfo=UTC)
