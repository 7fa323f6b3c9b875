"""What the figures are held against: how many of 100 the trade says are possible."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.core.figures import Counts, Part
from assistant.core.milestones import Interest
from assistant.core.preset import Preset

BASES: Mapping[Part, Part] = {
    Part.IN_TIME: Part.CLOCKS,
    Part.FOLLOWABLE: Part.SPOKEN,
    Part.VAGUE: Part.AGREED,
    Part.ONLY_FOLLOW_UP: Part.SPOKEN,
    Part.GIVEN_UP_BEFORE_THIRD: Part.GIVEN_UP,
    Part.GIVEN_UP_BEFORE_FIFTH: Part.GIVEN_UP,
}
"""Of whom a part is a share, where that is not all requests: a customer who was answered at once
has no first call that could come in time."""


def base(part: Part) -> Part:
    """Return of whom a part is a share, wherever its share is shown."""
    return BASES.get(part, Part.REQUESTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """How many of 100 should come to each step; a step without a figure has none.

    Attributes:
        per_100: By step of the funnel, each of its :func:`base`.
        reachability: How many of 100 calls should be answered.
    """

    per_100: Mapping[Part, float]
    reachability: float = 100.0

    def expected(self, part: Part, counts: Counts) -> float | None:
        """Return how many of the leads that were counted should come to a step."""
        share = self.per_100.get(part)
        return None if share is None else share * counts[base(part)] / 100


BENCHMARKS: Mapping[Preset, Benchmark] = {
    Preset.SIXTY: Benchmark(
        per_100={Part.IN_TIME: 100.0, Part.APPOINTMENTS: 60.0, Part.SHOWS: 36.0, Part.SALES: 22.0}
    ),
    Preset.DOES_IT: Benchmark(
        per_100={
            Part.IN_TIME: 100.0,
            Part.SPOKEN: 80.0,
            Part.APPOINTMENTS: 48.0,
            Part.SHOWS: 38.4,
            Part.SALES: 22.0,
        }
    ),
    Preset.FLOOR: Benchmark(
        per_100={Part.IN_TIME: 100.0, Part.SPOKEN: 80.0, Part.APPOINTMENTS: 36.0}
    ),
}
"""The 60 % rule [004], the store that does it [000], and the floors [000 003]. Every first call
is due in time."""

SALES_PER_100: Mapping[Interest, float] = {
    Interest.NEW: 13.0,
    Interest.USED: 20.0,
    Interest.PHONE: 22.0,
}
"""Sales of 100 leads: online new, online used, telephone [003]."""
