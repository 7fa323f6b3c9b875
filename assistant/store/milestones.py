"""How far each lead came, as a narrow row a lead: what every figure of the inspection counts.

Derived like the summaries, in the same transaction. Nothing of a person stands in it.
"""

from datetime import datetime
from sqlite3 import Connection

from assistant.core.course import Course
from assistant.core.facts import AgreementKind, HandOverReason, LeadId
from assistant.core.followable import missing_for
from assistant.core.plan import FirstClock, Plan
from assistant.store.columns import optional_text

COLUMNS = (
    "lead_id",
    "owner",
    "door",
    "source",
    "interest",
    "asked_at",
    "opens_at",
    "due_at",
    "responded_at",
    "response_s",
    "is_after_hours",
    "tries",
    "reached_at",
    "follow_up_at",
    "agreed_at",
    "starts_at",
    "confirmed_at",
    "unconfirmed_at",
    "show_at",
    "no_show_at",
    "no_show_uncalled_at",
    "no_next_step_at",
    "sold_at",
    "ended_at",
    "ended",
    "lost_reason",
    "handed_over_at",
    "last_attempt_at",
    "is_followable",
)
"""The columns of ``milestones``, its key first."""

_PUT = f"""
    insert into milestones ({", ".join(COLUMNS)}) values ({", ".join(f":{c}" for c in COLUMNS)})
    on conflict (lead_id) do update set {", ".join(f"{c} = excluded.{c}" for c in COLUMNS[1:])}
"""  # noqa: S608 - our own names


def milestone_row(lead_id: LeadId, owner: str, course: Course, plan: Plan) -> dict[str, object]:
    """Return the columns of ``milestones`` for a lead; they read as those of ``Milestones``.

    ``opens_at`` and ``due_at`` are when the first clock began to count and ran out, and
    ``response_s`` is how long it ran in seconds; none for who was called before we opened.
    Where nothing is to be done here, because another has the lead, it ended or its customer was
    forgotten, nobody is uncalled or without a next step.
    """
    known, end, first = course.milestones, course.end, plan.first_clock
    is_lost = end is not None and end.kind is AgreementKind.LOST
    moments: dict[str, datetime | None] = {
        "asked_at": known.asked_at,
        "opens_at": None if first is None else first.opens_at,
        "due_at": None if first is None else first.due_at,
        "responded_at": known.responded_at,
        "reached_at": known.reached_at,
        "follow_up_at": known.follow_up_at,
        "agreed_at": known.agreed_at,
        "starts_at": known.starts_at,
        "confirmed_at": known.confirmed_at,
        "unconfirmed_at": known.unconfirmed_at,
        "show_at": known.show_at,
        "no_show_at": known.no_show_at,
        "no_show_uncalled_at": course.no_show_at if plan.prompts else None,
        "no_next_step_at": course.spoken_at
        if plan.prompts and not _has_next_step(course)
        else None,
        "sold_at": known.sold_at,
        "ended_at": None if end is None else end.at,
        "handed_over_at": _handed_over_at(course),
        "last_attempt_at": None if course.last is None else course.last.at,
    }
    row: dict[str, object] = {name: optional_text(moment) for name, moment in moments.items()}
    return row | {
        "lead_id": lead_id,
        "owner": owner,
        "door": known.door,
        "source": known.source,
        "interest": known.interest,
        "response_s": _seconds(first, known.responded_at),
        "is_after_hours": first is not None and first.is_after_hours,
        "tries": known.tries,
        "ended": None if end is None else end.kind,
        "lost_reason": end.reason if end is not None and is_lost else None,
        "is_followable": not missing_for(course),
    }


def _has_next_step(course: Course) -> bool:
    visit = course.appointment
    return course.agreed is not None or (visit is not None and not visit.came)


def _handed_over_at(course: Course) -> datetime | None:
    """Return since when another has the lead; who calls once as second voice has it not."""
    sent = course.sent
    return None if sent is None or sent.reason is HandOverReason.SECOND_VOICE else sent.at


def _seconds(first: FirstClock | None, responded_at: datetime | None) -> int | None:
    if first is None or responded_at is None:
        return None
    return max(0, int((responded_at - first.opens_at).total_seconds()))


def put(db: Connection, row: dict[str, object]) -> None:
    """Write a lead's row in place of what was."""
    db.execute(_PUT, row)


def without(db: Connection) -> list[LeadId]:
    """Return the leads that have no row yet: those of a log older than this table.

    In the order of opening, so that the leads of a period stand together in the file.
    """
    counts = "select (select count(*) from summaries) = (select count(*) from milestones)"
    if db.execute(counts).fetchone()[0]:
        return []
    rows = db.execute(
        """select id from leads
           where id in (select lead_id from summaries)
             and id not in (select lead_id from milestones) order by rowid"""
    ).fetchall()
    return [LeadId(row[0]) for row in rows]
