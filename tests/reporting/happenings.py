"""What can happen in a few days, step by step, as a person would tell it."""

from dataclasses import replace
from datetime import timedelta

from assistant.core.contact import Phone
from assistant.core.facts import AgreementKind, AppointmentEvent, LeadId, LostReason, Outcome, Split
from assistant.core.request import Channel, Door, RequestKind
from assistant.desk import NextStep
from tests.conftest import AMSTERDAM, MOBILE, a_request, local
from tests.reporting.days import Days


def _ask(days: Days, **changes: object) -> LeadId:
    days.asked += 1
    phone = Phone(f"+3161{days.asked:07}", mobile=True)
    lead = days.desks[0].log_contact(a_request(**({"phones": (phone,), "emails": ()} | changes)))
    assert lead.lead_id is not None
    return lead.lead_id


def _call(days: Days, lead: LeadId, outcome: Outcome, minutes: float = 1) -> None:
    days.clock.advance(minutes=minutes)
    days.desks[0].record(lead, Channel.CALL, outcome)


def _agree(days: Days, lead: LeadId, kind: AgreementKind, hours: float = 0) -> None:
    moment = days.clock.now + timedelta(hours=hours) if hours else None
    reason = LostReason.PRICE if kind is AgreementKind.LOST else None
    days.desks[0].agree(lead, NextStep(kind=kind, moment=moment, reason=reason))


def _visit(days: Days, lead: LeadId, *events: AppointmentEvent) -> None:
    for event in events:
        standing = days.desks[0].lead(lead).course.appointment
        assert standing is not None
        days.desks[0].change_appointment(standing.id, event)


def _send(days: Days) -> None:
    for waiting in days.desks[0].handovers.waiting():
        assert waiting.handed_over is not None
        days.desks[0].handovers.sent(waiting.lead_id, waiting.handed_over)


def nothing(days: Days) -> None:
    days.clock.advance(days=1)


def one(days: Days) -> None:
    _call(days, _ask(days), Outcome.SPOKE)


def over_new_year(days: Days) -> None:
    _ask(days)
    days.clock.now = local("2027-01-03 23:59")
    _ask(days)
    days.clock.now = local("2027-01-04 00:00")
    _ask(days)


def clocks_change(days: Days) -> None:
    sunday = days.clock.now.astimezone(AMSTERDAM).date()
    for hour in ("00:30", "01:59", "03:00", "03:30", "23:30"):
        days.clock.now = local(f"{sunday} {hour}")
        _ask(days, door=Door.PHONE, kind=RequestKind.MISSED_CALL)
    days.clock.advance(hours=11)


def late(days: Days) -> None:
    lead = _ask(days, emails=("a@example.com",))
    _call(days, lead, Outcome.VOICEMAIL, 30)
    days.clock.advance(minutes=30)
    days.desks[0].log_contact(a_request(phones=(), emails=("a@example.com",)))
    _call(days, lead, Outcome.SPOKE)


def taken_over(days: Days) -> None:
    lead = _ask(days)
    _call(days, lead, Outcome.VOICEMAIL)
    days.desks[0].handovers.hand_on(lead, "Els")
    _send(days)
    days.clock.advance(days=9)


def called_by_the_bdc(days: Days) -> None:
    _, revived = _ask(days), _ask(days)
    _send(days)
    days.clock.advance(days=1)
    days.desks[0].handovers.came_back(revived, "thuis")
    days.clock.now = local("2026-03-04 09:00")
    _call(days, revived, Outcome.VOICEMAIL)


def revived_from_a_list(days: Days) -> None:
    lead = _ask(days, kind=RequestKind.PASSIVE, door=Door.LIST, consent="2026", source="Lease")
    days.desks[0].handovers.came_back(lead, "wil rijden")
    _call(days, lead, Outcome.SPOKE)


def reopened(days: Days) -> None:
    lead = _ask(days)
    _call(days, lead, Outcome.VOICEMAIL)
    _agree(days, lead, AgreementKind.LOST)
    days.desks[0].handovers.came_back(lead, "thuis")
    _call(days, lead, Outcome.SPOKE)
    _agree(days, lead, AgreementKind.SOLD)


def merged(days: Days) -> None:
    first, second = _ask(days), _ask(days, phones=(MOBILE,))
    _call(days, second, Outcome.SPOKE)
    days.desks[0].merge(first, second)


def split(days: Days) -> None:
    lead = _ask(days, phones=(MOBILE,), door=Door.PHONE, kind=RequestKind.MISSED_CALL)
    _ask(days, phones=(MOBILE,), door=Door.PHONE, kind=RequestKind.MISSED_CALL)
    requests = days.desks[0].lead(lead).facts
    days.desks[0].split(lead, requests[1].id)


def split_undone(days: Days) -> None:
    split(days)
    undone = next(
        fact
        for item in days.desks[0].agenda()
        for fact in days.desks[0].lead(item.summary.lead_id).facts
        if isinstance(fact, Split)
    )
    days.desks[0].take_back(undone)


def erased(days: Days) -> None:
    lead = _ask(days, emails=("a@example.com",))
    _call(days, lead, Outcome.SPOKE)
    _agree(days, lead, AgreementKind.LOST)
    days.desks[0].privacy.forget(days.desks[0].privacy.customer_of(lead))


def undone(days: Days) -> None:
    lead = _ask(days)
    _call(days, lead, Outcome.SPOKE)
    days.desks[0].take_back(days.desks[0].lead(lead).facts[-1])
    days.clock.advance(minutes=5)


def list_to_active(days: Days) -> None:
    passive = {"kind": RequestKind.PASSIVE, "door": Door.LIST, "consent": "2026"}
    lead = _ask(days, phones=(MOBILE,), **passive)
    _ask(days, **passive)
    _call(days, lead, Outcome.VOICEMAIL, 60)
    days.clock.advance(days=20)
    _ask(days, phones=(MOBILE,))


def walk_in(days: Days) -> None:
    _ask(days, door=Door.SHOWROOM)
    _ask(days, door=Door.PHONE, kind=RequestKind.ANSWERED_CALL)


def wish(days: Days) -> None:
    land_line = replace(MOBILE, number="+31201234567", mobile=False)
    at_three, soon = days.clock.now + timedelta(hours=5), days.clock.now + timedelta(minutes=1)
    lead = _ask(days, phones=(land_line,), wanted_at=at_three)
    hasty = _ask(days, phones=(replace(land_line, number="+31207654321"),), wanted_at=soon)
    writes = _ask(days, wanted_at=at_three)
    days.clock.advance(seconds=90)
    days.desks[0].record(writes, Channel.WHATSAPP, Outcome.SENT)
    _call(days, hasty, Outcome.VOICEMAIL, 0)
    _call(days, lead, Outcome.SPOKE, 298)


def lost_uncalled(days: Days) -> None:
    _agree(days, _ask(days), AgreementKind.LOST)
    days.clock.advance(minutes=5)


def second_voice(days: Days) -> None:
    lead = _ask(days)
    _call(days, lead, Outcome.VOICEMAIL)
    _agree(days, lead, AgreementKind.LOST)
    _send(days)


def at_the_last_second(days: Days) -> None:
    lead = _ask(days)
    _call(days, lead, Outcome.VOICEMAIL, 2)
    _ask(days)
    days.clock.advance(minutes=2)


def came_unconfirmed(days: Days) -> None:
    lead = _ask(days)
    _call(days, lead, Outcome.SPOKE)
    _agree(days, lead, AgreementKind.FOLLOW_UP, 1)
    _agree(days, lead, AgreementKind.APPOINTMENT, 1)
    bought_by_phone = _ask(days)
    _agree(days, bought_by_phone, AgreementKind.APPOINTMENT, 1)
    _visit(days, bought_by_phone, AppointmentEvent.CONFIRMED)
    _agree(days, bought_by_phone, AgreementKind.SOLD)
    days.clock.advance(hours=1)
    _visit(days, lead, AppointmentEvent.SHOW)


def given_up(days: Days) -> None:
    for tries in (2, 3, 4, 5):
        lead = _ask(days)
        for _ in range(tries):
            _call(days, lead, Outcome.VOICEMAIL)
    days.clock.advance(days=8)


def left_for_just_a_week(days: Days) -> None:
    _call(days, _ask(days), Outcome.VOICEMAIL, 2)
    days.clock.advance(days=7)


def asked_for_and_read_back(days: Days) -> None:
    both = {"emails": ("a@example.com",), "phone_read_back": True, "email_read_back": True}
    _call(days, _ask(days, **both), Outcome.SPOKE)
    _ask(days, **both | {"emails": ("b@example.com",)})
    _call(days, _ask(days), Outcome.SPOKE)


def whole_funnel(days: Days) -> None:
    confirmed, show = AppointmentEvent.CONFIRMED, AppointmentEvent.SHOW
    visit, sold = AgreementKind.APPOINTMENT, AgreementKind.SOLD
    vague, absent, came, bought, later, at_once, gone = (_ask(days) for _ in range(7))
    for lead in (vague, absent, came, bought, later, at_once):
        _call(days, lead, Outcome.SPOKE, 0)
    for lead in (vague, absent, came, bought):
        _agree(days, lead, visit, 2)
    _agree(days, later, AgreementKind.FOLLOW_UP, 24)
    _agree(days, at_once, AgreementKind.CALL_BACK, 1)
    _agree(days, at_once, sold)
    for lead in (absent, came, bought):
        _visit(days, lead, confirmed)
    days.clock.advance(hours=2)
    for lead in (came, bought):
        _visit(days, lead, show)
    _agree(days, bought, sold)
    for _ in range(4):
        _call(days, gone, Outcome.VOICEMAIL, 60)
    days.clock.advance(days=8)
