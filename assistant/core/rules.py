"""The numbers of the follow-up, and when the next try is due.

Every default is PROCESS: two minutes for the first call, five tries with growing
intervals, each moved into opening hours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.core.facts import Outcome
from assistant.core.hours import OpeningHours

TRIES = 5
"""Unanswered tries in a row after which the lead goes to the BDC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the dealer can set about the follow-up.

    Attributes:
        hours: When customers are called.
        first_call: From the request to the first call attempt.
        request_age: How far before its arrival a request's own time may start the clock.
        second_try: From the first try to the second.
        third_try: From the second try to the third.
        fourth_try_days: Opening days from the third try to the fourth.
        fifth_try_days: Opening days from the fourth try to the fifth.
        busy: From a busy tone to the next try.
        midday: The minute of the day at which its other half begins.
        morning_call: The minute at which a fourth try in the morning is planned.
        afternoon_call: The same in the afternoon.
        ask_show: From an appointment's time to the question whether the customer came.
        no_show_call: From a no-show to the call about it.
        escalate_after: Opening time after a first call was due at which the BDC gets a lead
            that nobody called; ``None`` for never.
        after_hours_to_bdc: Whether the BDC calls those who ask while we are closed.
    """

    hours: OpeningHours
    first_call: timedelta = timedelta(minutes=2)
    request_age: timedelta = timedelta(minutes=15)
    second_try: timedelta = timedelta(minutes=30)
    third_try: timedelta = timedelta(hours=3)
    fourth_try_days: int = 1
    fifth_try_days: int = 2
    busy: timedelta = timedelta(minutes=10)
    midday: int = 12 * 60
    morning_call: int = 10 * 60
    afternoon_call: int = 14 * 60
    ask_show: timedelta = timedelta(hours=1)
    no_show_call: timedelta = timedelta(minutes=30)
    after_hours_to_bdc: bool = False
    escalate_after: timedelta | None = None

    def clock_from(
        self, asked_at: datetime | None, has_zone: bool, arrived_at: datetime
    ) -> datetime:
        """Return when a request's clock starts.

        Args:
            asked_at: The source's own time of the request, if it gave one.
            has_zone: Whether that time came with a time zone; without one it is no proof.
            arrived_at: When the request reached the desk.
        """
        if asked_at is None or not has_zone:
            return arrived_at
        near = arrived_at - self.request_age <= asked_at <= arrived_at
        return asked_at if near else arrived_at

    def first_due(self, clock_from: datetime) -> datetime:
        """Return when the first call is due: even past closing for whom came before it."""
        return self.hours.next_open(clock_from) + self.first_call


@dataclass(frozen=True, slots=True)
class Try:
    """An attempt that counts towards five."""

    at: datetime
    outcome: Outcome


def next_try(tries: Sequence[Try], rules: Rules) -> datetime:
    """Return when the try after ``tries`` is due (UTC), always in opening hours.

    A wrong number is followed at once by another one, a busy tone sooner than silence.

    Args:
        tries: The unanswered tries in a row, oldest first; one to four.
        rules: The intervals.

    Raises:
        ValueError: If there are none, or five: then no next try exists.
    """
    if not 0 < len(tries) < TRIES:
        raise ValueError("only after one to four tries is there a next one")
    last = tries[-1]
    if last.outcome is Outcome.WRONG_NUMBER:
        return rules.hours.next_open(last.at)
    if last.outcome is Outcome.BUSY:
        return rules.hours.next_open(last.at + rules.busy)
    match len(tries):
        case 1:
            return rules.hours.next_open(last.at + rules.second_try)
        case 2:
            return rules.hours.next_open(last.at + rules.third_try)
        case 3:
            return _in_the_other_half(last.at, rules)
        case _:
            return _at_a_fresh_hour(tries, rules)


def _in_the_other_half(tried_at: datetime, rules: Rules) -> datetime:
    hours = rules.hours
    tried = hours.local(tried_at)
    day = hours.opening_day_after(tried.date(), rules.fourth_try_days)
    midday = hours.at(day, rules.midday)
    if tried.hour * 60 + tried.minute < rules.midday:
        starts, ends = midday, hours.at(day + timedelta(days=1), 0)
        wanted = hours.at(day, rules.afternoon_call)
    else:
        starts, ends = hours.at(day, 0), midday
        wanted = hours.at(day, rules.morning_call)
    spans = hours.spans_on(day)
    in_half = [
        (max(opens, starts), min(closes, ends))
        for opens, closes in spans
        if opens < ends and closes > starts
    ]
    for opens, closes in in_half:
        if wanted < closes:
            return max(opens, wanted)
    return (in_half or spans)[0][0]


def _at_a_fresh_hour(tries: Sequence[Try], rules: Rules) -> datetime:
    hours = rules.hours
    tried = {hours.local(attempt.at).hour for attempt in tries}
    day = hours.opening_day_after(hours.local(tries[-1].at).date(), rules.fifth_try_days)
    moments: list[datetime] = []
    for opens, closes in hours.spans_on(day):
        moments.append(opens)
        whole_hour = opens.replace(minute=0) + timedelta(hours=1)
        while whole_hour < closes:
            moments.append(whole_hour)
            whole_hour += timedelta(hours=1)

    def distance(moment: datetime) -> int:
        return min(abs(hours.local(moment).hour - hour) for hour in tried)

    return max(moments, key=distance)
