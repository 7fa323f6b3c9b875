"""Which leads are looked at, and what makes one a part, in the columns of ``milestones``."""

from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from assistant.core.figures import IDLE, IGNORED, Choice, Part
from assistant.core.request import Door
from assistant.core.rules import TRIES
from assistant.store.columns import moment_text

_GIVEN_UP = """
    reached_at is null and handed_over_at is null
    and (ended is not null
         or max(coalesce(last_attempt_at, ''), coalesce(due_at, asked_at)) < :idle_since)
"""
CONDITIONS = {
    Part.REQUESTS: "true",
    Part.CLOCKS: "due_at is not null and (responded_at is not null or due_at <= :now)",
    Part.IN_TIME: "responded_at <= due_at",
    Part.LATE: "responded_at > due_at or (responded_at is null and due_at <= :now)",
    Part.SPOKEN: "reached_at is not null",
    Part.NOT_SPOKEN: "reached_at is null",
    Part.AGREED: "agreed_at is not null",
    Part.VAGUE: "agreed_at is not null and confirmed_at is null",
    Part.ONLY_FOLLOW_UP: "agreed_at is null and follow_up_at is not null and sold_at is null",
    Part.APPOINTMENTS: "confirmed_at is not null",
    Part.NO_APPOINTMENT: """
        reached_at is not null and confirmed_at is null and show_at is null and sold_at is null
    """,
    Part.SHOWS: "show_at is not null",
    Part.NOT_SHOWN: "confirmed_at is not null and show_at is null and sold_at is null",
    Part.SALES: "sold_at is not null",
    Part.NOT_SOLD: "show_at is not null and sold_at is null",
    Part.FOLLOWABLE: "reached_at is not null and is_followable",
    Part.GIVEN_UP: _GIVEN_UP,
    Part.GIVEN_UP_BEFORE_THIRD: f"tries < 3 and {_GIVEN_UP}",
    Part.GIVEN_UP_BEFORE_FIFTH: f"tries < {TRIES} and {_GIVEN_UP}",
    Part.LOST: "ended = 'lost'",
    Part.OPEN: "ended is null",
}
"""What makes a lead one of a part; it stands nowhere else."""


class Stretch(NamedTuple):
    """A period as moments: from ``start`` up to ``end``, looked at from ``now`` (UTC)."""

    start: datetime
    end: datetime
    now: datetime


def chosen(stretch: Stretch, choice: Choice) -> tuple[str, dict[str, object]]:
    """Return the condition for the leads that asked in a stretch, and its values."""
    where, values = chosen_by(choice)
    return f"asked_at >= :start and asked_at < :end and {where}", values | moments(stretch)


def chosen_by(choice: Choice) -> tuple[str, dict[str, object]]:
    """Return the condition for the leads of a choice, whenever they asked, and its values."""
    doors = ", ".join(f"'{door}'" for door in sorted(choice.doors))
    wanted = {"owner": choice.owner, "source": choice.source, "interest": choice.interest}
    conditions = [
        f"milestones.{name} = :{name}" for name, value in wanted.items() if value is not None
    ]
    return " and ".join([f"milestones.door in ({doors})", *conditions]), dict(wanted)


def listed_by(choice: Choice) -> tuple[str, dict[str, object]]:
    """Return the condition for the leads of a choice where they are listed, not counted.

    Doors left alone leave nobody out there: it is for the benchmarks that walk-ins do not count.
    Who never asked anything has no source, door or interest that could be chosen.
    """
    everything = Choice(owner=choice.owner, doors=frozenset(Door))
    if choice.doors == Choice().doors:
        choice = replace(choice, doors=everything.doors)
    where, values = chosen_by(choice)
    if choice != everything:
        where = f"milestones.asked_at is not null and {where}"
    return where, values


def moments(stretch: Stretch) -> dict[str, object]:
    """Return the moments that conditions speak of, as their values."""
    return {
        "start": moment_text(stretch.start),
        "end": moment_text(stretch.end),
        "now": moment_text(stretch.now),
        "idle_since": moment_text(stretch.now - IDLE),
        "ignored_since": moment_text(stretch.now - IGNORED),
    }
