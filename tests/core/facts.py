"""Facts for tests, short to write: one lead, Piet's, counted ids."""

from collections.abc import Iterator
from datetime import datetime
from itertools import count
from typing import Any

from assistant.core.course import Course
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
    HandOverReason,
    HandOverSent,
    LeadId,
    LostReason,
    Outcome,
    Requested,
    Retraction,
)
from assistant.core.follow import follow
from assistant.core.plan import Plan, Step, current, plan
from assistant.core.request import Channel
from assistant.core.rules import Rules
from tests.conftest import RULES, a_request, local

LEAD = LeadId("lead-1")
_ids: Iterator[int] = count(1)


def moment_of(at: datetime | str) -> datetime:
    return local(at) if isinstance(at, str) else at


def common(at: datetime | str) -> dict[str, Any]:
    return {"id": FactId(f"fact-{next(_ids)}"), "lead_id": LEAD, "at": moment_of(at), "by": "Piet"}


def asked(at: datetime | str, **changes: object) -> Fact:
    when = moment_of(at)
    request = a_request(**changes)
    return Requested(**common(at), request=request, arrived_at=when, clock_from=when)


def called(at: datetime | str, outcome: Outcome = Outcome.VOICEMAIL) -> Fact:
    return Attempt(**common(at), channel=Channel.CALL, outcome=outcome)


def mailed(at: datetime | str, outcome: Outcome = Outcome.SENT) -> Fact:
    return Attempt(**common(at), channel=Channel.MAIL, outcome=outcome)


def texted(at: datetime | str, outcome: Outcome = Outcome.SENT) -> Fact:
    return Attempt(**common(at), channel=Channel.WHATSAPP, outcome=outcome)


def agreed(
    at: datetime | str,
    kind: AgreementKind,
    moment: str | None = None,
    reason: LostReason | None = None,
) -> Agreed:
    when = None if moment is None else local(moment)
    return Agreed(**common(at), kind=kind, moment=when, reason=reason)


def changed(
    at: datetime | str, made: Agreed, event: AppointmentEvent, moment: str | None = None
) -> Fact:
    when = None if moment is None else local(moment)
    return AppointmentChanged(**common(at), appointment_id=made.id, event=event, moment=when)


def taken_back(fact: Fact) -> Fact:
    return Retraction(**common(fact.at), of=fact.id)


def handed_on(at: datetime | str, to: str = "", note: str = "") -> Fact:
    return HandedOn(**common(at), to=to, note=note)


def sent_on(at: datetime | str, reason: HandOverReason, since: str, to: str = "") -> Fact:
    return HandOverSent(**common(at), reason=reason, since=local(since), to=to)


def came_back(at: datetime | str, note: str = "") -> Fact:
    return CameBack(**common(at), arrived_at=moment_of(at), note=note)


def planned(*facts: Fact, rules: Rules = RULES) -> Plan:
    return plan(follow(facts), rules)


def course(*facts: Fact) -> Course:
    return follow(facts)


def next_step(
    *facts: Fact, now: datetime | str | None = None, rules: Rules = RULES
) -> tuple[Step, str] | None:
    """Return the step that counts, and when it is due by the wall clock in Amsterdam."""
    moment = facts[-1].at if now is None else moment_of(now)
    prompt = current(planned(*facts, rules=rules).prompts, moment)
    if prompt is None:
        return None
    return prompt.step, f"{rules.hours.local(prompt.due_at):%Y-%m-%d %H:%M:%S}"
