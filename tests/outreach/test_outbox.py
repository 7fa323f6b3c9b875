"""The outbox: a mail is on disk before anything else happens, and can be taken back at first."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy

import pytest

from assistant.core.errors import WrongCallError
from assistant.core.facts import LeadId, Outcome
from assistant.core.request import Channel
from assistant.desk import Arrival, Desk, OutboxMail, OutboxState, Trouble
from assistant.outreach.mail import Mail
from assistant.outreach.outbox import HOLD, Outbox
from assistant.settings import OutgoingSettings
from tests.conftest import FakeClock, a_request

OUTGOING = OutgoingSettings(host="smtp.example.com", address="piet@dealer.example")
SANNE = "sanne.hoekstra@example.com"
MAIL = Mail(to=SANNE, subject="Uw Peugeot 208", body="Dag Sanne,\n\nJa, hij staat er nog.")
TROUBLE = Trouble("There is no server {host}.", {"host": "smtp.example.com"})


@pytest.fixture
def outbox(desk: Desk, clock: FakeClock) -> Outbox:
    return Outbox(desk, OUTGOING, clock)


@pytest.fixture
def lead(desk: Desk, clock: FakeClock) -> LeadId:
    (taken,) = desk.take_in(
        Arrival(
            identity="mail:1",
            name="1.eml",
            arrived_at=clock(),
            content=b"raw",
            readings=(a_request(),),
        )
    )
    assert taken.lead_id is not None
    return taken.lead_id


def asking(desk: Desk) -> list[OutboxState]:
    return [mail.state for mail in desk.outgoing.asking()]


def outcomes(desk: Desk, lead: LeadId) -> list[Outcome]:
    facts = desk.lead(lead).facts
    return [fact.outcome for fact in facts if hasattr(fact, "outcome")]


def test_a_mail_waits_as_bytes_with_the_id_it_will_always_have(
    outbox: Outbox, desk: Desk, lead: LeadId, clock: FakeClock
) -> None:
    put = outbox.put(MAIL, lead)
    clock.advance(seconds=HOLD.total_seconds())
    first = desk.outgoing.begin_next()
    assert first is not None
    desk.outgoing.later(first.id, clock())
    second = desk.outgoing.begin_next()

    assert second is not None
    message = message_from_bytes(second.content, policy=policy.default)
    assert (message["Message-ID"], message["From"]) == (put.message_id, "piet@dealer.example")
    assert first.content == second.content == put.content
    assert put.message_id.endswith("@dealer.example>")


def test_a_mail_does_not_leave_while_it_can_be_taken_back(
    outbox: Outbox, desk: Desk, lead: LeadId, clock: FakeClock
) -> None:
    outbox.put(MAIL, lead)
    clock.advance(seconds=10)

    assert desk.outgoing.begin_next() is None


def test_taking_the_attempt_back_takes_the_mail_back(
    outbox: Outbox, desk: Desk, lead: LeadId
) -> None:
    outbox.put(MAIL, lead)
    fact = desk.record(lead, Channel.MAIL, Outcome.SENT)

    desk.take_back(fact)

    assert desk.outgoing.waiting() == []


def test_taking_an_attempt_back_leaves_the_mail_to_somebody_else_and_one_before(
    outbox: Outbox, desk: Desk, lead: LeadId
) -> None:
    earlier = outbox.put(MAIL, lead)
    desk.record(lead, Channel.MAIL, Outcome.SENT)
    outbox.put(MAIL, lead)
    other = outbox.put(replace(MAIL, to="bdc@example.com"), lead)
    fact = desk.record(lead, Channel.MAIL, Outcome.SENT)

    desk.take_back(fact)

    assert [mail.id for mail in desk.outgoing.waiting()] == [earlier.id, other.id]


def test_a_mail_that_is_leaving_is_not_taken_back(
    outbox: Outbox, desk: Desk, lead: LeadId, clock: FakeClock
) -> None:
    outbox.put(MAIL, lead)
    fact = desk.record(lead, Channel.MAIL, Outcome.SENT)
    clock.advance(seconds=HOLD.total_seconds())
    desk.outgoing.begin_next()

    desk.take_back(fact)

    assert [mail.state for mail in desk.outgoing.waiting()] == [OutboxState.SENDING]


def test_a_mail_that_was_being_sent_when_the_program_ended_is_asked_about(
    outbox: Outbox, desk: Desk, lead: LeadId, clock: FakeClock
) -> None:
    outbox.put(MAIL, lead, hold=timedelta(0))
    desk.outgoing.begin_next()

    desk.outgoing.look_for_broken_off()
    clock.advance(days=1)

    assert asking(desk) == [OutboxState.UNSURE]
    assert desk.outgoing.begin_next() is None


@pytest.mark.parametrize(
    "end",
    [
        lambda desk, mail: desk.outgoing.failed(mail.id, TROUBLE),
        lambda desk, mail: desk.outgoing.unsure(mail.id, TROUBLE),
    ],
)
def test_only_a_person_lets_a_doubtful_mail_go_again(
    outbox: Outbox,
    desk: Desk,
    lead: LeadId,
    end: Callable[[Desk, OutboxMail], None],
) -> None:
    put = outbox.put(MAIL, lead, hold=timedelta(0))
    desk.outgoing.begin_next()
    end(desk, put)
    assert desk.outgoing.begin_next() is None
    (asked,) = desk.outgoing.asking()
    assert asked.trouble == TROUBLE

    desk.outgoing.send_again(put.id)

    again = desk.outgoing.begin_next()
    assert again is not None
    assert again.message_id == put.message_id


def test_a_person_says_that_a_mail_has_left(outbox: Outbox, desk: Desk, lead: LeadId) -> None:
    put = outbox.put(MAIL, lead, hold=timedelta(0))
    desk.outgoing.begin_next()
    desk.outgoing.unsure(put.id)

    desk.outgoing.settle(put.id)

    assert asking(desk) == []
    with pytest.raises(WrongCallError):
        desk.outgoing.send_again(put.id)


def test_a_refused_recipient_is_a_bounce_on_the_lead(
    outbox: Outbox, desk: Desk, lead: LeadId
) -> None:
    put = outbox.put(MAIL, lead, hold=timedelta(0))
    desk.record(lead, Channel.MAIL, Outcome.SENT)
    desk.outgoing.begin_next()

    desk.outgoing.refused(put.id, TROUBLE)

    assert outcomes(desk, lead) == [Outcome.SENT, Outcome.BOUNCED]
    assert desk.lead(lead).course.email is None


def test_a_refused_mail_to_somebody_else_says_nothing_of_the_customer(
    outbox: Outbox, desk: Desk, lead: LeadId
) -> None:
    put = outbox.put(replace(MAIL, to="bdc@example.com"), lead, hold=timedelta(0))
    desk.outgoing.begin_next()

    desk.outgoing.refused(put.id, TROUBLE)

    assert outcomes(desk, lead) == []
    assert asking(desk) == [OutboxState.FAILED]


@pytest.mark.parametrize(
    "address",
    [
        "sanne@example.com\r\nBcc: x@example.com",
        "sanne@example.com, x@example.com",
        "no address",
        "sannë@example.com",
    ],
)
def test_an_address_that_would_be_more_than_one_is_refused_and_nothing_is_kept(
    outbox: Outbox, desk: Desk, lead: LeadId, address: str
) -> None:
    with pytest.raises(WrongCallError):
        outbox.put(replace(MAIL, to=address), lead)

    assert desk.outgoing.waiting() == []


def test_a_mail_about_no_lead_is_refused(outbox: Outbox) -> None:
    with pytest.raises(WrongCallError):
        outbox.put(MAIL, LeadId("nobody"))


def test_it_counts_what_waits_and_what_asks(
    outbox: Outbox, desk: Desk, lead: LeadId, clock: FakeClock
) -> None:
    for _ in range(3):
        outbox.put(MAIL, lead, hold=timedelta(0))
    first, second, _ = desk.outgoing.waiting()
    clock.advance(minutes=1)
    desk.outgoing.gone(first.id)
    desk.outgoing.unsure(second.id)

    counts = desk.outgoing.counts()

    assert (counts.waiting, counts.asking, counts.last_sent_at) == (1, 1, clock())
