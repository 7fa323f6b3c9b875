"""What is remembered of a lead is never believed against the log."""

from collections.abc import Callable
from contextlib import suppress

import pytest

from assistant.core.course import Course
from assistant.core.facts import LeadId, Outcome
from assistant.core.follow import follow
from assistant.core.request import Channel
from assistant.desk import Desk
from assistant.desk.courses import Courses
from assistant.store.log import Log, Mark
from assistant.store.store import Store
from tests.conftest import LAND_LINE, RULES, FakeClock, a_request


@pytest.fixture
def lead(desk: Desk) -> LeadId:
    taken = desk.log_contact(a_request())
    assert taken.lead_id is not None
    return taken.lead_id


def true_course(store: Store, lead: LeadId) -> Course:
    return follow(store.log.history(lead))


def test_one_more_fact_is_folded_without_reading_the_others_again(
    desk: Desk, store: Store, lead: LeadId, monkeypatch: pytest.MonkeyPatch
) -> None:
    courses = Courses(store.log)
    courses.of(lead)
    written = desk.record(lead, Channel.CALL, Outcome.VOICEMAIL)
    expected = true_course(store, lead)
    monkeypatch.delattr(Log, "history")

    assert courses.of(lead, written) == expected
    assert courses.of(lead) == expected


def test_a_fact_that_was_not_kept_after_all_is_forgotten(
    desk: Desk, store: Store, lead: LeadId
) -> None:
    courses = Courses(store.log)
    with suppress(RuntimeError), store.transaction():
        desk._pen.write_request(lead, a_request(name="Nobody"), desk._clock(), None)
        assert "Nobody" in courses.of(lead).name
        raise RuntimeError

    written = desk.record(lead, Channel.CALL, Outcome.BUSY)  # takes the number of the other

    assert courses.of(lead, written) == true_course(store, lead)


def test_what_takes_back_or_ties_leads_makes_it_look_at_everything(
    desk: Desk, store: Store, lead: LeadId
) -> None:
    courses = Courses(store.log)
    other = desk.log_contact(a_request(name="Els", phones=(LAND_LINE,), emails=())).lead_id
    assert other is not None
    steps: tuple[Callable[[], object], ...] = (
        lambda: desk.take_back(desk.record(lead, Channel.CALL, Outcome.SPOKE)),
        lambda: desk.merge(lead, other),
        lambda: desk.record(other, Channel.CALL, Outcome.BUSY),
        lambda: desk.split(lead, desk.lead(other).facts[1].id),
    )
    for step in steps:
        courses.of(lead)
        step()

        assert courses.of(lead) == true_course(store, lead)


def test_it_remembers_some_leads_only(store: Store, clock: FakeClock) -> None:
    desk, courses = Desk(store, clock, RULES), Courses(store.log)
    for number in range(300):
        request = a_request(phones=(), emails=(f"{number}@example.com",))
        courses.of(desk.log_contact(request).lead_id or LeadId(""))

    assert len(courses._known) == 256


def test_more_than_was_just_written_is_looked_at(desk: Desk, store: Store, lead: LeadId) -> None:
    courses = Courses(store.log)
    courses.of(lead)
    desk.record(lead, Channel.CALL, Outcome.BUSY)
    written = desk.record(lead, Channel.CALL, Outcome.VOICEMAIL)

    assert courses.of(lead, written) == true_course(store, lead)


def test_a_fact_of_another_lead_is_not_folded(desk: Desk, store: Store, lead: LeadId) -> None:
    courses = Courses(store.log)
    courses.of(lead)
    other = desk.log_contact(a_request(name="Els", phones=(LAND_LINE,), emails=())).lead_id
    assert other is not None
    desk.record(lead, Channel.CALL, Outcome.BUSY)
    elsewhere = desk.record(other, Channel.CALL, Outcome.SPOKE)

    assert courses.of(lead, elsewhere) == true_course(store, lead)


def test_the_log_knows_when_it_was_otherwise(desk: Desk, store: Store, lead: LeadId) -> None:
    mark = store.log.mark(lead)
    assert mark is not None
    written = desk.record(lead, Channel.CALL, Outcome.VOICEMAIL)

    assert store.log.since(mark) == [store.log.mark(lead)]
    assert store.log.since(Mark(lead, mark.number, written.id)) is None
