"""Who has a lead: escalations, leads handed on, the second voice, and what comes back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.core.facts import AgreementKind, HandOverReason, LostReason, Outcome
from assistant.core.handover import HandedOver
from assistant.core.plan import current
from assistant.core.request import RequestKind
from tests.conftest import RULES, local
from tests.core.facts import (
    agreed,
    asked,
    called,
    came_back,
    course,
    handed_on,
    mailed,
    next_step,
    planned,
    sent_on,
)

ASKED = "2026-03-02 10:00"
FIVE_MINUTES = replace(RULES, escalate_after=timedelta(minutes=5))
LOST = (AgreementKind.LOST, None, LostReason.PRICE)


def test_a_lead_nobody_calls_goes_to_the_bdc_when_its_time_is_over() -> None:
    plan = planned(asked(ASKED), rules=FIVE_MINUTES)

    escalated = HandedOver(HandOverReason.ESCALATION, local("2026-03-02 10:07"))
    assert plan.handed_over == escalated
    assert plan.handed_over_at(local("2026-03-02 10:06:59")) is None
    assert plan.handed_over_at(local("2026-03-02 10:07")) == escalated
    assert current(plan.prompts, local("2026-03-02 10:06:59")) is not None
    assert current(plan.prompts, local("2026-03-02 10:07")) is None


def test_out_of_the_box_nothing_escalates() -> None:
    plan = planned(asked(ASKED))

    assert plan.handed_over is None
    assert plan.prompts[-1].expires_at is None


@pytest.mark.parametrize(
    ("arrived", "escalates"),
    [
        ("2026-03-02 17:57", "2026-03-03 09:04"),  # a minute of the five before closing
        ("2026-03-02 17:59", "2026-03-03 09:05"),  # due after closing
        ("2026-03-02 20:00", "2026-03-03 09:07"),
        ("2026-03-07 16:56", "2026-03-09 09:03"),  # Saturday, over Sunday
    ],
)
def test_only_opening_time_counts(arrived: str, escalates: str) -> None:
    handed_over = planned(asked(arrived), rules=FIVE_MINUTES).handed_over

    assert handed_over is not None
    assert handed_over.since == local(escalates)


def test_a_call_in_vain_stops_the_escalation() -> None:
    assert planned(asked(ASKED), called("2026-03-02 10:06"), rules=FIVE_MINUTES).handed_over is None


def test_a_mail_does_not_stop_it() -> None:
    plan = planned(asked(ASKED), mailed("2026-03-02 10:01"), rules=FIVE_MINUTES)

    assert plan.handed_over is not None


def test_a_call_back_wish_escalates_after_its_own_time() -> None:
    wish = asked(ASKED, wanted_at=local("2026-03-02 15:00"))

    for facts in ((wish,), (wish, mailed("2026-03-02 10:01"))):
        handed_over = planned(*facts, rules=FIVE_MINUTES).handed_over
        assert handed_over is not None
        assert handed_over.since == local("2026-03-02 15:05")


def test_a_customer_with_an_appointment_stays_with_his_salesperson() -> None:
    made = agreed("2026-03-02 10:05", AgreementKind.APPOINTMENT, "2026-03-05 10:00")

    plan = planned(asked(ASKED), made, asked("2026-03-02 12:00"), rules=FIVE_MINUTES)

    assert plan.handed_over is None


def test_who_asks_again_after_the_escalation_rings_again() -> None:
    facts = (asked(ASKED), asked("2026-03-02 11:00"))

    plan = planned(*facts, rules=FIVE_MINUTES)

    assert plan.handed_over_at(local("2026-03-02 11:06")) is None
    assert current(plan.prompts, local("2026-03-02 11:06")) is not None
    assert plan.handed_over_at(local("2026-03-02 11:07")) is not None


def test_a_lead_handed_on_is_the_colleagues() -> None:
    plan = planned(asked(ASKED), handed_on("2026-03-02 10:01", "Els"))

    assert plan.prompts == ()
    assert plan.handed_over == HandedOver(
        HandOverReason.ESCALATION, local("2026-03-02 10:01"), to="Els"
    )


def test_who_is_reached_after_all_is_here_again() -> None:
    facts = (asked(ASKED), handed_on("2026-03-02 10:01"), called("2026-03-02 10:30", Outcome.SPOKE))

    assert planned(*facts).handed_over is None


def test_what_was_sent_stays_there_though_the_salesperson_tries() -> None:
    reason = HandOverReason.ESCALATION
    facts = (
        asked(ASKED),
        sent_on("2026-03-02 10:10", reason, "2026-03-02 10:07"),
        called("2026-03-02 10:20"),
    )

    assert planned(*facts, rules=FIVE_MINUTES).handed_over == HandedOver(
        reason, local("2026-03-02 10:07"), sent_at=local("2026-03-02 10:10")
    )


def test_a_new_request_takes_it_back_from_the_bdc() -> None:
    facts = (
        asked(ASKED),
        sent_on("2026-03-02 10:10", HandOverReason.ESCALATION, "2026-03-02 10:07"),
        asked("2026-03-02 12:00"),
    )

    assert planned(*facts).handed_over is None
    assert next_step(*facts) == ("call", "2026-03-02 12:02:00")


def test_what_comes_back_is_an_active_lead_with_two_minutes() -> None:
    facts = (asked(ASKED), handed_on("2026-03-02 10:01"), came_back("2026-03-02 14:00", "thuis"))

    assert next_step(*facts) == ("call", "2026-03-02 14:02:00")
    assert planned(*facts).clock_due_at == local("2026-03-02 14:02")


def test_what_comes_back_after_hours_does_not_go_straight_there_again() -> None:
    to_bdc = replace(RULES, after_hours_to_bdc=True)
    facts = (asked("2026-03-02 20:00"), came_back("2026-03-02 21:00"))

    assert planned(facts[0], rules=to_bdc).handed_over is not None
    assert planned(*facts, rules=to_bdc).handed_over is None
    assert next_step(*facts, rules=to_bdc) == ("call", "2026-03-03 09:02:00")


def test_a_passive_lead_that_comes_back_is_active() -> None:
    facts = (asked(ASKED, kind=RequestKind.PASSIVE, consent="ja"), came_back("2026-03-02 14:00"))

    assert course(*facts).passive_since is None
    assert next_step(*facts) == ("call", "2026-03-02 14:02:00")


@pytest.mark.parametrize("kind", [AgreementKind.SOLD, AgreementKind.DO_NOT_CONTACT])
def test_who_bought_or_wants_to_be_left_alone_does_not_come_back(kind: AgreementKind) -> None:
    facts = (asked(ASKED), agreed("2026-03-02 10:05", kind), came_back("2026-03-02 14:00"))

    assert course(*facts).end is not None
    assert planned(*facts).prompts == ()


def test_a_lost_lead_gets_a_second_voice_once_in_its_life() -> None:
    first = (asked(ASKED), agreed("2026-03-02 10:05", *LOST))
    again = (
        *first,
        came_back("2026-03-02 14:00"),
        called("2026-03-02 14:01", Outcome.SPOKE),
        agreed("2026-03-02 14:05", *LOST),
    )

    assert planned(*first).handed_over is not None
    assert planned(*again).handed_over is None


def test_a_second_voice_that_was_sent_is_not_sent_for_a_second_loss() -> None:
    second = HandOverReason.SECOND_VOICE
    facts = (
        asked(ASKED),
        agreed("2026-03-02 10:05", *LOST),
        sent_on("2026-03-02 10:10", second, "2026-03-02 10:05"),
    )
    lost_again = (
        *facts,
        agreed("2026-03-02 12:00", AgreementKind.FOLLOW_UP, "2026-03-03 12:00"),
        agreed("2026-03-03 12:00", *LOST),
    )

    assert planned(*facts).handed_over == HandedOver(
        second, local("2026-03-02 10:05"), sent_at=local("2026-03-02 10:10")
    )
    assert planned(*lost_again).handed_over is None


def test_the_bdcs_word_stands_with_the_lead_until_it_was_spoken_to() -> None:
    facts = (asked(ASKED), handed_on("2026-03-02 10:01"), came_back("2026-03-02 14:00", "thuis"))
    missed, spoke = called("2026-03-02 14:01"), called("2026-03-02 14:01", Outcome.SPOKE)

    for shown in (facts, (*facts, missed)):
        word = course(*shown).word_from_bdc
        assert word is not None
        assert word.note == "thuis"
    assert course(*facts, spoke).word_from_bdc is None
