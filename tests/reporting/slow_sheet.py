"""What the sheets and My week make of the figures, worked out from the slow ones.

Shares are divided, percentiles looked up in the sorted list, days counted back one by one.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from math import ceil

from assistant.core.benchmarks import BENCHMARKS
from assistant.core.figures import By, Choice, Part
from assistant.core.period import Period
from assistant.core.preset import Preset
from assistant.core.request import Door
from tests.reporting.slow_figures import SlowInspection

A_DAY = timedelta(days=1)
Counts = Mapping[Part, int]
OF = {
    Part.IN_TIME: Part.CLOCKS,
    Part.SPOKEN: Part.REQUESTS,
    Part.APPOINTMENTS: Part.REQUESTS,
    Part.SHOWS: Part.REQUESTS,
    Part.SALES: Part.REQUESTS,
}
BEFORE_IT = {
    Part.SPOKEN: Part.REQUESTS,
    Part.APPOINTMENTS: Part.SPOKEN,
    Part.SHOWS: Part.APPOINTMENTS,
    Part.SALES: Part.SHOWS,
}
AFTER_IT = {Part.APPOINTMENTS: (Part.SHOWS, Part.SALES), Part.SHOWS: (Part.SALES,)}


def rows(slow: SlowInspection, period: Period, choice: Choice, preset: Preset) -> list[object]:
    """Return the rows of figures that ``inspect --json`` prints of a week and the one before."""
    week = timedelta(days=7)
    before = Period(first=period.first - week, last=period.last - week)
    counts = slow.counts(period, choice)
    found: list[object] = [("figures", counts), ("figures", slow.counts(before, choice))]
    for part, of_100 in BENCHMARKS[preset].per_100.items():
        found.append(("benchmark", part, OF[part], round(of_100 * counts[OF[part]] / 100, 1)))
    for each in (period, before):
        for closed in (False, True):
            lengths = slow.responses(each, choice, closed=closed)
            soon = sum(length <= 120 for length in lengths)
            ranks = (_rank(lengths, 50), _rank(lengths, 90))
            found.append(("response", len(lengths), soon, *ranks))
    for each in (period, before):
        answered = len(slow.calls(each, "answered_call"))
        missed = len(slow.calls(each, "missed_call"))
        share = answered / (answered + missed) if answered + missed else None
        found.append(("telephone", answered, missed, share))
    return found


def _rank(lengths: list[int], of_100: int) -> int | None:
    """Return what so many of a hundred do not exceed."""
    return lengths[ceil(of_100 * len(lengths) / 100) - 1] if lengths else None


def below_target(slow: SlowInspection, period: Period, choice: Choice, preset: Preset) -> list[str]:
    """Return who made too few appointments."""
    of_100 = BENCHMARKS[preset].per_100[Part.APPOINTMENTS]
    owners = slow.split(period, choice, lambda lead: lead.owner)
    return sorted(
        owner
        for owner, counts in owners.items()
        if counts[Part.APPOINTMENTS] * 100 < of_100 * counts[Part.REQUESTS]
    )


def days_before(slow: SlowInspection, day: date) -> Period:
    """Return the days a morning looks back on: back to the last one on which we were open."""
    first = day - A_DAY
    while not slow.rules.hours.week[first.weekday()]:
        first -= A_DAY
    return Period(first=first, last=day - A_DAY)


def visits(slow: SlowInspection, day: date, choice: Choice) -> list[tuple[datetime, str]]:
    """Return who comes on a day, and when; from the showroom too, if no doors were chosen."""
    everybody = Choice(owner=choice.owner, doors=frozenset(Door))
    if choice.doors == Choice().doors:
        choice = replace(choice, doors=everybody.doors)
    chosen = {lead.id for lead in slow.chosen(choice)}
    return sorted(
        (visit.at, visit.lead)
        for visit in slow.exported.visits
        if slow.is_in(Period(first=day, last=day), visit.at)
        and visit.kind != "cancelled"
        and choice.owner in {None, visit.owner}
        and (choice == everybody or visit.lead in chosen)
    )


def _stood(slow: SlowInspection, period: Period, choice: Choice, step: Part) -> tuple[int, int]:
    """Return how many leads stood before a step, and how many of them came so far or further."""
    behind = slow.behind(period, choice)
    before = behind[Part.CLOCKS if step is Part.IN_TIME else BEFORE_IT[step]]
    further = (step, *AFTER_IT.get(step, ()))
    return len(before), len({lead for part in further for lead in before & behind[part]})


def brought(
    slow: SlowInspection, period: Period, choice: Choice, step: Part, goal: float
) -> dict[Part, float] | None:
    """Return how many more of each step there would have been, had one had another share."""
    stood, stayed = _stood(slow, period, choice, step)
    if not stood:
        return None
    extra = goal * stood - stayed
    later = list(BEFORE_IT)
    if step is not Part.IN_TIME:
        found: dict[Part, float] = {step: extra}
        more = 1.0
        for part in later[later.index(step) + 1 :]:
            stood, stayed = _stood(slow, period, choice, part)
            if more and not stood:
                break
            more = more and more * stayed / stood
            found[part] = extra * more
        return found
    by = slow.split(period, choice, slow.groups[By.RESPONSE])
    soon, late = by.get("in_time"), by.get("late")
    if soon is None or late is None:
        return {step: extra}
    return {step: extra} | {
        part: extra * (soon[part] / soon[Part.REQUESTS] - late[part] / late[Part.REQUESTS])
        for part in later
    }
