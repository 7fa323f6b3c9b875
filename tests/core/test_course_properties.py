"""What holds for every lead, whatever happened to it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.contact import Phone
from assistant.core.facts import (
    OUTCOMES,
    WITH_MOMENT,
    Agreed,
    AgreementKind,
    AppointmentChanged,
    AppointmentEvent,
    Attempt,
    CameBack,
    Fact,
    FactId,
    HandedOn,
    HandOverReason,
    HandOverSent,
    LaterReason,
    LostReason,
    Postponed,
    Requested,
    Retraction,
    Skipped,
)
from assistant.core.follow import follow
from assistant.core.plan import Step, current, plan
from assistant.core.request import Channel, Door, RequestKind
from assistant.core.rules import TRIES, Rules
from tests.conftest import LAND_LINE, MOBILE, RULES, a_request
from tests.core.facts import LEAD

STARTS = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
ASKED_FOR = {Step.CALL_BACK, Step.FOLLOW_UP}

HAPPENINGS = ["request", "attempt", "attempt", "attempt", "agree", "change", "away", "other"]
IMPATIENT = replace(RULES, escalate_after=timedelta(minutes=5), after_hours_to_bdc=True)
either_rules = st.sampled_from([RULES, IMPATIENT])

numbers = st.lists(st.sampled_from([MOBILE, LAND_LINE, Phone("3939993922")]), max_size=3)
addresses = st.lists(st.sampled_from(["a@example.com", "b@example.com"]), max_size=2)
requests = st.builds(
    a_request,
    kind=st.sampled_from(RequestKind),
    door=st.sampled_from(Door),
    phones=numbers.map(tuple),
    emails=addresses.map(tuple),
    wants=st.none() | st.sampled_from(Channel),
    may_call=st.booleans(),
    wanted_at=st.none() | st.integers(-300, 30_000).map(lambda m: STARTS + timedelta(minutes=m)),
)
attempts = st.sampled_from(Channel).flatmap(
    lambda channel: st.tuples(st.just(channel), st.sampled_from(OUTCOMES[channel]))
)


@st.composite
def facts(draw: st.DrawFn) -> list[Fact]:
    """Make the course of one lead: any facts in any order, a few minutes or days apart."""
    at, made = STARTS, [_request(draw, STARTS, 0)]
    for number in range(1, draw(st.integers(0, 14)) + 1):
        at += timedelta(minutes=draw(st.sampled_from([0, 1, 7, 45, 300, 1_600, 9_000])))
        made.append(_fact(draw, at, number, made))
    return made


def _request(draw: st.DrawFn, at: datetime, number: int) -> Fact:
    return Requested(**_common(at, number), request=draw(requests), arrived_at=at, clock_from=at)


def _common(at: datetime, number: int) -> dict[str, Any]:
    return {"id": FactId(f"f{number}"), "lead_id": LEAD, "at": at}


def _fact(draw: st.DrawFn, at: datetime, number: int, made: list[Fact]) -> Fact:
    common = _common(at, number)
    later = at + timedelta(minutes=draw(st.integers(1, 20_000)))
    match draw(st.sampled_from(HAPPENINGS)):
        case "request":
            return _request(draw, at, number)
        case "attempt":
            channel, outcome = draw(attempts)
            return Attempt(**common, channel=channel, outcome=outcome)
        case "agree":
            kind = draw(st.sampled_from(AgreementKind))
            reason = draw(st.sampled_from(LostReason)) if kind is AgreementKind.LOST else None
            moment = later if kind in WITH_MOMENT else None
            return Agreed(**common, kind=kind, moment=moment, reason=reason)
        case "change":
            event = draw(st.sampled_from(AppointmentEvent))
            moved = later if event is AppointmentEvent.MOVED else None
            of = draw(st.sampled_from(made)).id
            return AppointmentChanged(**common, appointment_id=of, event=event, moment=moved)
        case "away":
            aways: list[Fact] = [
                HandedOn(**common, to=draw(st.sampled_from(["", "Els"]))),
                HandOverSent(**common, reason=draw(st.sampled_from(HandOverReason)), since=at),
                CameBack(**common, arrived_at=at),
            ]
            return draw(st.sampled_from(aways))
        case _:
            others: list[Fact] = [
                Postponed(**common, until=later, reason=LaterReason.OTHER),
                Skipped(**common, channel=Channel.MAIL),
                Retraction(**common, of=made[-1].id),
            ]
            return draw(st.sampled_from(others))


def _keeps_its_first_request(made: list[Fact]) -> bool:
    return not any(isinstance(fact, Retraction) and fact.of == made[0].id for fact in made)


def _a_second_apart(fact: Fact, number: int) -> Fact:
    at = fact.at + timedelta(seconds=number)
    match fact:
        case Requested():
            return replace(fact, at=at, arrived_at=at, clock_from=at)
        case CameBack():
            return replace(fact, at=at, arrived_at=at)
        case _:
            return replace(fact, at=at)


leads = facts().filter(_keeps_its_first_request)


@given(leads, either_rules)
@settings(max_examples=400)
def test_no_lead_is_ever_without_a_next_step_or_an_end(made: list[Fact], rules: Rules) -> None:
    course = follow(made)
    planned = plan(course, rules)

    if course.end is None and planned.handed_over is None:
        assert planned.prompts
        assert planned.prompts[-1].expires_at is None
    elif planned.prompts:  # a hand-over that is still to come
        assert rules is IMPATIENT
        assert course.end is None
    else:
        assert course.end is not None or planned.handed_over is not None


@given(leads, either_rules, st.integers(0, 100_000))
@settings(max_examples=400)
def test_no_lead_is_both_here_and_there(made: list[Fact], rules: Rules, minutes: int) -> None:
    """At any moment a lead is prompted for, or another has it, or it ended: one of the three."""
    course = follow(made)
    planned = plan(course, rules)
    now = STARTS + timedelta(minutes=minutes)

    is_here = current(planned.prompts, now) is not None
    is_there = planned.handed_over_at(now) is not None

    assert not (is_here and is_there)
    assert is_here or is_there or course.end is not None


@given(leads)
@settings(max_examples=400)
def test_no_planned_moment_falls_outside_opening_hours_unless_it_was_asked_for(
    made: list[Fact],
) -> None:
    course = follow(made)

    for prompt in plan(course, RULES).prompts:
        first_response = course.clock is not None and prompt.rings_at < prompt.due_at
        looked_at = prompt.rings_at if first_response else prompt.due_at
        asked_for = {course.wish, course.agreed.moment if course.agreed else None}
        assert RULES.hours.is_open(looked_at) or (
            prompt.step in ASKED_FOR and prompt.due_at in asked_for
        )


@given(leads, st.lists(st.integers(0, 100_000), min_size=2, max_size=6), either_rules)
def test_the_plan_does_not_depend_on_when_it_is_asked(
    made: list[Fact], minutes: list[int], rules: Rules
) -> None:
    """Asked late, often or never in between: time only ever moves on to a later prompt."""
    planned = plan(follow(made), rules)
    prompts = planned.prompts
    moments = [STARTS + timedelta(minutes=minute) for minute in sorted(minutes)]

    counted = [current(prompts, moment) for moment in moments]

    gone = [not prompts or planned.handed_over_at(moment) is not None for moment in moments]
    assert [prompt is None for prompt in counted] == gone
    places = [prompts.index(prompt) for prompt in counted if prompt is not None]
    assert places == sorted(places)
    assert gone == sorted(gone)  # who is gone stays gone, until something happens
    assert plan(follow(made), rules) == planned


@given(leads, either_rules)
@settings(max_examples=400)
def test_nothing_is_handed_over_twice_and_a_second_voice_speaks_once(
    made: list[Fact], rules: Rules
) -> None:
    """Played fact by fact, with everything that waits sent at once, as a button would do."""
    played: list[Fact] = []
    left = []
    for fact in map(_a_second_apart, made, count()):
        played.append(fact)
        away = plan(follow(played), rules).handed_over_at(fact.at)
        if away is not None and away.sent_at is None:
            sent = HandOverSent(
                **_common(fact.at, 1_000 + len(played)), reason=away.reason, since=away.since
            )
            played.append(sent)
            left.append((away.reason, away.since, len(played)))
            assert plan(follow(played), rules).handed_over_at(fact.at) == replace(
                away, to="", sent_at=fact.at
            )

    voices = [reason for reason, _, _ in left if reason is HandOverReason.SECOND_VOICE]
    takes_back = any(isinstance(fact, Retraction) for fact in made)
    assert len(voices) <= 1
    assert takes_back or len({(reason, since) for reason, since, _ in left}) == len(left)


@given(leads)
def test_prompts_stand_in_the_order_in_which_they_are_due(made: list[Fact]) -> None:
    moments = [prompt.due_at for prompt in plan(follow(made), RULES).prompts]

    assert moments == sorted(moments)


@given(leads)
def test_nobody_is_prompted_for_a_sixth_try(made: list[Fact]) -> None:
    course = follow(made)

    if len(course.tries) >= TRIES and course.clock is None and course.no_show_at is None:
        steps = {prompt.step for prompt in plan(course, RULES).prompts}
        assert not steps & {Step.CALL, Step.MAIL, Step.WHATSAPP}


@given(leads)
def test_a_customer_who_said_not_to_is_never_to_be_called(made: list[Fact]) -> None:
    course = follow(made)

    if not course.may_call:
        steps = {prompt.step for prompt in plan(course, RULES).prompts}
        assert Step.CALL not in steps
        assert course.phone is None
