"""A mail that a server refused: what was logged with it does not stand, and is owed again."""

from datetime import timedelta

import pytest

from assistant.core.facts import AgreementKind, AppointmentEvent, FactId, LeadId, Outcome
from assistant.core.plan import Step
from assistant.core.request import Channel
from assistant.desk import Desk, NextStep, OutboxMail, Trouble
from tests.conftest import FakeClock, a_request, local

NEVER = Trouble("{host} does not take the mail: {why}.", {"host": "mail.example.com", "why": "550"})


@pytest.fixture
def lead(desk: Desk) -> LeadId:
    taken = desk.log_contact(a_request(phones=a_request().phones))
    assert taken.lead_id is not None
    return taken.lead_id


def send(desk: Desk, lead: LeadId) -> OutboxMail:
    """Put a mail and log it, as the page of a message does."""
    mail = desk.outgoing.put(
        lead,
        b"",
        message_id="<1@example.com>",
        recipient="sanne.hoekstra@example.com",
        subject="",
        hold=timedelta(0),
    )
    desk.record(lead, Channel.MAIL, Outcome.SENT)
    return mail


def book(desk: Desk, lead: LeadId) -> FactId:
    desk.record(lead, Channel.CALL, Outcome.SPOKE)
    at = local("2026-03-06 10:00")
    return desk.agree(lead, NextStep(kind=AgreementKind.APPOINTMENT, moment=at)).id


def confirm(desk: Desk, lead: LeadId) -> OutboxMail:
    appointment = book(desk, lead)
    mail = send(desk, lead)
    desk.change_appointment(appointment, AppointmentEvent.CONFIRMED)
    return mail


def step(desk: Desk, lead: LeadId) -> Step | None:
    prompt = desk.lead(lead).prompt
    return None if prompt is None else prompt.step


def test_a_refused_mail_is_the_last_thing_that_happened(desk: Desk, lead: LeadId) -> None:
    mail = send(desk, lead)
    desk.outgoing.begin_next()

    desk.outgoing.failed(mail.id, NEVER)

    last = desk.lead(lead).course.last
    assert last is not None
    assert (last.channel, last.outcome, last.by) == (Channel.MAIL, Outcome.REFUSED, "")
    (row,) = desk.agenda()
    assert row.summary.last_outcome is Outcome.REFUSED


def test_a_message_beside_a_miss_is_owed_again(desk: Desk, lead: LeadId) -> None:
    desk.record(lead, Channel.CALL, Outcome.NO_ANSWER)
    mail = send(desk, lead)
    assert desk.lead(lead).plan.beside == (Channel.WHATSAPP,)

    desk.outgoing.failed(mail.id, NEVER)

    assert Channel.MAIL in desk.lead(lead).plan.beside
    assert desk.lead(lead).course.email is not None  # nothing is wrong with his address


def test_a_confirmation_is_owed_again(desk: Desk, lead: LeadId) -> None:
    mail = confirm(desk, lead)
    assert step(desk, lead) is not Step.CONFIRM_APPOINTMENT

    desk.outgoing.failed(mail.id, NEVER)

    assert step(desk, lead) is Step.CONFIRM_APPOINTMENT


def test_a_confirmation_to_an_address_that_does_not_work_is_owed_by_another_channel(
    desk: Desk, lead: LeadId
) -> None:
    mail = confirm(desk, lead)

    desk.outgoing.refused(mail.id, NEVER)

    assert step(desk, lead) is Step.CONFIRM_APPOINTMENT
    assert desk.lead(lead).course.message_channels == (Channel.WHATSAPP,)


def test_a_refused_mail_that_is_sent_again_counts_again(
    desk: Desk, lead: LeadId, clock: FakeClock
) -> None:
    mail = confirm(desk, lead)
    desk.outgoing.failed(mail.id, NEVER)
    clock.advance(minutes=5)

    desk.outgoing.send_again(mail.id)

    assert step(desk, lead) is not Step.CONFIRM_APPOINTMENT
    last = desk.lead(lead).course.last
    assert last is not None
    assert last.outcome is Outcome.SENT
    desk.outgoing.failed(mail.id, NEVER)
    assert step(desk, lead) is Step.CONFIRM_APPOINTMENT


def test_a_mail_that_was_taken_back_by_hand_is_not_taken_back_twice(
    desk: Desk, lead: LeadId
) -> None:
    mail = send(desk, lead)
    desk.outgoing.begin_next()
    last = desk.lead(lead).course.last
    assert last is not None
    desk.take_back(last)

    desk.outgoing.failed(mail.id, NEVER)

    assert desk.lead(lead).course.last is None
