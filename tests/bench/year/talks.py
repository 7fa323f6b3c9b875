"""From a conversation to its end: what is agreed, who comes, who buys."""

from datetime import datetime, timedelta

from assistant.core.facts import (
    Agreed,
    AgreementKind,
    AppointmentChanged,
    AppointmentEvent,
    FactId,
    HandOverReason,
    Learnt,
    LostReason,
)
from tests.bench.year.work import Turn, Work

_MOST_TALKS = 7
_AGREED = {
    AgreementKind.APPOINTMENT: 30,
    AgreementKind.CALL_BACK: 16,
    AgreementKind.FOLLOW_UP: 14,
    AgreementKind.LOST: 26,
    AgreementKind.SOLD: 1,
    AgreementKind.DO_NOT_CONTACT: 2,
}
_AFTER_A_VISIT = {AgreementKind.SOLD: 58, AgreementKind.FOLLOW_UP: 22, AgreementKind.LOST: 20}
_REASONS = {
    LostReason.BOUGHT_ELSEWHERE: 30,
    LostReason.NOT_INTERESTED: 25,
    LostReason.PRICE: 20,
    LostReason.CAR_SOLD: 15,
    LostReason.DUPLICATE: 3,
    LostReason.OTHER: 7,
}


def talk(work: Work) -> Turn:
    """Talk with the customer, write down what was learnt, and agree what comes next."""
    work.talks += 1
    work.tries = []
    work.wait(60, 400)
    kinds = dict(_AGREED)
    kinds[AgreementKind.APPOINTMENT] = int(30 * work.seller.skill)
    if work.talks >= _MOST_TALKS:
        kinds = {AgreementKind.SOLD: 1, AgreementKind.LOST: 9}
    return _agree(work, work.chance.choices(list(kinds), list(kinds.values()))[0])


def visit(work: Work) -> Turn:
    """Make an appointment: confirmed or not, moved, cancelled, kept or missed."""
    starts = _starts(work)
    made = work.write(Agreed, kind=AgreementKind.APPOINTMENT, moment=starts).id
    _learn(work)
    confirmed = work.happens(0.82) and _tell(work, made, AppointmentEvent.CONFIRMED)
    if work.happens(0.1):
        work.wait(3_600, 40_000)
        starts = _starts(work)
        _change(work, made, AppointmentEvent.MOVED, starts)
        confirmed = work.happens(0.9) and _tell(work, made, AppointmentEvent.CONFIRMED)
    if work.happens(0.07):
        work.wait(3_600, 40_000)
        _change(work, made, AppointmentEvent.CANCELLED)
        return Turn.TALK
    day_before = starts - timedelta(hours=26)
    if confirmed and day_before > work.now and work.happens(0.6):
        work.wait_until_open(day_before, 1_800)
        _tell(work, made, AppointmentEvent.REMINDED)
    return _came(work, made, starts, 0.78 if confirmed else 0.45)


def lost(work: Work) -> Turn:
    """Send who is lost for one more call, once, but for a double; some come back by it."""
    end = work.lead.facts[-1]
    is_double = isinstance(end, Agreed) and end.reason is LostReason.DUPLICATE
    if work.second_voice or is_double:
        return Turn.END
    work.second_voice = True
    work.hand_over(HandOverReason.SECOND_VOICE)
    return work.come_back() if work.happens(0.07) else Turn.END


def _agree(work: Work, kind: AgreementKind) -> Turn:
    if work.happens(0.01):
        work.slip(Agreed, kind=AgreementKind.LOST, reason=LostReason.OTHER)
    match kind:
        case AgreementKind.APPOINTMENT:
            return Turn.VISIT
        case AgreementKind.LOST:
            reason = work.chance.choices(list(_REASONS), list(_REASONS.values()))[0]
            work.write(Agreed, kind=kind, reason=reason)
            return Turn.LOST
        case AgreementKind.SOLD | AgreementKind.DO_NOT_CONTACT:
            work.write(Agreed, kind=kind)
            return Turn.END
        case AgreementKind.CALL_BACK | AgreementKind.FOLLOW_UP:
            days = 3 if kind is AgreementKind.CALL_BACK else 14
            wanted = work.now + timedelta(minutes=work.chance.randint(120, days * 1_440))
            moment = work.rules.hours.next_open(wanted)
            work.write(Agreed, kind=kind, moment=moment)
            _learn(work)
            if kind is AgreementKind.FOLLOW_UP or work.happens(0.3):
                work.wait(60, 900)
                work.send()  # what he asked for
            work.wait_until_open(moment, 2_400)
            return Turn.REACH


def _learn(work: Work) -> None:
    """Write down, now and then, what he said, and whether number and address were read back."""
    if not work.happens(0.85):
        return
    asked = work.chance.random()
    if not work.email and work.happens(0.4):
        work.email = f"{work.lead.id}@example.com"
        work.write(Learnt, email=work.email, email_asked=True, email_read_back=asked < 0.6)
        return
    work.write(
        Learnt,
        phone_asked=asked < 0.8 if work.phone else None,
        phone_read_back=asked < 0.7 if work.phone else None,
        email_asked=asked < 0.75 if work.email else None,
        email_read_back=asked < 0.62 if work.email else None,
        question_answered=work.happens(0.9),
        answers=(("Inruil?", "Polo uit 2014"),) if work.happens(0.4) else (),
    )


def _starts(work: Work) -> datetime:
    """Return a whole half-hour of the coming days in opening hours."""
    hours = work.rules.hours
    day = hours.opening_day_after(hours.local(work.now).date(), work.chance.randint(1, 5))
    opens, closes = hours.spans_on(day)[0]
    slots = int((closes - opens) / timedelta(minutes=30))
    return opens + timedelta(minutes=30 * work.chance.randrange(slots))


def _tell(work: Work, made: FactId, event: AppointmentEvent) -> bool:
    """Send him word of his appointment; say whether one could."""
    work.wait(60, 600)
    if not work.send():
        return False
    _change(work, made, event)
    return True


def _change(
    work: Work, made: FactId, event: AppointmentEvent, moment: datetime | None = None
) -> None:
    work.write(AppointmentChanged, appointment_id=made, event=event, moment=moment)


def _came(work: Work, made: FactId, starts: datetime, share: float) -> Turn:
    work.wait_until_open(starts + timedelta(minutes=30), 3_000)
    if work.happens(0.01):
        work.slip(AppointmentChanged, appointment_id=made, event=AppointmentEvent.NO_SHOW)
    if not work.happens(share):
        _change(work, made, AppointmentEvent.NO_SHOW)
        work.wait_until_open(work.now, 1_200)
        return Turn.REACH
    _change(work, made, AppointmentEvent.SHOW)
    work.wait(600, 5_400)
    kinds = _AFTER_A_VISIT
    return _agree(work, work.chance.choices(list(kinds), list(kinds.values()))[0])
