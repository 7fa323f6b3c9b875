"""Summaries and prompts as rows, and rows as summaries and prompts."""

from datetime import datetime
from sqlite3 import Row

from assistant.core.course import Course
from assistant.core.facts import HandOverReason, LeadId, Outcome
from assistant.core.handover import HandedOver
from assistant.core.plan import Plan, Prompt, Step
from assistant.core.privacy import CallNote, call_note, nameless
from assistant.core.request import Channel, Door
from assistant.core.summary import State, Summary
from assistant.store.columns import (
    moment,
    moment_text,
    optional_moment,
    optional_text,
    words,
    words_text,
)
from assistant.store.search import search_text

COLUMNS = (
    "lead_id",
    "name",
    "phone",
    "email",
    "vehicle",
    "plate",
    "question",
    "source",
    "door",
    "owner",
    "asked_at",
    "wants",
    "tries",
    "last_channel",
    "last_outcome",
    "last_at",
    "last_by",
    "state",
    "state_since",
    "handover_reason",
    "handover_since",
    "clock_due_at",
    "stopped_at",
    "quiet_until",
    "beside",
    "appointment_at",
    "search",
    "may_call",
    "call_note",
    "handover_to",
    "handover_sent_at",
    "handover_as_draft",
    "back_at",
    "back_note",
    "may_be_sent",
)
"""The columns of ``summaries``, its key first."""


def identities(course: Course) -> frozenset[str]:
    """Return the numbers and addresses by which the customer is known again."""
    shown = nameless(course)
    return frozenset({phone.key for phone in shown.phones} | set(shown.emails))


def _state(course: Course, plan: Plan) -> tuple[State, datetime | None]:
    if course.end is not None:
        return State(course.end.kind), course.end.at
    if course.forgotten_at is not None:
        return State.FORGOTTEN, course.forgotten_at
    if plan.handed_over is not None and not plan.prompts:
        return State.HANDED_OVER, plan.handed_over.since
    return State.OPEN, course.last_at


def summary_row(lead_id: LeadId, owner: str, course: Course, plan: Plan) -> dict[str, object]:
    """Return the columns of ``summaries`` for a lead."""
    course = nameless(course)
    asked, last, standing = course.request, course.last, course.appointment
    state, since = _state(course, plan)
    handed_over = plan.handed_over
    number = course.phone or next(iter(course.phones), None)
    return {
        "lead_id": lead_id,
        "name": course.name,
        "phone": "" if number is None else number.number,
        "email": course.email or next(iter(course.emails), ""),
        "vehicle": "" if asked is None else asked.vehicle,
        "plate": "" if asked is None else asked.plate,
        "question": "" if asked is None else asked.question,
        "source": "" if asked is None else asked.source,
        "door": Door.WEB if asked is None else asked.door,
        "owner": owner,
        "asked_at": optional_text(course.last_clock or course.last_at),
        "wants": course.wants,
        "tries": len(course.tries),
        "last_channel": None if last is None else last.channel,
        "last_outcome": None if last is None else last.outcome,
        "last_at": None if last is None else moment_text(last.at),
        "last_by": None if last is None else last.by,
        "state": state,
        "state_since": optional_text(since),
        "handover_reason": None if handed_over is None else handed_over.reason,
        "handover_since": None if handed_over is None else moment_text(handed_over.since),
        "clock_due_at": optional_text(plan.clock_due_at),
        "stopped_at": optional_text(course.stopped_at),
        "quiet_until": optional_text(course.quiet_until),
        "beside": words_text(plan.beside),
        "appointment_at": None if standing is None else moment_text(standing.starts_at),
        "search": search_text(course),
        "may_call": course.may_be_called,
        "call_note": call_note(course),
        "may_be_sent": course.may_be_sent,
        "handover_to": "" if handed_over is None else handed_over.to,
        "handover_sent_at": None if handed_over is None else optional_text(handed_over.sent_at),
        "handover_as_draft": handed_over is not None and handed_over.as_draft,
        "back_at": None if course.back is None else moment_text(course.back.arrived_at),
        "back_note": "" if course.back is None else course.back.note,
    }


def summary_of(row: Row) -> Summary:
    """Return the summary that stands in a row of ``summaries``."""
    return Summary(
        lead_id=LeadId(row["lead_id"]),
        name=row["name"],
        phone=row["phone"],
        email=row["email"],
        vehicle=row["vehicle"],
        plate=row["plate"],
        question=row["question"],
        source=row["source"],
        door=Door(row["door"]),
        owner=row["owner"],
        asked_at=moment(row["asked_at"]),
        wants=None if row["wants"] is None else Channel(row["wants"]),
        tries=row["tries"],
        last_channel=None if row["last_channel"] is None else Channel(row["last_channel"]),
        last_outcome=None if row["last_outcome"] is None else Outcome(row["last_outcome"]),
        last_at=optional_moment(row["last_at"]),
        last_by=row["last_by"] or "",
        state=State(row["state"]),
        state_since=moment(row["state_since"]),
        handed_over=_handed_over_of(row),
        quiet_until=optional_moment(row["quiet_until"]),
        beside=tuple(Channel(channel) for channel in words(row["beside"])),
        appointment_at=optional_moment(row["appointment_at"]),
        may_call=bool(row["may_call"]),
        call_note=CallNote(row["call_note"]) if row["call_note"] else None,
        back_at=optional_moment(row["back_at"]),
        back_note=row["back_note"],
        may_be_sent=bool(row["may_be_sent"]),
    )


def _handed_over_of(row: Row) -> HandedOver | None:
    if row["handover_since"] is None:
        return None
    return HandedOver(
        HandOverReason(row["handover_reason"]),
        moment(row["handover_since"]),
        row["handover_to"],
        optional_moment(row["handover_sent_at"]),
        bool(row["handover_as_draft"]),
    )


def prompt_of(row: Row) -> Prompt:
    """Return the prompt that stands in a row of ``prompts``."""
    return Prompt(
        step=Step(row["step"]),
        due_at=moment(row["due_at"]),
        rings_at=moment(row["rings_at"]),
        expires_at=optional_moment(row["expires_at"]),
    )


def prompt_row(lead_id: LeadId, prompt: Prompt) -> list[object]:
    """Return the columns of ``prompts`` for a prompt."""
    return [
        lead_id,
        prompt.step,
        moment_text(prompt.due_at),
        moment_text(prompt.rings_at),
        optional_text(prompt.expires_at),
    ]
