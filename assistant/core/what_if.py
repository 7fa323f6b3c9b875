"""What one step of the funnel would have brought, had it been done as well as the best do it.

The assumption is said with every answer: whoever comes one step further goes on like those who
did. And a share of few leads is no certainty: each figure comes with the interval in which it
would lie 95 times of 100.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from assistant.core.figures import Counts, Part

_Z = 1.959964
"""The normal distribution's 97.5 % point: two-sided 95 %."""
FEW = 30
"""With fewer leads than this a share says little, and the screens say so (ours)."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure, and the bounds between which it lies with 95 % certainty."""

    value: float
    low: float
    high: float


def share(part: int, whole: int) -> Interval | None:
    """Return a share of leads with its Wilson interval, each 0 to 1; ``None`` of none.

    Wilson's, because it holds for few leads and for shares near 0 and 1, where the usual one
    leaves the possible [Brown, Cai, DasGupta 2001].

    Raises:
        ValueError: If the part is larger than the whole.
    """
    if not 0 <= part <= whole:
        raise ValueError("a part is at most the whole")
    if whole == 0:
        return None
    value, spread = part / whole, _Z**2 / whole
    middle = (value + spread / 2) / (1 + spread)
    reach = _Z * sqrt(value * (1 - value) / whole + spread / (4 * whole)) / (1 + spread)
    return Interval(value, max(0.0, middle - reach), min(1.0, middle + reach))


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What would have been, had one step of the funnel had another share.

    Attributes:
        step: The step that is moved.
        was: Its share, of those who could come to it.
        moved_to: The share that is supposed.
        more: How many leads more each later step, and this one, would have had.
        base: How many leads could come to the step; with fewer than ``FEW`` say so.
    """

    step: Part
    was: float
    moved_to: float
    more: Mapping[Part, Interval]
    base: int


STEPS: Sequence[tuple[Part, Part]] = (
    (Part.IN_TIME, Part.CLOCKS),
    (Part.SPOKEN, Part.REQUESTS),
    (Part.APPOINTMENTS, Part.SPOKEN),
    (Part.SHOWS, Part.APPOINTMENTS),
    (Part.SALES, Part.SHOWS),
)
"""The steps that can be moved, each with those who can come to it."""

_LATER = (Part.SPOKEN, Part.APPOINTMENTS, Part.SHOWS, Part.SALES)


def what_if(
    step: Part, moved_to: float, counts: Counts, in_time: Counts, late: Counts
) -> WhatIf | None:
    """Return what a better share at one step would have brought.

    A lead called in time instead of late goes on as often as those called in time did in this
    period. A lead that comes to any other step goes on as often as those who came to it.

    Args:
        step: One of ``STEPS``.
        moved_to: The supposed share, 0 to 1.
        counts: All leads of the period.
        in_time: Those of them that were called in time.
        late: Those that were called late, or not.

    Returns:
        ``None`` when nobody could come to that step.
    """
    base = counts[dict(STEPS)[step]]
    if base == 0:
        return None
    was = min(1.0, counts[step] / base)
    extra = (moved_to - was) * base
    if step is Part.IN_TIME:
        more = {part: _scaled(_difference(part, in_time, late), extra) for part in _LATER}
    else:
        later = _LATER[_LATER.index(step) + 1 :]
        more = {part: _scaled(_going_on(part, step, counts), extra) for part in later}
    known = {part: interval for part, interval in more.items() if interval is not None}
    return WhatIf(
        step=step,
        was=was,
        moved_to=moved_to,
        more={step: Interval(extra, extra, extra), **known},
        base=base,
    )


def _going_on(part: Part, step: Part, counts: Counts) -> Interval | None:
    return share(min(counts[part], counts[step]), counts[step])


def _difference(part: Part, these: Counts, those: Counts) -> Interval | None:
    """Return by how much a share differs between two groups, by Newcombe's method [1998]."""
    one = share(these[part], these[Part.REQUESTS])
    two = share(those[part], those[Part.REQUESTS])
    if one is None or two is None:
        return None
    value = one.value - two.value
    low = value - sqrt((one.value - one.low) ** 2 + (two.high - two.value) ** 2)
    high = value + sqrt((one.high - one.value) ** 2 + (two.value - two.low) ** 2)
    return Interval(value, low, high)


def _scaled(interval: Interval | None, by: float) -> Interval | None:
    if interval is None:
        return None
    low, high = sorted((interval.low * by, interval.high * by))
    return Interval(interval.value * by, low, high)
