"""What people do at a desk, one deed each: the words in which happenings are told."""

from datetime import timedelta

from assistant.core.contact import Phone
from assistant.core.facts import AgreementKind, AppointmentEvent, LeadId, LostReason, Outcome
from assistant.core.request import Channel
from assistant.desk import NextStep
from tests.conftest import a_request
from tests.reporting.days import Days


def asks(days: Days, **changes: object) -> LeadId:
    days.asked += 1
    phone = Phone(f"+3161{days.asked:07}", mobile=True)
    lead = days.desks[0].log_contact(a_request(**({"phones": (phone,), "emails": ()} | changes)))
    assert lead.lead_id is not None
    return lead.lead_id


def calls(days: Days, lead: LeadId, outcome: Outcome, minutes: float = 1) -> None:
    days.clock.advance(minutes=minutes)
    days.desks[0].record(lead, Channel.CALL, outcome)


def agrees(days: Days, lead: LeadId, kind: AgreementKind, hours: float = 0) -> None:
    moment = days.clock.now + timedelta(hours=hours) if hours else None
    reason = LostReason.PRICE if kind is AgreementKind.LOST else None
    days.desks[0].agree(lead, NextStep(kind=kind, moment=moment, reason=reason))


def visits(days: Days, lead: LeadId, *events: AppointmentEvent) -> None:
    for event in events:
        standing = days.desks[0].lead(lead).course.appointment
        assert standing is not None
        days.desks[0].change_appointment(standing.id, event)


def moves(days: Days, lead: LeadId, hours: float) -> None:
    standing = days.desks[0].lead(lead).course.appointment
    assert standing is not None
    moment = days.clock.now + timedelta(hours=hours)
    days.desks[0].change_appointment(standing.id, AppointmentEvent.MOVED, moment)


def sends(days: Days) -> None:
    for waiting in days.desks[0].handovers.waiting():
        assert waiting.handed_over is not None
        days.desks[0].handovers.sent(waiting.lead_id, waiting.handed_over)
