"""The page of a lead asks about a mail that may not have left."""

from datetime import timedelta

import pytest

from assistant.core.facts import LeadId
from assistant.desk import Desk, OutboxMail, OutboxState, Trouble
from assistant.ui.around import Around
from assistant.ui.lead.page import LeadPage
from tests.conftest import a_request
from tests.ui.conftest import Show
from tests.ui.seen import HOSTILE, nameless, rich_labels

SANNE = "sanne.hoekstra@example.com"


@pytest.fixture
def lead(desk: Desk) -> LeadId:
    lead_id = desk.log_contact(a_request()).lead_id
    assert lead_id is not None
    return lead_id


def put(desk: Desk, lead: LeadId, number: int = 1) -> OutboxMail:
    return desk.outgoing.put(
        lead,
        b"raw",
        message_id=f"<{number}@example.com>",
        recipient=SANNE,
        subject="Uw Peugeot",
        hold=timedelta(0),
    )


@pytest.fixture
def page(around: Around, lead: LeadId, show: Show) -> LeadPage:
    page = LeadPage(around)
    page.show_lead(lead)
    show(page)
    return page


def states(desk: Desk) -> list[OutboxState]:
    return [mail.state for mail in desk._store.outbox.standing(*OutboxState)]


def test_a_page_without_doubtful_mails_asks_nothing(
    page: LeadPage, desk: Desk, lead: LeadId
) -> None:
    put(desk, lead)
    page.read()

    assert not page.question.isVisible()


def test_a_doubtful_mail_is_asked_about_and_the_answer_settles_it(
    page: LeadPage, desk: Desk, lead: LeadId
) -> None:
    desk.outgoing.unsure(put(desk, lead).id)
    page.read()
    assert page.question.message.text() == (
        f"Did the mail of 10:00 to {SANNE} go out (Uw Peugeot)?"
    )

    page.question.settle.click()

    assert states(desk) == [OutboxState.SENT]
    assert not page.question.isVisible()


def test_a_doubtful_mail_goes_again_only_if_the_salesperson_says_so(
    page: LeadPage, desk: Desk, lead: LeadId
) -> None:
    desk.outgoing.unsure(put(desk, lead).id)
    page.read()

    page.question.again.click()

    assert states(desk) == [OutboxState.WAITING]
    assert not page.question.isVisible()


def test_a_mail_that_was_not_sent_says_why_and_one_question_follows_the_other(
    page: LeadPage, desk: Desk, lead: LeadId
) -> None:
    trouble = Trouble(
        "{host} does not take mail at the moment: {why}.", {"host": "x", "why": HOSTILE}
    )
    for number in (1, 2):
        desk.outgoing.failed(put(desk, lead, number).id, trouble)
    page.read()
    assert page.question.message.text() == (
        f"The mail of 10:00 to {SANNE} was not sent (Uw Peugeot). "
        f"x does not take mail at the moment: {HOSTILE}."
    )
    assert rich_labels(page.question) == []

    page.question.settle.click()

    assert page.question.isVisible()
    assert nameless(page.question) == []


def test_another_leads_mail_is_not_asked_about_here(page: LeadPage, desk: Desk) -> None:
    other = desk.log_contact(a_request(phones=(), emails=("jan@example.com",))).lead_id
    assert other is not None
    desk.outgoing.unsure(put(desk, other).id)

    page.read()

    assert not page.question.isVisible()
