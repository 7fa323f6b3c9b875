"""Where a hand-over stands, in words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.core.facts import HandOverReason, LeadId
from assistant.core.handover import HandedOver
from assistant.desk import OutboxMail, OutboxState, Trouble
from assistant.words.handed import Stands, stands, stands_in_words
from tests.conftest import MONDAY_TEN

SENT = HandedOver(HandOverReason.UNREACHED, MONDAY_TEN, "", MONDAY_TEN)


def mail(state: OutboxState, trouble: Trouble | None = None) -> OutboxMail:
    return OutboxMail(
        id="1",
        lead_id=LeadId("lead-1"),
        put_at=MONDAY_TEN,
        message_id="<1@example.com>",
        recipient="bdc@example.com",
        subject="x",
        content=b"",
        state=state,
        tries=1,
        not_before=MONDAY_TEN + timedelta(minutes=1),
        changed_at=MONDAY_TEN,
        trouble=trouble,
    )


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (OutboxState.WAITING, "waits in the outbox"),
        (OutboxState.SENDING, "waits in the outbox"),
        (OutboxState.SENT, "sent 10:00"),
        (OutboxState.UNSURE, "perhaps not sent"),
        (OutboxState.FAILED, "could not be sent"),
        (OutboxState.BOUNCED, "bounced"),
    ],
)
def test_a_mail_stands_as_the_outbox_knows_it(state: OutboxState, said: str) -> None:
    assert stands_in_words(SENT, mail(state), "10:00") == said


def test_without_a_mail_it_is_sent_or_not() -> None:
    waiting = HandedOver(HandOverReason.UNREACHED, MONDAY_TEN)

    assert stands_in_words(waiting, None, "") == "not sent yet"
    assert stands_in_words(SENT, None, "10:00") == "sent 10:00"
    assert stands(SENT, None) is Stands.SENT


def test_what_was_opened_as_a_draft_is_not_called_sent() -> None:
    draft = replace(SENT, as_draft=True)

    assert stands_in_words(draft, None, "10:00") == "in your mail program 10:00"


def test_what_went_wrong_stands_behind_it_and_is_no_format() -> None:
    trouble = Trouble("{host} does not take mail at the moment: {why}.", {"host": "x", "why": "{}"})

    said = stands_in_words(SENT, mail(OutboxState.WAITING, trouble), "10:00")

    assert said == "waits in the outbox: x does not take mail at the moment: {}."
