"""Which lead the card shows."""

from datetime import timedelta

from assistant.core.facts import LeadId
from assistant.core.plan import Prompt, Step
from assistant.core.request import Door
from assistant.core.summary import AgendaItem, State, Summary
from assistant.ui.card.queue import counts, next_shown, waiting
from tests.conftest import MONDAY_TEN

NOW = MONDAY_TEN


def item(name: str, due_in_s: float, *, first: bool) -> AgendaItem:
    due = NOW + timedelta(seconds=due_in_s)
    summary = Summary(
        lead_id=LeadId(name),
        name=name,
        phone="",
        email="",
        vehicle="",
        plate="",
        question="",
        source="",
        door=Door.WEB,
        owner="",
        asked_at=NOW,
        wants=None,
        tries=0,
        last_channel=None,
        last_outcome=None,
        last_at=None,
        last_by="",
        state=State.OPEN,
        state_since=NOW,
        handed_over=None,
        quiet_until=None,
        beside=(),
        appointment_at=None,
    )
    rings = due - timedelta(minutes=2) if first else due
    return AgendaItem(summary, Prompt(step=Step.CALL, due_at=due, rings_at=rings))


RUNNING = item("running", 90, first=True)
LATE = item("late", -600, first=False)
OTHER = item("other", -1_200, first=False)


def test_the_first_of_the_agenda_is_shown() -> None:
    assert next_shown([RUNNING, LATE], None, NOW, busy=False) == "running"
    assert next_shown([], None, NOW, busy=False) is None


def test_what_is_shown_stays_while_others_wait() -> None:
    assert next_shown([OTHER, LATE], LeadId("late"), NOW, busy=False) == "late"
    assert waiting([OTHER, LATE], LeadId("late")) == 1


def test_a_running_clock_comes_before_one_that_only_waits() -> None:
    assert next_shown([RUNNING, LATE], LeadId("late"), NOW, busy=False) == "running"


def test_what_was_begun_is_never_taken_away() -> None:
    assert next_shown([RUNNING, LATE], LeadId("late"), NOW, busy=True) == "late"
    assert next_shown([RUNNING], LeadId("late"), NOW, busy=True) == "late"


def test_a_lead_that_no_longer_rings_makes_room() -> None:
    assert next_shown([LATE], LeadId("gone"), NOW, busy=False) == "late"


def test_a_time_is_worth_showing_while_it_runs_or_once_it_is_late() -> None:
    assert counts(RUNNING.prompt, NOW)
    assert counts(LATE.prompt, NOW)
    assert not counts(item("now", 0, first=False).prompt, NOW)
    assert not counts(item("to come", 300, first=True).prompt, NOW)
