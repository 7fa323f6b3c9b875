"""From a request to a conversation, or to giving up: calls, and messages beside them."""

from datetime import datetime, timedelta

from assistant.core.facts import (
    Agreed,
    AgreementKind,
    HandedOn,
    HandOverReason,
    LaterReason,
    LostReason,
    Outcome,
    Postponed,
    Skipped,
)
from assistant.core.request import Channel, RequestKind
from assistant.core.rules import TRIES, Try, next_try
from tests.bench.year.people import SELLERS
from tests.bench.year.requests import request
from tests.bench.year.work import Turn, Work

_VAIN = {
    Outcome.VOICEMAIL: 50,
    Outcome.NO_ANSWER: 36,
    Outcome.BUSY: 11,
    Outcome.WRONG_NUMBER: 3,
}


def respond(work: Work) -> Turn:
    """Make the first call after a request: in its two minutes, or late; or hand the lead on."""
    hours = work.rules.hours
    opens = hours.next_open(work.now)
    if work.wish is not None:
        return _call_back(work, work.wish)
    waited = opens > work.now
    if waited and work.happens(0.02):
        return _away(work, HandOverReason.AFTER_HOURS)
    if work.happens(0.02):
        return _hand_on(work)
    quick = work.happens(work.seller.quick * (0.6 if waited else 1))
    if quick:
        work.now = opens
        work.wait(12, 118)
    else:
        work.wait(60, 110)
        work.now = max(work.now, opens)
        if work.happens(0.15):
            until = work.now + timedelta(minutes=15)
            work.write(Postponed, until=until, reason=work.chance.choice(list(LaterReason)))
        work.wait_until_open(work.now + timedelta(seconds=130), 1_800)
    return _try(work, 0.58 if quick else 0.4)


def _call_back(work: Work, wish: datetime) -> Turn:
    """Confirm the time at which he wants to be called, and call then."""
    work.wish = None
    work.wait_until_open(work.now, 80)
    work.send()
    work.wait_until_open(wish, 300)
    return _try(work, 0.6)


def reach(work: Work) -> Turn:
    """Wait until the next try is due, and make it; or let the customer ask again first."""
    if not work.asked_again and work.happens(0.04):
        work.asked_again = True
        work.wait(1_800, 86_400)
        work.ask(request(work.chance, work.customer, RequestKind.QUESTION, work.now), work.now)
        return Turn.RESPOND
    if work.tries:
        work.wait_until_open(next_try(work.tries, work.rules), 1_500)
    return _try(work, 0.36)


def give_up(work: Work) -> Turn:
    """End what nobody could reach: after five tries the BDC gets it."""
    if len(work.tries) >= TRIES:
        return _away(work, HandOverReason.UNREACHED)
    if work.happens(0.12):
        return _hand_on(work)
    work.wait(3_600, 3 * 86_400)
    work.now = work.rules.hours.next_open(work.now)
    reason = LostReason.UNREACHABLE if work.happens(0.8) else LostReason.NOT_INTERESTED
    work.write(Agreed, kind=AgreementKind.LOST, reason=reason)
    return Turn.LOST


def _try(work: Work, share: float) -> Turn:
    """Call him, or write to him where he cannot be called."""
    if work.phone is None:
        if not work.send():
            return Turn.GIVE_UP
        work.tries.append(Try(work.now, Outcome.SENT))
        return _answered(work, 0.3)
    if work.happens(share):
        work.attempt(Channel.CALL, Outcome.SPOKE)
        return Turn.TALK
    outcome = work.chance.choices(list(_VAIN), list(_VAIN.values()))[0]
    work.attempt(Channel.CALL, outcome)
    work.tries.append(Try(work.now, outcome))
    if outcome is Outcome.WRONG_NUMBER:
        work.phone, work.whatsapp = None, False
    written = [_beside(work, channel) for channel in (Channel.WHATSAPP, Channel.MAIL)]
    return _answered(work, 0.12 * any(written))


def _beside(work: Work, channel: Channel) -> bool:
    """Send the message that goes beside a call in vain, mostly; say whether it arrived."""
    is_mail = channel is Channel.MAIL
    if not (work.email if is_mail else work.whatsapp):
        return False
    did = work.chance.random()
    if did > 0.73:
        if did > 0.85:
            work.write(Skipped, channel=channel)
        return False
    work.wait(20, 150)
    if work.happens(0.03):
        work.attempt(channel, Outcome.BOUNCED if is_mail else Outcome.NOT_ON_WHATSAPP)
        work.email = "" if is_mail else work.email
        work.whatsapp = work.whatsapp and is_mail
        return False
    work.attempt(channel, Outcome.SENT)
    return True


def _answered(work: Work, share: float) -> Turn:
    """Let him answer a message, or go on trying."""
    if work.happens(share):
        work.wait(300, 10_000)
        work.attempt(Channel.WHATSAPP if work.whatsapp else Channel.MAIL, Outcome.ANSWERED, "")
        return Turn.TALK
    return Turn.GIVE_UP if len(work.tries) >= work.seller.patience else Turn.REACH


def _hand_on(work: Work) -> Turn:
    """Give the lead to a colleague or the BDC."""
    others = [each.name for each in SELLERS if each is not work.seller]
    to = work.chance.choice(others) if work.happens(0.5) else ""
    work.wait_until_open(work.now, 600)
    work.write(HandedOn, to=to, note="Ik zit met een klant.")
    return _away(work, HandOverReason.ESCALATION, to)


def _away(work: Work, reason: HandOverReason, to: str = "") -> Turn:
    """Let another have the lead; it comes back, or is lost in the end."""
    work.hand_over(reason, to)
    if work.happens(0.1 if reason is HandOverReason.UNREACHED else 0.6):
        return work.come_back()
    work.wait(5 * 86_400, 20 * 86_400)
    work.now = work.rules.hours.next_open(work.now)
    work.write(Agreed, kind=AgreementKind.LOST, reason=LostReason.UNREACHABLE)
    return Turn.LOST
