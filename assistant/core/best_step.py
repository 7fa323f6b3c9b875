"""The one step at which a change would bring a salesperson most."""

from assistant.core.benchmarks import BENCHMARKS
from assistant.core.figures import By, Figures, Part, Response
from assistant.core.preset import Preset
from assistant.core.what_if import STEPS, WhatIf, what_if

_WORTH = (Part.SALES, Part.SHOWS, Part.APPOINTMENTS, Part.SPOKEN)
"""What counts most, first: a step is worth more if it brings more sales, then visits, and so on."""


def best_step(figures: Figures, preset: Preset) -> WhatIf | None:
    """Return what would have been, had the step that matters most been done as the benchmark asks.

    Returns:
        ``None`` where no step is below its benchmark, or nothing more would have come of it.
    """
    split = figures.by[By.RESPONSE]
    nobody = dict.fromkeys(Part, 0)
    in_time, late = (split.get(each, nobody) for each in (Response.IN_TIME, Response.LATE))
    found = [
        what_if(step, share, figures.counts, in_time, late)
        for step, share in _asked(preset).items()
    ]
    best = max((each for each in found if each is not None), key=_worth, default=None)
    return best if best is not None and max(_worth(best)) > 0 else None


def _asked(preset: Preset) -> dict[Part, float]:
    """Return the share of each step, of those who can come to it; a step without one is not asked.

    A benchmark that does not say how many are spoken to means the floor's.
    """
    of_100 = {
        **BENCHMARKS[Preset.FLOOR].per_100,
        **BENCHMARKS[preset].per_100,
        Part.REQUESTS: 100.0,
        Part.CLOCKS: 100.0,
    }
    return {
        step: min(1.0, of_100[step] / of_100[base])
        for step, base in STEPS
        if step in of_100 and base in of_100
    }


def _worth(step: WhatIf) -> tuple[float, ...]:
    return tuple(step.more[part].value if part in step.more else 0.0 for part in _WORTH)
