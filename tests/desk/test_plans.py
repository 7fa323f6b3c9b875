"""Plans are made anew from the facts, and by the rules as they are now."""

from dataclasses import replace
from datetime import timedelta

from assistant.core.facts import AgreementKind, LostReason, Outcome
from assistant.core.plan import Step
from assistant.core.request import Channel
from assistant.desk import Desk, NextStep
from assistant.store.store import Store
from tests.conftest import LAND_LINE, RULES, FakeClock
from tests.desk.test_desk import new_lead, steps


def test_rebuild_makes_the_same_from_the_facts(desk: Desk, clock: FakeClock, store: Store) -> None:
    lead = new_lead(desk, clock)
    desk.record(lead, Channel.CALL, Outcome.BUSY)
    new_lead(desk, clock, phones=(LAND_LINE,), emails=(), name="Jan")
    lost = new_lead(desk, clock, phones=(), emails=("els@example.com",), name="Els")
    desk.agree(lost, NextStep(kind=AgreementKind.LOST, reason=LostReason.PRICE))
    before = desk.agenda(), desk.handed_over(), desk.find("hoekstra")
    with store.transaction():
        store.summaries.clear()
    assert desk.agenda() == []

    assert desk.plans.rebuild() == 3

    assert (desk.agenda(), desk.handed_over(), desk.find("hoekstra")) == before


def test_other_rules_plan_the_open_leads_anew(store: Store, clock: FakeClock) -> None:
    first = Desk(store, clock, RULES)
    first.plans.make_by("a")
    lead = new_lead(first, clock)
    first.record(lead, Channel.CALL, Outcome.VOICEMAIL)

    second = Desk(store, clock, replace(RULES, second_try=timedelta(hours=1)))
    second.plans.make_by("a")
    assert steps(second) == [(Step.CALL, "Mon 10:30")]
    second.plans.make_by("b")
    assert steps(second) == [(Step.CALL, "Mon 11:00")]
