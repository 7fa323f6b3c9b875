"""When the next thing to do was due, worked out from the exported lines of a lead.

Told are the first call, the tries up to the fifth, and the question whether he came. Where the
lines do not tell, the export's own ``next_due_at`` stands: they have no moment at which somebody is
to be called back, or a talk is to be followed up.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from assistant.core.rules import Rules
from tests.reporting.slow_leads import next_opening

Line = dict[str, Any]
IN_VAIN = {"voicemail", "no_answer", "busy"}
TWO_MINUTES, TEN_MINUTES = timedelta(minutes=2), timedelta(minutes=10)
HALF_AN_HOUR, AN_HOUR = timedelta(minutes=30), timedelta(hours=1)


def next_due_at(
    lead: Line,
    asked: list[Line],
    attempts: Iterable[Line],
    visits: Iterable[Line],
    now: datetime,
    rules: Rules,
) -> datetime | None:
    """Return when what is to be done next with a lead is due, or was."""
    if lead["state"] != "open":
        return None
    over = [
        next_opening(_at(visit["starts_at"]) + AN_HOUR, rules)
        for visit in visits
        if visit["outcome"] == "open"
        and max(filter(None, (lead["back_at"], *_arrivals(asked)))) < visit["made_at"]
    ]
    if over and over[0] <= now:
        return over[0]
    calls = [line for line in attempts if line["channel"] == "call"]
    if _is_plain(lead, asked, calls):
        began = lead["back_at"] or asked[0]["clock_from"]
        return _try_due(_at(began), [call for call in calls if call["at"] >= began], rules)
    return _at(lead["next_due_at"]) if lead["next_due_at"] else None


def _arrivals(asked: list[Line]) -> list[str]:
    return [line["arrived_at"] for line in asked]


def _is_plain(lead: Line, asked: list[Line], calls: list[Line]) -> bool:
    """Whether he asked once, to be called, and was not spoken to."""
    return (
        len(asked) == 1
        and not lead["reached_at"]
        and asked[0]["kind"] != "passive"
        and bool(asked[0]["phone"])
        and asked[0]["may_call"]
        and not asked[0]["wanted_at"]
        and all(call["outcome"] in IN_VAIN and call["at"] != lead["back_at"] for call in calls)
    )


def _try_due(began: datetime, calls: list[Line], rules: Rules) -> datetime:
    """Return when the first call is due, or the next try."""
    if not calls:
        return next_opening(began, rules) + TWO_MINUTES
    last = _at(calls[-1]["at"])
    if calls[-1]["outcome"] == "busy":
        return next_opening(last + TEN_MINUTES, rules)
    match len(calls):
        case 1:
            return next_opening(last + HALF_AN_HOUR, rules)
        case 2:
            return next_opening(last + 6 * HALF_AN_HOUR, rules)
        case 3:
            was_morning = last.astimezone(rules.hours.zone).hour < 12
            day = _opening_day(last, 1, rules)
            return day.replace(hour=14 if was_morning else 10).astimezone(last.tzinfo)
        case _:
            return _at_another_hour([_at(call["at"]) for call in calls], rules)


def _at_another_hour(tried: list[datetime], rules: Rules) -> datetime:
    """Return the hour two opening days later that is furthest from those of the tries."""
    day = _opening_day(tried[-1], 2, rules)
    hours = [day.replace(hour=hour) for hour in range(24)]
    tried_at = [moment.astimezone(rules.hours.zone).hour for moment in tried]
    return max(
        (hour.astimezone(tried[-1].tzinfo) for hour in hours if next_opening(hour, rules) == hour),
        key=lambda moment: min(abs(moment.astimezone(day.tzinfo).hour - at) for at in tried_at),
    )


def _opening_day(moment: datetime, days: int, rules: Rules) -> datetime:
    """Return the beginning of an opening day so many after the day of a moment."""
    day = moment.astimezone(rules.hours.zone).replace(hour=0, minute=0, second=0, microsecond=0)
    while days:
        day += timedelta(days=1)
        days -= next_opening(day, rules).astimezone(day.tzinfo).date() == day.date()
    return day


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)
