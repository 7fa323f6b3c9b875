"""Two leads of one customer made one, and two customers in one lead parted; both undone."""

import pytest

from assistant.core.errors import WrongCallError
from assistant.core.facts import (
    AgreementKind,
    AppointmentEvent,
    FactId,
    LeadId,
    Merged,
    Outcome,
    Requested,
    Split,
)
from assistant.core.plan import Step
from assistant.core.request import Channel
from assistant.desk import Arrival, Desk, NextStep
from tests.conftest import LAND_LINE, MOBILE, FakeClock, a_request

JAN = a_request(name="Jan Bakker", emails=("jan@example.com",))
ELS = a_request(name="Els Bakker", phones=(LAND_LINE,), emails=(), question="Kan ik hem zien?")


def ask(desk: Desk, *requests: object) -> list[LeadId]:
    taken = [desk.log_contact(request) for request in requests]  # type: ignore[arg-type]
    return [one.lead_id for one in taken if one.lead_id is not None]


def names(desk: Desk) -> list[str]:
    return sorted(item.summary.name for item in desk.agenda())


def request_of(desk: Desk, lead: LeadId, name: str) -> FactId:
    facts = (fact for fact in desk.lead(lead).facts if isinstance(fact, Requested))
    return next(fact.id for fact in facts if fact.request.name == name)


def state(desk: Desk) -> object:
    """Return all that is derived and read from the log, but for the moments of retractions."""
    leads = [item.summary.lead_id for item in desk.agenda()]
    return desk.agenda(), [desk.lead(lead).course.tries for lead in leads], desk.find("bakker")


def test_a_merged_lead_goes_on_in_the_other_with_both_names_and_numbers(desk: Desk) -> None:
    jan, els = ask(desk, JAN, ELS)

    desk.merge(jan, els)

    (item,) = desk.agenda()
    assert item.summary.lead_id == jan
    assert item.summary.name == "Jan Bakker / Els Bakker"
    assert set(desk.lead(jan).course.phones) == {MOBILE, LAND_LINE}
    assert desk.lead(els).lead_id == jan
    assert [lead.lead_id for lead in desk.find("bakker")] == [jan]
    assert [lead.lead_id for lead in desk.known(ELS.identities)] == [jan]


def test_what_is_done_under_the_old_id_is_done_for_the_lead_it_goes_on_in(desk: Desk) -> None:
    jan, els = ask(desk, JAN, ELS)
    desk.merge(jan, els)

    desk.record(els, Channel.CALL, Outcome.VOICEMAIL)

    assert len(desk.lead(jan).course.tries) == 1


def test_a_new_request_of_either_joins_the_one_lead(desk: Desk, clock: FakeClock) -> None:
    jan, els = ask(desk, JAN, ELS)
    desk.merge(jan, els)
    clock.advance(hours=1)

    assert ask(desk, ELS) == [jan]


def test_a_mail_that_comes_again_is_known_by_the_lead_it_went_on_in(
    desk: Desk, clock: FakeClock
) -> None:
    (jan,) = ask(desk, JAN)
    mail = Arrival(
        identity="mail:1", name="1.eml", arrived_at=clock(), content=b"raw", readings=(ELS,)
    )
    (taken,) = desk.take_in(mail)
    assert taken.lead_id is not None
    desk.merge(jan, taken.lead_id)

    (again,) = desk.take_in(mail)

    assert again.lead_id == jan
    assert len(desk.messages.of(jan)) == 1


def test_an_appointment_of_a_merged_lead_can_still_be_changed(desk: Desk, clock: FakeClock) -> None:
    jan, els = ask(desk, JAN, ELS)
    clock.advance(minutes=1)
    step = NextStep(kind=AgreementKind.APPOINTMENT, moment=clock().replace(hour=14))
    made = desk.agree(els, step)
    desk.merge(jan, els)

    desk.change_appointment(made.id, AppointmentEvent.CONFIRMED)

    standing = desk.lead(jan).course.appointment
    assert standing is not None
    assert standing.confirmed_at == clock()


def test_a_merge_undone_leaves_both_as_they_were(desk: Desk) -> None:
    jan, els = ask(desk, JAN, ELS)
    desk.record(els, Channel.CALL, Outcome.NO_ANSWER)
    before = state(desk)

    desk.take_back(desk.merge(jan, els))

    assert state(desk) == before
    assert desk.lead(els).lead_id == els


def test_merges_follow_one_another(desk: Desk) -> None:
    jan, els, third = ask(
        desk, JAN, ELS, a_request(name="Bo", phones=(), emails=("b@example.com",))
    )
    first = desk.merge(els, third)
    desk.merge(jan, els)

    assert names(desk) == ["Jan Bakker / Els Bakker / Bo"]
    desk.take_back(first)
    assert names(desk) == ["Bo", "Jan Bakker / Els Bakker"]


def test_one_lead_is_not_merged_with_itself_nor_with_a_closed_one(desk: Desk) -> None:
    jan, els = ask(desk, JAN, ELS)
    desk.merge(jan, els)
    (sold,) = ask(desk, a_request(name="Bo", phones=(), emails=("b@example.com",)))
    desk.agree(sold, NextStep(kind=AgreementKind.SOLD))

    with pytest.raises(WrongCallError, match="one lead already"):
        desk.merge(els, jan)
    with pytest.raises(WrongCallError, match="of Bo is closed"):
        desk.merge(jan, sold)
    with pytest.raises(WrongCallError, match="There is no lead nobody"):
        desk.merge(jan, LeadId("nobody"))


def test_a_request_split_off_is_a_lead_of_its_own_since_it_arrived(
    desk: Desk, clock: FakeClock
) -> None:
    neighbour = a_request(name="Bo Visser", emails=("bo@example.com",), vehicle="Golf")
    (lead, _) = ask(desk, JAN, neighbour)
    arrived = clock()
    clock.advance(minutes=5)
    desk.record(lead, Channel.CALL, Outcome.VOICEMAIL)

    fact = desk.split(lead, request_of(desk, lead, "Bo Visser"))

    assert isinstance(fact, Split)
    assert names(desk) == ["Bo Visser", "Jan Bakker"]
    own = desk.lead(fact.into)
    assert own.prompt is not None
    assert (own.prompt.step, own.course.clock, own.course.tries) == (Step.CALL, arrived, ())
    kept = desk.lead(lead).course
    assert (kept.emails, len(kept.tries)) == (("jan@example.com",), 1)


def test_the_raw_message_goes_with_the_request_that_was_split_off(
    desk: Desk, clock: FakeClock
) -> None:
    (lead,) = ask(desk, JAN)
    neighbour = a_request(name="Bo Visser")
    desk.take_in(
        Arrival(
            identity="mail:1",
            name="1.eml",
            arrived_at=clock(),
            content=b"raw",
            readings=(neighbour,),
        )
    )

    fact = desk.split(lead, request_of(desk, lead, "Bo Visser"))

    assert isinstance(fact, Split)
    assert len(desk.messages.of(fact.into)) == 1


def test_a_split_undone_leaves_all_as_it_was_and_loses_nothing_done_since(
    desk: Desk, clock: FakeClock
) -> None:
    (lead, _) = ask(desk, JAN, a_request(name="Bo Bakker", emails=("bo@example.com",)))
    desk.record(lead, Channel.CALL, Outcome.VOICEMAIL)
    before = state(desk)
    fact = desk.split(lead, request_of(desk, lead, "Bo Bakker"))

    desk.take_back(fact)

    assert state(desk) == before
    clock.advance(minutes=1)
    again = desk.split(lead, request_of(desk, lead, "Bo Bakker"))
    assert isinstance(again, Split)
    desk.record(again.into, Channel.CALL, Outcome.NO_ANSWER)
    desk.take_back(again)
    assert len(desk.lead(lead).course.tries) == 2


def test_what_came_by_a_merge_is_split_off_with_its_own_facts_and_merged_again(
    desk: Desk,
) -> None:
    jan, els = ask(desk, JAN, ELS)
    desk.record(els, Channel.CALL, Outcome.NO_ANSWER)
    desk.merge(jan, els)
    merged = state(desk)

    parted = desk.split(jan, request_of(desk, jan, "Els Bakker"))

    assert len(desk.lead(els).course.tries) == 1
    assert names(desk) == ["Els Bakker", "Jan Bakker"]
    assert isinstance(desk.take_back(parted), Merged)
    assert state(desk) == merged


def test_undoing_late_never_makes_two_leads_go_on_in_each_other(desk: Desk) -> None:
    jan, els = ask(desk, JAN, ELS)
    desk.merge(jan, els)
    parted = desk.split(jan, request_of(desk, jan, "Els Bakker"))
    desk.merge(els, jan)

    with pytest.raises(WrongCallError, match="one lead already"):
        desk.take_back(parted)

    assert desk.lead(jan).lead_id == els


def test_the_only_request_of_a_lead_stays(desk: Desk) -> None:
    jan, els = ask(desk, JAN, ELS)

    with pytest.raises(WrongCallError, match="only request"):
        desk.split(jan, request_of(desk, jan, "Jan Bakker"))
    with pytest.raises(WrongCallError, match="no such request"):
        desk.split(jan, request_of(desk, els, "Els Bakker"))
