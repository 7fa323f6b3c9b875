"""The fast figures are the slow ones, whatever happened at the desk."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.figures import FUNNEL, Broken, By, Choice, Part
from assistant.core.milestones import Interest
from assistant.core.period import Period
from assistant.core.request import Door
from assistant.desk.inspection import Inspection
from tests.conftest import AMSTERDAM, local
from tests.reporting.days import Days, Deed
from tests.reporting.scenes import SCENES, Scene
from tests.reporting.slow_figures import SlowInspection

LONG = Period(first=date(2026, 1, 1), last=date(2027, 12, 31))
STARTS = [
    local("2026-03-02 10:00"),
    local("2026-03-28 16:58"),  # the clocks go forward that night
    local("2026-10-24 16:58"),  # and back
    local("2026-12-31 17:00"),  # Thursday of week 53
]
CHOICES = [
    Choice(),
    Choice(doors=frozenset(Door)),
    Choice(owner="Els"),
    Choice(source="AutoTrack", doors=frozenset({Door.WEB})),
    Choice(interest=Interest.USED),
]
deeds = st.lists(
    st.tuples(
        st.sampled_from(
            ["ask", "ask", "call", "call", "write", "agree", "agree", "visit", "visit", "learn",
             "tie", "undo", "away", "forget"]
        ),
        st.integers(0, 1_000),
        st.sampled_from([0, 1, 3, 30, 200, 1_500, 6_000]),
    ),
    max_size=25,
)  # fmt: skip


@contextmanager
def lived(starts: datetime, done: list[Deed]) -> Iterator[tuple[Inspection, SlowInspection]]:
    days = Days(starts)
    days.live(done)
    yield days.inspected()
    days.store.close()


def compare(fast: Inspection, slow: SlowInspection, period: Period, choice: Choice) -> None:
    figures, telephone = fast.figures(period, choice), fast.figures(period, choice).telephone
    behind = slow.behind(period, choice)
    groups = {
        By.OWNER: lambda story: story.lead.owner,
        By.SOURCE: lambda story: story.source,
        By.DOOR: lambda story: story.door,
        By.INTEREST: lambda story: story.interest,
        By.RESPONSE: slow.response,
    }

    assert {
        part: {lead.lead_id for lead in fast.behind(part, period, choice)} for part in Part
    } == behind
    assert figures.counts == {part: len(leads) for part, leads in behind.items()}
    assert figures.by == {by: slow.split(period, choice, group) for by, group in groups.items()}
    assert figures.open_hours.counts == slow.responses(period, choice, closed=False)
    assert figures.after_hours.counts == slow.responses(period, choice, closed=True)
    assert tuple(figures.tries) == slow.tries(period, choice)
    assert (telephone.answered, telephone.missed) == slow.calls(period)
    assert figures.lost_reasons == slow.lost_reasons(period, choice)
    assert figures.still_open == {
        lost: len(behind[lost] & behind[Part.OPEN]) for _, lost in FUNNEL if lost is not None
    }

    active = {story.lead.id for story in slow.stories}
    broken = [b for b in fast.broken(period, choice) if b.lead_id in active]
    late = {lead.lead_id for lead in broken if lead.rule is Broken.NOT_IN_TIME}
    unconfirmed = {lead.lead_id for lead in broken if lead.rule is Broken.UNCONFIRMED}
    assert late == behind[Part.LATE]
    assert unconfirmed == slow.unconfirmed(period, choice)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(STARTS), deeds)
def test_the_fast_figures_are_the_slow_ones(starts: datetime, done: list[Deed]) -> None:
    monday = starts.date()
    week = Period.of_week(*monday.isocalendar()[:2])

    with lived(starts, done) as (fast, slow):
        for choice in CHOICES:
            compare(fast, slow, week, choice)
            compare(fast, slow, LONG, choice)


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_the_figures_are_those_of_what_happened(scene: Scene) -> None:
    days = Days(scene.starts)
    week = Period.of_week(*scene.starts.astimezone(AMSTERDAM).isocalendar()[:2])
    scene.happens(days)

    fast, slow = days.inspected()

    for choice in CHOICES:
        compare(fast, slow, week, choice)
        compare(fast, slow, LONG, choice)
    counts = fast.figures(week, Choice()).counts
    assert {part: counts[part] for part in scene.expected} == scene.expected
    days.store.close()
