"""The fast figures are the slow ones, whatever happened at the desk."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.core.figures import Choice
from assistant.core.period import Period
from assistant.core.rules import Rules
from tests.conftest import AMSTERDAM, RULES, local
from tests.reporting.comparing import assert_same
from tests.reporting.days import Days, Deed
from tests.reporting.scenes import SCENES, Scene

STARTS = [
    local("2026-03-02 10:00"),
    local("2026-03-28 16:58"),  # the clocks go forward that night
    local("2026-10-24 16:58"),  # and back
    local("2026-12-31 17:00"),  # Thursday of week 53
]
TO_BDC = replace(RULES, after_hours_to_bdc=True, escalate_after=timedelta(hours=1))
deed = st.tuples(
    st.sampled_from(
        ["ask", "ask", "ask", "call", "call", "write", "agree", "agree", "visit", "meet", "ring",
         "chase", "learn", "tie", "tie", "undo", "away", "away", "forget"]
    ),
    st.integers(0, 1_000),
    st.sampled_from([0, 1, 3, 30, 200, 1_500, 6_000]),
)  # fmt: skip
deeds = st.one_of(st.lists(deed, max_size=3), st.lists(deed, min_size=8, max_size=25))


@contextmanager
def lived(starts: datetime, rules: Rules, done: list[Deed]) -> Iterator[Days]:
    days = Days(starts, rules)
    days.live(done)
    yield days
    days.store.close()


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(STARTS), st.sampled_from([RULES, TO_BDC]), deeds)
def test_the_fast_figures_are_the_slow_ones(
    starts: datetime, rules: Rules, done: list[Deed]
) -> None:
    week = Period.of_week(*starts.astimezone(AMSTERDAM).isocalendar()[:2])

    with lived(starts, rules, done) as days:
        assert_same(days, week)


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_the_figures_are_those_of_what_happened(scene: Scene) -> None:
    days = Days(scene.starts, scene.rules)
    week = Period.of_week(*scene.starts.astimezone(AMSTERDAM).isocalendar()[:2])
    scene.happens(days)

    with days.inspected() as (fast, _):
        counts = fast.figures(week, Choice()).counts

    assert_same(days, week)
    assert {part: counts[part] for part in scene.expected} == scene.expected
    days.store.close()
