"""Holds the figures of a page, a sheet or My week against the slow ones."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assistant.core.figures import FUNNEL, By, Choice, Part, Within
from assistant.core.milestones import Interest
from assistant.core.period import Period
from assistant.core.preset import Preset
from assistant.core.request import Door, RequestKind
from assistant.core.what_if import STEPS, what_if
from assistant.desk.inspection import Inspection
from assistant.reporting.sheet.daily import look_at_morning
from assistant.reporting.sheet.inspected import look
from assistant.reporting.sheet.rows import rows_of
from assistant.reporting.sheet.salespeople import below_target
from tests.conftest import HOURS
from tests.reporting import slow_sheet
from tests.reporting.days import Days
from tests.reporting.slow_figures import SlowInspection, counted

LONG = Period(first=date(2026, 1, 1), last=date(2027, 12, 31))
CHOICES = [
    Choice(),
    Choice(doors=frozenset(Door)),
    Choice(owner="Els"),
    Choice(source="AutoTrack", doors=frozenset({Door.WEB})),
    Choice(interest=Interest.USED),
]


def compare(fast: Inspection, slow: SlowInspection, period: Period, choice: Choice) -> None:
    figures, behind = fast.figures(period, choice), slow.behind(period, choice)

    assert {
        part: {lead.lead_id for lead in fast.behind(part, period, choice)} for part in Part
    } == behind
    assert figures.counts == slow.counts(period, choice)
    assert figures.still_open == {
        lost: len(behind[lost] & behind[Part.OPEN]) for _, lost in FUNNEL if lost is not None
    }
    assert figures.by == {
        by: slow.split(period, choice, group) for by, group in slow.groups.items()
    }
    for closed, lengths in ((False, figures.open_hours), (True, figures.after_hours)):
        responses = slow.responses(period, choice, closed=closed)
        assert lengths.counts == counted(responses)
    assert tuple(figures.tries) == slow.tries(period, choice)
    assert figures.lost_reasons == slow.lost_reasons(period, choice)
    broken = fast.broken(period, choice)
    assert {(b.rule, b.lead_id, b.since) for b in broken} == slow.broken(period, choice)


def compare_whole(fast: Inspection, slow: SlowInspection, period: Period) -> None:
    """Compare what no choice narrows."""
    telephone = fast.figures(period, Choice()).telephone
    answered = slow.calls(period, "answered_call")

    assert (telephone.answered, telephone.missed) == (len(answered), slow.missed(period))
    for kind in (RequestKind.ANSWERED_CALL, RequestKind.MISSED_CALL):
        callers = [lead.lead_id for lead in fast.callers(kind, period)]
        assert len(callers) == len(set(callers))
        assert set(callers) == {lead for lead, _ in slow.calls(period, kind)}
    for by in set(By) - {By.RESPONSE}:
        assert fast.choices(by) == slow.choices(slow.groups[by])


def compare_bars(fast: Inspection, slow: SlowInspection, period: Period, choice: Choice) -> None:
    """Compare who stands behind the bars of response times and tries."""
    leads = slow.asked_in(period, choice)
    expected = {
        Within(is_uncalled=True): [lead for lead in leads if lead.response_s is None],
        Within(is_after_hours=False, longer_than=120, at_most=3600): [
            lead
            for lead in leads
            if not lead.after_hours and lead.response_s and 120 < lead.response_s <= 3600
        ],
        Within(is_after_hours=True, longer_than=-1): [
            lead for lead in leads if lead.after_hours and lead.response_s is not None
        ],
        Within(reached_after=1): [
            lead for lead in leads if lead.reached_at is not None and lead.tries_before == 1
        ],
        Within(reached_after=2, or_more=True): [
            lead for lead in leads if lead.reached_at is not None and lead.tries_before >= 2
        ],
    }

    for within, found in expected.items():
        behind = fast.behind(Part.REQUESTS, period, choice, within=within)
        assert [lead.lead_id for lead in behind] == slow.newest(found)


def compare_sheets(fast: Inspection, slow: SlowInspection, week: Period, choice: Choice) -> None:
    """Compare what the sheets and My week add to the figures."""
    for preset in Preset:
        inspected = look(fast, week, choice, preset)
        told = [_plain(row) for row in rows_of(inspected)]
        expected = slow_sheet.rows(slow, week, choice, preset)
        assert [row for row in told if row] == expected
        assert sorted(below_target(inspected)) == slow_sheet.below_target(
            slow, week, choice, preset
        )
    figures = fast.figures(week, choice)
    response = figures.by[By.RESPONSE]
    in_time, late = (response.get(each, dict.fromkeys(Part, 0)) for each in ("in_time", "late"))
    for step, _ in STEPS:
        answer = what_if(step, 0.9, figures.counts, in_time, late)
        more = None if answer is None else {p: i.value for p, i in answer.more.items()}
        assert more == pytest.approx(slow_sheet.brought(slow, week, choice, step, 0.9))


def _plain(row: Mapping[str, Any]) -> tuple[object, ...] | None:
    """Return what a row for scripts says of figures; nothing for other rows."""
    match row["row"]:
        case "figures":
            return "figures", {part: row[part.value] for part in Part}
        case "benchmark" | "response" | "telephone" as of:
            left_out = {"row", "of_100", "hours"} | ({"of"} if of != "benchmark" else set())
            return of, *(value for name, value in row.items() if name not in left_out)
        case _:
            return None


def compare_morning(fast: Inspection, slow: SlowInspection, day: date, choice: Choice) -> None:
    """Compare the half page of a morning."""
    morning, period = look_at_morning(fast, day, choice, HOURS), slow_sheet.days_before(slow, day)

    assert morning.figures.period == period
    assert morning.figures.counts == slow.counts(period, choice)
    asked = slow.newest(slow.asked_in(period, choice))
    assert [lead.lead_id for lead in morning.requests] == asked
    assert morning.late == slow.behind(period, choice)[Part.LATE]
    assert {(b.rule, b.lead_id, b.since) for b in morning.broken} == slow.broken(period, choice)
    comes = [(visit.starts_at, visit.lead_id) for _, visit in morning.appointments]
    assert sorted(comes) == slow_sheet.visits(slow, day, choice)


def assert_same(days: Days, week: Period) -> None:
    """Compare all figures; the columns of the export with what happened."""
    with days.inspected() as (fast, slow):
        stories = {lead.id: lead for lead in days.told()}
        leads = {lead.id: replace(lead, next_due_at=None) for lead in slow.exported.leads}
        assert leads == stories
        compare_all(fast, slow, week)


def compare_all(fast: Inspection, slow: SlowInspection, week: Period) -> None:
    """Compare a week and more, each choice, and the mornings."""
    for period in (week, LONG):
        compare_whole(fast, slow, period)
        for choice in CHOICES:
            compare(fast, slow, period, choice)
            compare_bars(fast, slow, period, choice)
    for choice in CHOICES[:3]:
        compare_sheets(fast, slow, week, choice)
        for last in (week.last, LONG.last):
            assert fast.trend(last, choice) == slow.trend(last, choice)
    visited = {slow.day(visit.at) for visit in slow.exported.visits}
    for day in {fast.today(), week.last, *visited}:
        for choice in CHOICES:
            compare_morning(fast, slow, day, choice)
