"""Who has a lead if not the salesperson: the BDC or a colleague, why, and since when.

It follows from the facts and the rules alone, as the prompts do.
"""

from dataclasses import dataclass
from datetime import datetime

from assistant.core.course import Course, End
from assistant.core.facts import HandOverReason, HandOverSent
from assistant.core.rules import TRIES, Rules


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The lead is another's: the BDC's, or a colleague's.

    Attributes:
        reason: Why.
        since: From when; that may still come, while prompts stand that expire then.
        to: The colleague's name; empty for the BDC.
        sent_at: When it was sent there; ``None`` while it waits to be.
        as_draft: Whether it was only opened as a draft then.
    """

    reason: HandOverReason
    since: datetime
    to: str = ""
    sent_at: datetime | None = None
    as_draft: bool = False


def handed_over_by(course: Course, rules: Rules) -> HandedOver | None:
    """Return why and since when another has a lead; ``None`` when it is the salesperson's."""
    if course.forgotten_at is not None:
        return None
    if course.end is not None:
        return _second_voice(course, course.end)
    return _of_open_lead(course, rules)


def _of_open_lead(course: Course, rules: Rules) -> HandedOver | None:
    if course.sent is not None:
        return _as_sent(course.sent)
    if course.handed_on is not None:
        given = course.handed_on
        return HandedOver(HandOverReason.ESCALATION, given.at, given.to)
    if course.passive_since is not None:
        return HandedOver(HandOverReason.PASSIVE, course.passive_since)
    if course.clock is not None:
        return _after_hours(course, course.clock, rules)
    return _unreached(course)


def _as_sent(sent: HandOverSent) -> HandedOver:
    return HandedOver(sent.reason, sent.since, sent.to, sent.at, sent.as_draft)


def _second_voice(course: Course, end: End) -> HandedOver | None:
    """Hand a lost lead over once in its life."""
    sent = course.sent
    if not end.asks_for_second_voice:
        return None
    if sent is not None and sent.reason is HandOverReason.SECOND_VOICE:
        return _as_sent(sent)
    return None if course.had_second_voice else HandedOver(HandOverReason.SECOND_VOICE, end.at)


def _after_hours(course: Course, clock: datetime, rules: Rules) -> HandedOver | None:
    came_back = course.back is not None and course.back.arrived_at == clock
    asked_at = max(clock, course.asked_at or clock)  # who asks again by day is called by day
    if came_back or not rules.after_hours_to_bdc:
        return None
    if rules.hours.is_open(clock) or rules.hours.is_open(asked_at):
        return None
    return HandedOver(HandOverReason.AFTER_HOURS, clock)


def escalation(course: Course, rules: Rules) -> HandedOver | None:
    """Return when a lead that nobody calls goes to the BDC; not one with an appointment."""
    if rules.escalate_after is None or course.appointment is not None:
        return None
    if course.clock is not None:
        asked_at = max(course.clock, course.asked_at or course.clock)
        due = max(filter(None, (rules.first_due(asked_at), course.wish)))
    elif course.wish is not None:
        due = course.wish
    else:
        return None
    since = rules.hours.later(due, rules.escalate_after)
    return HandedOver(HandOverReason.ESCALATION, since)


def _unreached(course: Course) -> HandedOver | None:
    waits_for_something = course.appointment or course.agreed or course.wish or course.spoken_at
    if not course.tries or waits_for_something:
        return None
    dead_end = course.phone is None and not course.message_channels
    if len(course.tries) >= TRIES or dead_end:
        last = course.tries[:TRIES][-1]  # who tries on after that changes nothing
        return HandedOver(HandOverReason.UNREACHED, last.at)
    return None
