"""What one step of the funnel would have brought, had it been done as well as the best do it.

The assumption is said with every answer: whoever comes one step further is lost at each later one
as often as those who stood there. A step's share is of those before it whom the funnel does not
show as lost, so that who skipped a step makes its share no better. And a share of few leads is no
certainty: each figure comes with the interval in which it would lie 95 times of 100.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from assistant.core.figures import FUNNEL, Counts, Part

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
    return _wilson(part / whole, whole)


def _wilson(value: float, whole: float) -> Interval:
    spread = _Z**2 / whole
    middle = (value + spread / 2) / (1 + spread)
    reach = _Z * sqrt(value * (1 - value) / whole + spread / (4 * whole)) / (1 + spread)
    return Interval(value, max(0.0, middle - reach), min(1.0, middle + reach))


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What would have been, had one step of the funnel had another share.

    Attributes:
        step: The step that is moved.
        was: Its share of those who could come to it: who was not lost there.
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

_BASES = dict(STEPS)
_LOST = {step: lost for step, lost in FUNNEL if lost is not None}
_LATER = (Part.SPOKEN, Part.APPOINTMENTS, Part.SHOWS, Part.SALES)


def what_if(
    step: Part, moved_to: float, counts: Counts, in_time: Counts, late: Counts
) -> WhatIf | None:
    """Return what a better share at one step would have brought.

    A lead called in time instead of late goes on as often as those called in time did in this
    period. A lead that comes to any other step is lost at each later one as often as those who
    stood there. Who skipped a step is not moved: the leads that are supposed come on top.

    Args:
        step: One of ``STEPS``.
        moved_to: The supposed share, 0 to 1.
        counts: All leads of the period.
        in_time: Those of them that were called in time.
        late: Those that were called late, or not.

    Returns:
        ``None`` when nobody could come to that step.
    """
    base = counts[_BASES[step]]
    if base == 0:
        return None
    was = _kept(step, counts)
    extra = (moved_to - was) * base
    more = _called_sooner(in_time, late) if step is Part.IN_TIME else _going_on(step, counts)
    return WhatIf(
        step=step,
        was=was,
        moved_to=moved_to,
        more={step: Interval(extra, extra, extra)}
        | {part: _scaled(interval, extra) for part, interval in more.items()},
        base=base,
    )


def _kept(step: Part, counts: Counts) -> float:
    """Return the share of those who could come to a step, and were not lost there."""
    base = counts[_BASES[step]]
    return (base - counts[_LOST[step]]) / base


def _going_on(step: Part, counts: Counts) -> dict[Part, Interval]:
    """Return which share of those at a step comes to each later one, as far as that is known.

    Where leads skipped a step each share has other leads; what they make together is taken to be
    no surer than the share with the fewest, told in leads of the first.
    """
    found: dict[Part, Interval] = {}
    value, leads = 1.0, float(counts[step])
    for part in _LATER[_LATER.index(step) + 1 :]:
        if value > 0:
            leads = min(leads, counts[_BASES[part]] / value)
            if leads == 0:
                break
            value *= _kept(part, counts)
        found[part] = _wilson(value, leads)
    return found


def _called_sooner(in_time: Counts, late: Counts) -> dict[Part, Interval]:
    found = {part: _difference(part, in_time, late) for part in _LATER}
    return {part: interval for part, interval in found.items() if interval is not None}


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


def _scaled(interval: Interval, by: float) -> Interval:
    low, high = sorted((interval.low * by, interval.high * by))
    return Interval(interval.value * by, low, high)
