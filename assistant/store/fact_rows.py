"""Facts as rows, and rows as facts."""

import json
from collections.abc import Callable
from dataclasses import asdict
from sqlite3 import Row
from typing import Any

from assistant.core.contact import Phone
from assistant.core.facts import (
    Agreed,
    AgreementKind,
    AppointmentChanged,
    AppointmentEvent,
    Attempt,
    CameBack,
    Fact,
    FactId,
    HandedOn,
    HandOverSent,
    LaterReason,
    LeadId,
    Learnt,
    LostReason,
    Merged,
    Outcome,
    Postponed,
    Requested,
    Retraction,
    Skipped,
    Split,
)
from assistant.core.request import Channel, Condition, Door, Flag, Request, RequestKind
from assistant.store.columns import (
    moment,
    moment_text,
    optional_moment,
    optional_text,
    phones,
    phones_text,
    words,
    words_text,
)
from assistant.store.handover_rows import came_back, hand_over_sent, handed_on, handover_columns

_EMPTY = dict.fromkeys(
    ("channel", "what", "moment", "reason", "refers_to", "other_lead", "recipient", "details")
)


def fact_row(fact: Fact) -> dict[str, object]:
    """Return the columns of ``facts`` for a fact, desk and sequence aside."""
    common = {
        "id": fact.id,
        "lead_id": fact.lead_id,
        "at": moment_text(fact.at),
        "by": fact.by,
        "note": "",
        "as_draft": False,
    }
    return _EMPTY | common | _own_columns(fact)


def _own_columns(fact: Fact) -> dict[str, object]:  # noqa: C901, PLR0911 - one line a fact
    match fact:
        case Requested():
            return {"kind": "requested"}
        case Attempt(channel=channel, outcome=outcome, note=note):
            return {"kind": "attempt", "channel": channel, "what": outcome, "note": note}
        case Agreed(kind=kind, moment=agreed_for, reason=reason, note=note):
            when = optional_text(agreed_for)
            return {"kind": "agreed", "what": kind, "moment": when, "reason": reason, "note": note}
        case AppointmentChanged(appointment_id=of, event=event, moment=moved_to):
            when = optional_text(moved_to)
            return {"kind": "appointment", "refers_to": of, "what": event, "moment": when}
        case Postponed(until=until, reason=reason):
            return {"kind": "postponed", "moment": moment_text(until), "reason": reason}
        case Skipped(channel=channel):
            return {"kind": "skipped", "channel": channel}
        case Learnt():
            return {"kind": "learnt", "details": _learnt_text(fact)}
        case HandedOn() | HandOverSent() | CameBack():
            return handover_columns(fact)
        case Merged(into=into):
            return {"kind": "merged", "other_lead": into}
        case Split(request_id=request_id, into=into):
            return {"kind": "split", "refers_to": request_id, "other_lead": into}
        case Retraction(of=of):
            return {"kind": "retraction", "refers_to": of}


def request_row(fact: Requested, message_id: str | None) -> dict[str, object]:
    """Return the columns of ``requests`` for a request."""
    asked = fact.request
    return asdict(asked) | {
        "id": fact.id,
        "message_id": message_id,
        "arrived_at": moment_text(fact.arrived_at),
        "clock_from": moment_text(fact.clock_from),
        "phones": phones_text(asked.phones),
        "emails": words_text(asked.emails),
        "asked_at": optional_text(asked.asked_at),
        "wanted_at": optional_text(asked.wanted_at),
        "flags": words_text(asked.flags),
    }


def fact_of(row: Row) -> Fact:
    """Return the fact that stands in a row of ``facts``, joined with its request if it has one."""
    common: dict[str, Any] = {
        "id": FactId(row["id"]),
        "lead_id": LeadId(row["lead_id"]),
        "at": moment(row["at"]),
        "by": row["by"],
    }
    return _READERS[row["kind"]](row, common)


def _requested(row: Row, common: dict[str, Any]) -> Requested:
    return Requested(
        **common,
        request=_request(row),
        arrived_at=moment(row["arrived_at"]),
        clock_from=moment(row["clock_from"]),
    )


def _request(row: Row) -> Request:
    return Request(
        kind=RequestKind(row["request_kind"]),
        door=Door(row["door"]),
        source=row["source"],
        name=row["name"],
        phones=phones(row["phones"]),
        emails=words(row["emails"]),
        vehicle=row["vehicle"],
        plate=row["plate"],
        condition=Condition(row["condition"]) if row["condition"] else None,
        price=row["price"],
        link=row["link"],
        own_vehicle=row["own_vehicle"],
        question=row["question"],
        asked_at=optional_moment(row["asked_at"]),
        asked_at_has_zone=bool(row["asked_at_has_zone"]),
        wanted_at=optional_moment(row["wanted_at"]),
        wants=Channel(row["wants"]) if row["wants"] else None,
        may_call=bool(row["may_call"]),
        consent=row["consent"],
        reference=row["reference"],
        resend=bool(row["resend"]),
        flags=tuple(Flag(flag) for flag in words(row["flags"])),
        phone_asked=bool(row["phone_asked"]),
        phone_read_back=bool(row["phone_read_back"]),
        email_asked=bool(row["email_asked"]),
        email_read_back=bool(row["email_read_back"]),
    )


def _attempt(row: Row, common: dict[str, Any]) -> Attempt:
    channel, outcome = Channel(row["channel"]), Outcome(row["what"])
    return Attempt(**common, channel=channel, outcome=outcome, note=row["note"])


def _agreed(row: Row, common: dict[str, Any]) -> Agreed:
    return Agreed(
        **common,
        kind=AgreementKind(row["what"]),
        moment=optional_moment(row["moment"]),
        reason=LostReason(row["reason"]) if row["reason"] else None,
        note=row["note"],
    )


def _appointment(row: Row, common: dict[str, Any]) -> AppointmentChanged:
    return AppointmentChanged(
        **common,
        appointment_id=FactId(row["refers_to"]),
        event=AppointmentEvent(row["what"]),
        moment=optional_moment(row["moment"]),
    )


def _postponed(row: Row, common: dict[str, Any]) -> Postponed:
    return Postponed(**common, until=moment(row["moment"]), reason=LaterReason(row["reason"]))


def _skipped(row: Row, common: dict[str, Any]) -> Skipped:
    return Skipped(**common, channel=Channel(row["channel"]))


def _learnt_text(fact: Learnt) -> str:
    details = {
        "name": fact.name,
        "phone": None if fact.phone is None else [fact.phone.number, fact.phone.mobile],
        "email": fact.email,
        "phone_asked": fact.phone_asked,
        "phone_read_back": fact.phone_read_back,
        "email_asked": fact.email_asked,
        "email_read_back": fact.email_read_back,
        "question_answered": fact.question_answered,
        "answers": fact.answers,
    }
    return json.dumps(details, ensure_ascii=False)


def _learnt(row: Row, common: dict[str, Any]) -> Learnt:
    details = json.loads(row["details"])
    phone = details.pop("phone")
    answers = tuple((question, answer) for question, answer in details.pop("answers"))
    known = None if phone is None else Phone(phone[0], mobile=phone[1])
    return Learnt(**common, **details, phone=known, answers=answers)


def _merged(row: Row, common: dict[str, Any]) -> Merged:
    return Merged(**common, into=LeadId(row["other_lead"]))


def _split(row: Row, common: dict[str, Any]) -> Split:
    request_id, into = FactId(row["refers_to"]), LeadId(row["other_lead"])
    return Split(**common, request_id=request_id, into=into)


def _retraction(row: Row, common: dict[str, Any]) -> Retraction:
    return Retraction(**common, of=FactId(row["refers_to"]))


_READERS: dict[str, Callable[[Row, dict[str, Any]], Fact]] = {
    "requested": _requested,
    "attempt": _attempt,
    "agreed": _agreed,
    "appointment": _appointment,
    "postponed": _postponed,
    "skipped": _skipped,
    "learnt": _learnt,
    "handed_on": handed_on,
    "hand_over_sent": hand_over_sent,
    "came_back": came_back,
    "merged": _merged,
    "split": _split,
    "retraction": _retraction,
}
