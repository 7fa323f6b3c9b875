"""The one step at which a change would bring most."""

import pytest

from assistant.core.best_step import best_step
from assistant.core.durations import Durations
from assistant.core.figures import By, Counts, Figures, Part, Telephone
from assistant.core.period import Period
from assistant.core.preset import Preset
from tests.conftest import MONDAY_TEN


def figures(
    called: Counts | None = None, not_called: Counts | None = None, **counts: int
) -> Figures:
    none = dict.fromkeys(Part, 0)
    response = {"in_time": called or none, "late": not_called or none}
    return Figures(
        period=Period.of_week(2026, 10),
        at=MONDAY_TEN,
        counts=none | {Part(name): count for name, count in counts.items()},
        by={each: {} for each in By} | {By.RESPONSE: response},
        open_hours=Durations(),
        after_hours=Durations(),
        tries=[],
        telephone=Telephone(),
        lost_reasons={},
        still_open={},
    )


def some(**counts: int) -> Counts:
    return dict.fromkeys(Part, 0) | {Part(name): count for name, count in counts.items()}


def test_it_is_the_step_that_brings_most_sales() -> None:
    week = figures(
        requests=100, clocks=100, in_time=100, spoken=80, appointments=20, shows=18, sales=9,
        not_spoken=20, no_appointment=60, not_shown=2, not_sold=9,
    )  # fmt: skip

    best = best_step(week, Preset.SIXTY)

    assert best is not None
    assert best.step is Part.APPOINTMENTS
    assert (best.was, best.moved_to) == (0.25, 0.75)
    assert best.more[Part.SALES].value == pytest.approx(40 * 9 / 20)


def test_without_sales_yet_it_is_the_step_that_brings_most_appointments() -> None:
    week = figures(
        some(requests=20, spoken=16, appointments=10),
        some(requests=20, spoken=10, appointments=4),
        requests=40,
        clocks=40,
        late=40,
        spoken=40,
        appointments=30,
        no_appointment=10,
    )

    best = best_step(week, Preset.FLOOR)

    assert best is not None
    assert best.step is Part.IN_TIME
    assert best.more[Part.APPOINTMENTS].value == pytest.approx(40 * (10 / 20 - 4 / 20))


def test_sales_without_a_visit_do_not_hide_that_visitors_do_not_buy() -> None:
    """Of six who came four did not buy; eight more bought and were never marked as come."""
    week = figures(
        requests=10, clocks=10, in_time=10, spoken=10, appointments=8, shows=6, sales=10, not_sold=4
    )

    best = best_step(week, Preset.SIXTY)

    assert best is not None
    assert best.step is Part.SALES
    assert best.was == pytest.approx(2 / 6)


def test_there_is_none_where_all_is_done_as_asked_or_nobody_asked() -> None:
    done = figures(
        requests=100, clocks=100, in_time=100, spoken=90, appointments=70, shows=50, sales=40,
        not_spoken=10, no_appointment=20, not_shown=20, not_sold=10,
    )  # fmt: skip

    assert best_step(done, Preset.SIXTY) is None
    assert best_step(figures(), Preset.SIXTY) is None
