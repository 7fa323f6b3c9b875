"""What can happen in a few days, step by step, as a person would tell it."""

from dataclasses import replace
from datetime import timedelta

from assistant.core.facts import AgreementKind, AppointmentEvent, Outcome, Split
from assistant.core.request import Channel, Door, RequestKind
from tests.conftest import AMSTERDAM, MOBILE, a_request, local
from tests.reporting.days import Days
from tests.reporting.doing import agrees, asks, calls, moves, sends, visits


def nothing(days: Days) -> None:
    days.clock.advance(days=1)


def one(days: Days) -> None:
    calls(days, asks(days), Outcome.SPOKE)


def over_new_year(days: Days) -> None:
    asks(days)
    days.clock.now = local("2027-01-03 23:59")
    asks(days)
    days.clock.now = local("2027-01-04 00:00")
    asks(days)
    days.clock.now = local("2027-01-04 12:00")  # nobody called any of them


def clocks_change(days: Days) -> None:
    sunday = days.clock.now.astimezone(AMSTERDAM).date()
    for hour in ("00:30", "01:59", "03:00", "03:30", "23:30"):
        days.clock.now = local(f"{sunday} {hour}")
        asks(days, door=Door.PHONE, kind=RequestKind.MISSED_CALL)
    days.clock.advance(hours=11)


def late(days: Days) -> None:
    lead = asks(days, emails=("a@example.com",))
    calls(days, lead, Outcome.VOICEMAIL, 30)
    days.clock.advance(minutes=30)
    days.desks[0].log_contact(a_request(phones=(), emails=("a@example.com",)))
    calls(days, lead, Outcome.SPOKE)


def taken_over(days: Days) -> None:
    lead = asks(days)
    calls(days, lead, Outcome.VOICEMAIL)
    days.desks[0].handovers.hand_on(lead, "Els")
    sends(days)
    days.clock.advance(days=9)


def called_by_the_bdc(days: Days) -> None:
    _, revived = asks(days), asks(days)
    sends(days)
    days.clock.advance(days=1)
    days.desks[0].handovers.came_back(revived, "thuis")
    days.clock.now = local("2026-03-04 09:00")
    calls(days, revived, Outcome.VOICEMAIL)


def revived_from_a_list(days: Days) -> None:
    lead = asks(days, kind=RequestKind.PASSIVE, door=Door.LIST, consent="2026", source="Lease")
    days.desks[0].handovers.came_back(lead, "wil rijden")
    calls(days, lead, Outcome.SPOKE)


def reopened(days: Days) -> None:
    lead = asks(days)
    calls(days, lead, Outcome.VOICEMAIL)
    agrees(days, lead, AgreementKind.LOST)
    days.desks[0].handovers.came_back(lead, "thuis")
    calls(days, lead, Outcome.SPOKE)
    agrees(days, lead, AgreementKind.SOLD)


def merged(days: Days) -> None:
    first, second = asks(days), asks(days, phones=(MOBILE,))
    calls(days, second, Outcome.SPOKE)
    days.desks[0].merge(first, second)


def split(days: Days) -> None:
    lead = asks(days, phones=(MOBILE,), door=Door.PHONE, kind=RequestKind.MISSED_CALL)
    asks(days, phones=(MOBILE,), door=Door.PHONE, kind=RequestKind.MISSED_CALL)
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
    lead = asks(days, emails=("a@example.com",))
    calls(days, lead, Outcome.SPOKE)
    agrees(days, lead, AgreementKind.LOST)
    days.desks[0].privacy.forget(days.desks[0].privacy.customer_of(lead))


def undone(days: Days) -> None:
    lead = asks(days)
    calls(days, lead, Outcome.SPOKE)
    days.desks[0].take_back(days.desks[0].lead(lead).facts[-1])
    days.clock.advance(minutes=5)


def list_to_active(days: Days) -> None:
    passive = {"kind": RequestKind.PASSIVE, "door": Door.LIST, "consent": "2026"}
    lead = asks(days, phones=(MOBILE,), **passive)
    asks(days, **passive)
    calls(days, lead, Outcome.VOICEMAIL, 60)
    days.clock.advance(days=20)
    asks(days, phones=(MOBILE,))


def walk_in(days: Days) -> None:
    asks(days, door=Door.SHOWROOM)
    asks(days, door=Door.PHONE, kind=RequestKind.ANSWERED_CALL)


def wish(days: Days) -> None:
    land_line = replace(MOBILE, number="+31201234567", mobile=False)
    at_three, soon = days.clock.now + timedelta(hours=5), days.clock.now + timedelta(minutes=1)
    lead = asks(days, phones=(land_line,), wanted_at=at_three)
    hasty = asks(days, phones=(replace(land_line, number="+31207654321"),), wanted_at=soon)
    writes = asks(days, wanted_at=at_three)
    days.clock.advance(seconds=90)
    days.desks[0].record(writes, Channel.WHATSAPP, Outcome.SENT)
    calls(days, hasty, Outcome.VOICEMAIL, 0)
    calls(days, lead, Outcome.SPOKE, 298)


def lost_uncalled(days: Days) -> None:
    agrees(days, asks(days), AgreementKind.LOST)
    days.clock.advance(minutes=5)


def second_voice(days: Days) -> None:
    lead = asks(days)
    calls(days, lead, Outcome.VOICEMAIL)
    agrees(days, lead, AgreementKind.LOST)
    sends(days)


def at_the_last_second(days: Days) -> None:
    lead = asks(days)
    calls(days, lead, Outcome.VOICEMAIL, 2)
    asks(days)
    days.clock.advance(minutes=2)


def came_unconfirmed(days: Days) -> None:
    lead = asks(days)
    calls(days, lead, Outcome.SPOKE)
    agrees(days, lead, AgreementKind.FOLLOW_UP, 1)
    agrees(days, lead, AgreementKind.APPOINTMENT, 1)
    bought_by_phone = asks(days)
    agrees(days, bought_by_phone, AgreementKind.APPOINTMENT, 1)
    visits(days, bought_by_phone, AppointmentEvent.CONFIRMED)
    agrees(days, bought_by_phone, AgreementKind.SOLD)
    days.clock.advance(hours=1)
    visits(days, lead, AppointmentEvent.SHOW)


def moved(days: Days) -> None:
    """Of two that were moved one is confirmed anew; a third only had another."""
    leads = [asks(days) for _ in range(3)]
    for lead in leads:
        calls(days, lead, Outcome.SPOKE, 0)
        agrees(days, lead, AgreementKind.APPOINTMENT, 1)
        visits(days, lead, AppointmentEvent.CONFIRMED)
    for lead in leads[:2]:
        moves(days, lead, 2)
    visits(days, leads[1], AppointmentEvent.CONFIRMED)
    agrees(days, leads[2], AgreementKind.APPOINTMENT, 2)
    days.clock.advance(hours=3)


def given_up(days: Days) -> None:
    for tries in (2, 3, 4, 5):
        lead = asks(days)
        for _ in range(tries):
            calls(days, lead, Outcome.VOICEMAIL)
    days.clock.advance(days=8)


def left_for_just_a_week(days: Days) -> None:
    calls(days, asks(days), Outcome.VOICEMAIL, 2)
    days.clock.advance(days=7)


def asked_for_and_read_back(days: Days) -> None:
    both = {"emails": ("a@example.com",), "phone_read_back": True, "email_read_back": True}
    calls(days, asks(days, **both), Outcome.SPOKE)
    asks(days, **both | {"emails": ("b@example.com",)})
    calls(days, asks(days), Outcome.SPOKE)


def whole_funnel(days: Days) -> None:
    confirmed, show = AppointmentEvent.CONFIRMED, AppointmentEvent.SHOW
    visit, sold = AgreementKind.APPOINTMENT, AgreementKind.SOLD
    vague, absent, came, bought, later, at_once, gone = (asks(days) for _ in range(7))
    for lead in (vague, absent, came, bought, later, at_once):
        calls(days, lead, Outcome.SPOKE, 0)
    for lead in (vague, absent, came, bought):
        agrees(days, lead, visit, 2)
    agrees(days, later, AgreementKind.FOLLOW_UP, 24)
    agrees(days, at_once, AgreementKind.CALL_BACK, 1)
    agrees(days, at_once, sold)
    for lead in (absent, came, bought):
        visits(days, lead, confirmed)
    days.clock.advance(hours=2)
    for lead in (came, bought):
        visits(days, lead, show)
    agrees(days, bought, sold)
    for _ in range(4):
        calls(days, gone, Outcome.VOICEMAIL, 60)
    days.clock.advance(days=8)


def left_undone(days: Days) -> None:
    often, absent, third = asks(days, phones=(MOBILE,)), asks(days), asks(days)
    for _ in range(5):
        calls(days, often, Outcome.VOICEMAIL)
    asks(days, phones=(MOBILE,))
    calls(days, absent, Outcome.SPOKE)
    agrees(days, absent, AgreementKind.APPOINTMENT, 1)
    for outcome in (Outcome.VOICEMAIL, Outcome.BUSY, Outcome.SPOKE):
        calls(days, third, outcome)
    days.clock.advance(days=2)
    visits(days, absent, AppointmentEvent.NO_SHOW)
    days.clock.advance(minutes=31)


def tried_and_left(days: Days) -> None:
    """Tried none to five times in vain, in the morning and the afternoon; one was to come."""
    expected = asks(days)
    calls(days, expected, Outcome.SPOKE)
    agrees(days, expected, AgreementKind.APPOINTMENT, 1)
    agrees(days, expected, AgreementKind.CALL_BACK, 5)
    for hour in (10, 15):
        days.clock.now = days.clock.now.astimezone(AMSTERDAM).replace(hour=hour)
        for tries in range(6):
            lead = asks(days)
            for number in range(tries):
                calls(days, lead, (Outcome.VOICEMAIL, Outcome.NO_ANSWER)[number % 2], 7)
        calls(days, asks(days), Outcome.BUSY)
    days.clock.advance(days=9)
