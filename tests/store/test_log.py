"""Every kind of fact comes back as it went in, and the derived tables agree with the facts."""

import json
from datetime import UTC, datetime, timedelta, timezone
from sqlite3 import Row
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.contact import Phone
from assistant.core.facts import (
    OUTCOMES,
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
    LeadId,
    Learnt,
    LostReason,
    Merged,
    Outcome,
    Postponed,
    Requested,
    Retraction,
    Skipped,
    Split,
)
from assistant.core.request import Channel, Door, Flag, RequestKind
from assistant.store.columns import moment, moment_text
from assistant.store.fact_rows import fact_of, fact_row
from assistant.store.messages import MessageResult, StoredMessage
from assistant.store.store import Store
from tests.conftest import MOBILE, MONDAY_TEN, a_request

LEAD = LeadId("lead-1")
OTHER = LeadId("lead-2")
LATER = MONDAY_TEN + timedelta(days=1)


def common(number: int) -> dict[str, Any]:
    return {"id": FactId(f"fact-{number}"), "lead_id": LEAD, "at": MONDAY_TEN, "by": "Piet"}


FULL_REQUEST = a_request(
    kind=RequestKind.TRADE_IN,
    door=Door.PHONE,
    phones=(MOBILE, Phone("3939993922")),
    emails=("a@example.com", "b@example.com"),
    price="€ 12.950",
    link="https://www.dealer.example/1",
    own_vehicle="Polo (2014)",
    question='Zoë\'s "vraag"\n<img src=x>; drop table facts',
    asked_at=LATER,
    asked_at_has_zone=True,
    wanted_at=LATER,
    wants=Channel.WHATSAPP,
    may_call=False,
    reference="AutoTrack:1",
    resend=True,
    flags=(Flag.DATE_UNREADABLE, Flag.CUT_OFF),
    phone_asked=True,
    email_read_back=True,
)

EVERY_KIND: list[Fact] = [
    Requested(**common(0), request=FULL_REQUEST, arrived_at=MONDAY_TEN, clock_from=MONDAY_TEN),
    Requested(**common(1), request=a_request(), arrived_at=MONDAY_TEN, clock_from=MONDAY_TEN),
    *(
        Attempt(**common(10 + number), channel=channel, outcome=outcome, note="een notitie")
        for number, (channel, outcome) in enumerate(
            (channel, outcome) for channel, outcomes in OUTCOMES.items() for outcome in outcomes
        )
    ),
    Agreed(**common(30), kind=AgreementKind.APPOINTMENT, moment=LATER, note="proefrit"),
    Agreed(**common(31), kind=AgreementKind.LOST, reason=LostReason.PRICE),
    Agreed(**common(32), kind=AgreementKind.SOLD),
    AppointmentChanged(
        **common(40), appointment_id=FactId("fact-30"), event=AppointmentEvent.CONFIRMED
    ),
    AppointmentChanged(
        **common(41),
        appointment_id=FactId("fact-30"),
        event=AppointmentEvent.MOVED,
        moment=LATER,
    ),
    Postponed(**common(50), until=LATER, reason=LaterReason.WITH_CUSTOMER),
    Skipped(**common(60), channel=Channel.MAIL),
    Learnt(**common(70)),
    Learnt(
        **common(71),
        name="Zoë",
        phone=MOBILE,
        email="z@example.com",
        phone_asked=True,
        phone_read_back=True,
        email_asked=False,
        email_read_back=False,
        question_answered=True,
        answers=(("Inruil?", "Polo"), ("Wanneer?", "juni")),
    ),
    HandedOn(**common(72), to="Els", note="zit bij een klant"),
    HandedOn(**common(73)),
    HandOverSent(**common(74), reason=HandOverReason.UNREACHED, since=MONDAY_TEN, to="Els"),
    HandOverSent(**common(75), reason=HandOverReason.SECOND_VOICE, since=MONDAY_TEN, as_draft=True),
    CameBack(**common(76), arrived_at=MONDAY_TEN, note="belt graag na vijven"),
    Merged(**common(80), into=OTHER),
    Split(**common(81), request_id=FactId("fact-1"), into=OTHER),
    Retraction(**common(82), of=FactId("fact-71")),
]


def test_every_kind_of_fact_comes_back_as_it_went_in(store: Store) -> None:
    with store.transaction():
        store.log.add_lead(LEAD, MONDAY_TEN, "Piet")
        store.log.add_lead(OTHER, MONDAY_TEN, "Piet")
        for fact in EVERY_KIND:
            store.log.append(fact)

    assert store.log.history(LEAD) == EVERY_KIND
    assert {type(fact) for fact in EVERY_KIND} == set(Fact.__args__)


def test_the_log_cannot_be_given_a_fact_of_an_unknown_lead(store: Store) -> None:
    stray = Attempt(**common(1), channel=Channel.CALL, outcome=Outcome.SPOKE)

    with pytest.raises(Exception, match="FOREIGN KEY"), store.transaction():
        store.log.append(stray)


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.integers(-14, 14),
)
def test_moments_keep_their_order_and_their_milliseconds_in_text(at: datetime, zone: int) -> None:
    elsewhere = at.astimezone(timezone(timedelta(hours=zone)))
    text = moment_text(elsewhere)

    assert len(text) == 24
    assert moment(text) == at.replace(microsecond=at.microsecond // 1000 * 1000)
    assert moment_text(at + timedelta(milliseconds=1)) > text


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        moment_text(datetime(2026, 3, 2, 10))  # noqa: DTZ001 - that is the point


def message(number: int, result: MessageResult) -> StoredMessage:
    return StoredMessage(
        id=f"message-{number}",
        identity=f"mail:<{number}@example.com>",
        name=f"{number}.eml",
        arrived_at=MONDAY_TEN,
        taken_at=MONDAY_TEN + timedelta(seconds=number),
        result=result,
        reason="why" if result is not MessageResult.LEAD else "",
        content=b"\x00\xff raw",
    )


def test_messages_are_kept_whole_and_found_by_what_became_of_them(store: Store) -> None:
    kept = [message(number, result) for number, result in enumerate(MessageResult)]
    with store.transaction():
        for one in kept:
            store.messages.add(one)

    assert store.messages.one("message-0") == kept[0]
    assert store.messages.id_of(kept[1].identity) == "message-1"
    assert store.messages.id_of("mail:<other>") is None
    assert [one.id for one in store.messages.waiting(MessageResult.UNREADABLE)] == ["message-2"]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(EVERY_KIND), max_size=8))
def test_any_facts_come_back_in_the_order_of_the_log(facts: list[Fact]) -> None:
    store = Store(None, MONDAY_TEN)
    distinct = list({fact.id: fact for fact in facts}.values())
    with store.transaction():
        store.log.add_lead(LEAD, MONDAY_TEN, "Piet")
        store.log.add_lead(OTHER, MONDAY_TEN, "Piet")
        for fact in distinct:
            store.log.append(fact)

    assert store.log.history(LEAD) == distinct
    store.close()


def test_what_was_learnt_before_asking_was_marked_can_still_be_read() -> None:
    fact = Learnt(**common(71), phone_read_back=True)
    row = fact_row(fact)
    details = json.loads(str(row["details"]))
    del details["phone_asked"], details["email_asked"]

    assert fact_of(cast(Row, row | {"details": json.dumps(details)})) == fact
