"""The order to work: running, then late with the newest first, then what is to come."""

from datetime import timedelta

from assistant.core.agenda import urgency
from assistant.core.plan import Prompt, Step
from tests.conftest import local

NOW = local("2026-03-02 09:01")
TWO_MINUTES = timedelta(minutes=2)


def prompt(due: str, *, first: bool = False) -> Prompt:
    due_at = local(due)
    return Prompt(step=Step.CALL, due_at=due_at, rings_at=due_at - TWO_MINUTES * first)


def order(leads: dict[str, tuple[Prompt, str]], now: str) -> list[str]:
    moment = local(now)
    return sorted(leads, key=lambda name: urgency(leads[name][0], local(leads[name][1]), moment))


def test_those_inside_their_two_minutes_come_first_then_the_late_newest_first() -> None:
    leads = {
        "to come": (prompt("2026-03-02 15:00"), "2026-02-27 10:00"),
        "late since Friday": (prompt("2026-02-27 17:00"), "2026-02-27 10:00"),
        "late by a minute": (prompt("2026-03-02 09:00"), "2026-02-26 10:00"),
        "just in": (prompt("2026-03-02 09:02:30", first=True), "2026-03-02 09:00:30"),
        "tomorrow": (prompt("2026-03-03 10:00"), "2026-02-27 10:00"),
        "nearly over": (prompt("2026-03-02 09:01:10", first=True), "2026-03-02 08:59:10"),
    }

    assert order(leads, "2026-03-02 09:01:00") == [
        "nearly over",
        "just in",
        "late by a minute",
        "late since Friday",
        "to come",
        "tomorrow",
    ]


def test_on_monday_the_newest_of_the_weekend_is_worked_first() -> None:
    weekend = {
        day: (prompt("2026-03-02 09:02", first=True), f"2026-{day} 12:00")
        for day in ("02-28", "03-01")
    }

    for moment in ("2026-03-01 20:00", "2026-03-02 09:00", "2026-03-02 09:30"):
        assert order(weekend, moment) == ["03-01", "02-28"]
