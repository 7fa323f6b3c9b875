"""The benchmarks are those of the process: 60 % rule, the store that does it, floors."""

import pytest

from assistant.core.benchmarks import BENCHMARKS, SALES_PER_100
from assistant.core.figures import Part
from assistant.core.preset import Preset

STEPS = (Part.IN_TIME, Part.SPOKEN, Part.APPOINTMENTS, Part.SHOWS, Part.SALES)


@pytest.mark.parametrize(
    ("preset", "of_100"),
    [
        (Preset.SIXTY, [100, None, 60, 36, 22]),
        (Preset.DOES_IT, [100, 80, 48, 38.4, 22]),
        (Preset.FLOOR, [100, 80, 36, None, None]),
    ],
)
def test_a_benchmark_asks_what_the_process_says_of_each_step(
    preset: Preset, of_100: list[float | None]
) -> None:
    assert [BENCHMARKS[preset].per_100.get(step) for step in STEPS] == of_100
    assert BENCHMARKS[preset].reachability == 100


def test_new_used_and_phone_each_have_their_sales() -> None:
    assert SALES_PER_100 == {"new": 13, "used": 20, "phone": 22}
