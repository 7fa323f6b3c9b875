"""To be left alone, to be forgotten, and the term: at the desk, without files."""

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.errors import WrongCallError
from assistant.core.facts import (
    Agreed,
    AgreementKind,
    AppointmentChanged,
    Attempt,
    LeadId,
    LostReason,
    Outcome,
    Requested,
)
from assistant.core.privacy import CallNote
from assistant.core.request import Channel, Door, Request, RequestKind, Unreadable
from assistant.desk import Arrival, Desk, NextStep, Result
from assistant.store.store import Store
from tests.conftest import LAND_LINE, MOBILE, RULES, FakeClock, a_request
from tests.desk.test_derived import ACTIONS, act

MAIL = "sanne.hoekstra@example.com"
BY_PHONE = a_request(emails=())
BY_MAIL = a_request(phones=(), emails=("s.h@example.com",))
LISTED = a_request(kind=RequestKind.PASSIVE, door=Door.LIST, consent="form of 3 January")
DO_NOT_CONTACT = NextStep(kind=AgreementKind.DO_NOT_CONTACT)
LOST = NextStep(kind=AgreementKind.LOST, reason=LostReason.PRICE)


def ask(desk: Desk, request: Request) -> LeadId:
    lead = desk.log_contact(request).lead_id
    assert lead is not None
    return lead


def forget(desk: Desk, *identities: str) -> None:
    desk.privacy.forget(desk.privacy.customer(frozenset(identities)))


def test_who_wants_to_be_left_alone_is_prompted_nowhere(desk: Desk) -> None:
    first = ask(desk, a_request())
    desk.agree(first, LOST)
    second, other = ask(desk, a_request()), ask(desk, a_request(phones=(LAND_LINE,), emails=()))

    facts = desk.privacy.leave_alone(second)

    assert [fact.lead_id for fact in facts] == [second, first]
    assert [item.summary.lead_id for item in desk.agenda()] == [other]
    assert desk.handed_over() == []
    assert desk.known(frozenset({MOBILE.key}))[0].call_note is CallNote.DO_NOT_CONTACT


def test_being_left_alone_can_be_taken_back_for_all_his_leads(desk: Desk) -> None:
    first = ask(desk, BY_PHONE)
    second = ask(desk, BY_MAIL)
    desk.learn(second, phone=MOBILE)
    before = desk.agenda()

    facts = desk.privacy.leave_alone(first)
    assert len(facts) == 2
    for fact in reversed(facts):
        desk.take_back(fact)

    assert desk.agenda() == before


def test_the_next_step_do_not_contact_holds_for_the_customer_too(desk: Desk) -> None:
    first = ask(desk, BY_PHONE)
    second = ask(desk, BY_MAIL)
    desk.learn(second, phone=MOBILE)

    agreed = desk.agree(second, DO_NOT_CONTACT)

    assert agreed.lead_id == second
    assert desk.agenda() == []
    assert desk.lead(first).course.end is not None


def test_an_own_request_of_who_was_left_alone_is_new_and_says_so(desk: Desk) -> None:
    desk.privacy.leave_alone(ask(desk, a_request()))

    lead = ask(desk, a_request())

    (item,) = desk.agenda()
    assert item.summary.lead_id == lead
    assert item.summary.call_note is CallNote.ASKS_AGAIN
    assert item.summary.may_call


def test_the_wish_to_be_left_alone_outlives_being_forgotten(desk: Desk) -> None:
    desk.privacy.leave_alone(ask(desk, a_request()))
    forget(desk, MAIL)

    listed = ask(desk, LISTED)
    (waiting,) = desk.handed_over()
    assert (waiting.lead_id, waiting.may_call) == (listed, False)
    assert waiting.call_note is CallNote.LEFT_ALONE

    ask(desk, a_request())
    (item,) = desk.agenda()
    assert item.summary.call_note is CallNote.ASKS_AGAIN


def test_who_only_wants_to_be_forgotten_leaves_no_wish(desk: Desk) -> None:
    ask(desk, a_request())
    forget(desk, MAIL)

    ask(desk, LISTED)

    assert desk.handed_over()[0].may_call


def test_a_forgotten_lead_ends_and_names_nobody(desk: Desk) -> None:
    lead = ask(desk, a_request())
    desk.record(lead, Channel.CALL, Outcome.VOICEMAIL, note="zus nam op")
    desk.learn(lead, name="Sanne H.", answers=(("Inruil?", "een Golf"),))

    forget(desk, MOBILE.key)

    file = desk.lead(lead)
    assert desk.agenda() == []
    assert desk.handed_over() == desk.known(frozenset({MOBILE.key, MAIL})) == []
    assert desk.find("hoekstra") == desk.find("612345678") == []
    assert file.prompt is None
    assert not {"Hoekstra", "zus", "Golf", "Sanne"} & set(repr(file).split())
    assert "Sanne" not in repr(file)
    assert desk.find("forgotten") == []


def test_a_forgotten_lead_cannot_be_worked_any_more(desk: Desk) -> None:
    lead = ask(desk, a_request())
    forget(desk, MAIL)

    with pytest.raises(WrongCallError, match="forgotten"):
        desk.record(lead, Channel.CALL, Outcome.BUSY)


def test_a_sale_of_somebody_forgotten_stays_a_sale(desk: Desk) -> None:
    lead = ask(desk, a_request())
    desk.agree(lead, NextStep(kind=AgreementKind.SOLD))

    forget(desk, MAIL)

    end = desk.lead(lead).course.end
    assert end is not None
    assert end.kind is AgreementKind.SOLD


def test_forgetting_goes_from_his_number_to_his_address_and_on(desk: Desk) -> None:
    first = ask(desk, BY_PHONE)
    desk.agree(first, LOST)
    second = ask(desk, a_request(emails=("s.h@example.com",)))
    desk.agree(second, LOST)
    ask(desk, BY_MAIL)

    forget(desk, MOBILE.key)

    assert desk.privacy.customer(frozenset({"s.h@example.com", MOBILE.key})).leads == ()


def test_leads_that_were_merged_are_forgotten_whole(desk: Desk) -> None:
    jan = ask(desk, a_request(name="Jan Bakker", emails=("jan@example.com",)))
    els = ask(desk, a_request(name="Els Bakker", phones=(LAND_LINE,), emails=()))
    desk.merge(jan, els)

    forget(desk, LAND_LINE.key)

    assert "Bakker" not in repr(desk.lead(jan)) + repr(desk.lead(els))


def test_a_request_that_counts_no_longer_leaves_nothing_where_it_was(desk: Desk) -> None:
    lead = ask(desk, a_request())
    ask(desk, a_request(name="Els Bakker", phones=(LAND_LINE,)))
    (request,) = [
        fact
        for fact in desk.lead(lead).facts
        if isinstance(fact, Requested) and fact.request.name == "Els Bakker"
    ]
    desk.take_back(request)

    forget(desk, LAND_LINE.key)

    assert "Els" not in repr(desk.lead(lead))
    assert LAND_LINE.number not in repr(desk.lead(lead))
    assert desk.agenda()[0].summary.name == "Sanne Hoekstra"


def test_the_bdc_calls_nobody_who_is_forgotten(desk: Desk) -> None:
    lead = ask(desk, a_request())
    desk.agree(lead, LOST)
    assert len(desk.handed_over()) == 1

    forget(desk, MAIL)

    assert desk.handed_over() == []
    end = desk.lead(lead).course.end
    assert end is not None
    assert end.reason is LostReason.PRICE


def test_what_others_wrote_of_his_number_goes_and_they_stay(desk: Desk) -> None:
    ask(desk, a_request())
    other = ask(desk, a_request(name="Jan", phones=(LAND_LINE,), emails=()))
    desk.record(other, Channel.CALL, Outcome.BUSY, note="bel zus op 06-1234 5678")
    taken_back = desk.learn(other, phone=MOBILE)
    desk.take_back(taken_back)

    forget(desk, MOBILE.key)

    told = repr(desk.lead(other))
    assert "bel zus op …" in told
    assert "612345678" not in told
    assert desk.known(frozenset({LAND_LINE.key}))[0].name == "Jan"


def test_a_course_that_another_process_remembers_is_old(desk: Desk, clock: FakeClock) -> None:
    lead = ask(desk, a_request(phones=(LAND_LINE,), question="Bel Els op 06-12345678"))
    desk.record(lead, Channel.CALL, Outcome.VOICEMAIL)
    other = Desk(desk.privacy._store, clock, RULES)

    forget(other, MOBILE.key)
    desk.record(lead, Channel.CALL, Outcome.VOICEMAIL)

    assert desk.agenda()[0].summary.question == "Bel Els op …"


def arrival(clock: FakeClock, request: Request | Unreadable) -> Arrival:
    return Arrival(
        identity="mail:<sanne.hoekstra@example.com>",
        name="sanne.eml",
        arrived_at=clock(),
        content=b"Sanne",
        readings=(request,),
    )


def test_a_message_of_somebody_forgotten_is_still_known(desk: Desk, clock: FakeClock) -> None:
    message = arrival(clock, a_request())
    lead = desk.take_in(message)[0].lead_id
    assert lead is not None
    forget(desk, MAIL)

    (again,) = desk.take_in(message)

    assert again.result is Result.REPEAT
    assert desk.agenda() == []
    assert desk.messages.of(lead) == []


def test_an_unreadable_message_of_his_waits_no_more(desk: Desk, clock: FakeClock) -> None:
    desk.take_in(arrival(clock, Unreadable("why")))
    (waiting,) = desk.messages.unreadable()

    desk.privacy.forget(desk.privacy.customer(frozenset({MAIL})), [waiting.id])

    emptied = desk.messages.one(waiting.id)
    assert desk.messages.unreadable() == []
    assert emptied is not None
    assert (emptied.content, emptied.name) == (b"", "")
    assert "sanne" not in emptied.identity


def test_a_failure_beside_the_database_forgets_nobody(desk: Desk) -> None:
    lead = ask(desk, a_request())
    desk.privacy.leave_alone(lead)

    def fail() -> None:
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 - any
        desk.privacy.forget(desk.privacy.customer(frozenset({MAIL})), beside=fail)

    assert desk.lead(lead).course.name == "Sanne Hoekstra"


def test_a_failure_is_not_remembered_when_another_is_forgotten(
    desk: Desk, clock: FakeClock
) -> None:
    lead = ask(desk, a_request())
    ask(desk, a_request(phones=(LAND_LINE,), emails=()))

    def fail() -> None:
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 - any
        desk.privacy.forget(desk.privacy.customer(frozenset({MAIL})), beside=fail)
    forget(desk, LAND_LINE.key)
    clock.advance(minutes=1)
    desk.record(lead, Channel.CALL, Outcome.BUSY)

    assert [item.summary.name for item in desk.agenda()] == ["Sanne Hoekstra"]


def test_a_customer_without_number_and_address_can_be_forgotten(desk: Desk) -> None:
    lead = ask(desk, a_request(phones=(), emails=()))
    other = ask(desk, a_request(phones=(), emails=(), name="Els"))

    desk.privacy.forget(desk.privacy.customer_of(lead))

    assert [item.summary.lead_id for item in desk.agenda()] == [other]
    assert desk.lead(lead).course.name == ""


def past(desk: Desk, clock: FakeClock, days: int) -> list[LeadId]:
    limit = clock() - timedelta(days=days)
    return [found[0] for found in desk.privacy.past_term(limit) if found is not None]


def test_only_who_was_silent_for_the_whole_term_is_past_it(desk: Desk, clock: FakeClock) -> None:
    old = ask(desk, a_request())
    desk.agree(old, LOST)
    clock.advance(days=20)
    ask(desk, a_request(phones=(LAND_LINE,), emails=()))
    clock.advance(days=11)

    assert past(desk, clock, 30) == [old]
    desk.privacy.erase_past(old)
    assert past(desk, clock, 30) == []


def test_a_customer_with_a_newer_lead_is_not_past_the_term(desk: Desk, clock: FakeClock) -> None:
    desk.agree(ask(desk, a_request()), LOST)
    clock.advance(days=20)
    ask(desk, a_request())
    clock.advance(days=11)

    assert past(desk, clock, 30) == []


@pytest.mark.parametrize(
    "kind", [AgreementKind.APPOINTMENT, AgreementKind.CALL_BACK, AgreementKind.FOLLOW_UP]
)
def test_what_is_still_to_come_keeps_a_lead(
    desk: Desk, clock: FakeClock, kind: AgreementKind
) -> None:
    lead = ask(desk, a_request())
    desk.agree(lead, NextStep(kind=kind, moment=clock() + timedelta(days=60)))
    clock.advance(days=40)
    assert past(desk, clock, 30) == []

    clock.advance(days=30)
    assert past(desk, clock, 30) == [lead]


def test_the_term_keeps_the_wish_to_be_left_alone(desk: Desk, clock: FakeClock) -> None:
    lead = ask(desk, a_request())
    desk.privacy.leave_alone(lead)
    clock.advance(days=31)

    desk.privacy.erase_past(lead)

    ask(desk, LISTED)
    assert not desk.handed_over()[0].may_call


def counts(store: Store) -> Counter[tuple[object, ...]]:
    """Count what the reports count: leads, attempts and outcomes by source and day."""
    counted: Counter[tuple[object, ...]] = Counter()
    for lead_id in store.log.lead_ids():
        for fact in store.log.history(lead_id):
            day = fact.at.date()
            match fact:
                case Requested(request=asked):
                    counted["asked", day, asked.source, asked.door, asked.kind] += 1
                    counted["known", len(asked.phones), len(asked.emails)] += 1
                case Attempt():
                    counted["attempt", day, fact.channel, fact.outcome, fact.by] += 1
                case Agreed():
                    counted["agreed", day, fact.kind, fact.reason] += 1
                case AppointmentChanged():
                    counted["appointment", day, fact.event] += 1
                case _:
                    counted[type(fact).__name__, day] += 1
    return counted


def figures(store: Store) -> list[tuple[object, ...]]:
    """Return what is derived and counted: tries, clocks and ends, a lead a row."""
    return [
        tuple(row)
        for row in store._db.execute(
            """select lead_id, source, door, owner, asked_at, tries, last_outcome, clock_due_at,
                      stopped_at, case when state in ('open', 'handed_over', 'forgotten')
                                  then 'open' else state end
               from summaries order by lead_id"""
        )
    ]


@settings(max_examples=60, deadline=None)
@given(ACTIONS, st.sampled_from([MOBILE.key, LAND_LINE.key, MAIL, "els@example.com"]))
def test_counts_are_the_same_before_and_after_and_rebuild_agrees(
    actions: list[tuple[str, int, int]], identity: str
) -> None:
    clock = FakeClock()
    store = Store(None, clock())
    desk = Desk(store, clock, RULES)
    for kind, choice, minutes in actions:
        act(desk, clock, kind, choice)
        clock.advance(minutes=minutes)
    before = counts(store), figures(store)

    forget(desk, identity)

    assert (counts(store), figures(store)) == before
    derived = store._db.execute("select * from summaries order by lead_id").fetchall()
    desk.plans.rebuild()
    rebuilt = store._db.execute("select * from summaries order by lead_id").fetchall()
    assert list(map(tuple, derived)) == list(map(tuple, rebuilt))
    assert desk.privacy.customer(frozenset({identity})).leads == ()
    store.close()


def test_a_mail_to_somebody_forgotten_does_not_leave_any_more(
    desk: Desk, clock: FakeClock, store: Store
) -> None:
    lead = ask(desk, a_request())
    for recipient in (MAIL, "bdc@example.com"):
        desk.outgoing.put(
            lead,
            b"Goedendag Sanne",
            message_id=f"<{recipient}>",
            recipient=recipient,
            subject="Sanne",
            hold=timedelta(seconds=10),
        )

    forget(desk, MOBILE.key)
    clock.advance(minutes=1)

    assert desk.outgoing.begin_next() is None
    assert store.outbox.of_message_id(f"<{MAIL}>") is None
