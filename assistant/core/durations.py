"""How long things took, each length with how often it occurred: medians and shares come of it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from operator import itemgetter


@dataclass(frozen=True, slots=True)
class Durations:
    """Whole seconds and how often each of them occurred, shortest first."""

    counts: tuple[tuple[int, int], ...] = ()
    _so_far: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Add up once, and where they are read: a year has some ten thousand of them."""
        object.__setattr__(self, "_so_far", tuple(accumulate(count for _, count in self.counts)))

    @property
    def total(self) -> int:
        """Return how many there are."""
        return self._so_far[-1] if self.counts else 0

    def within(self, seconds: int) -> int:
        """Count those of at most ``seconds``."""
        place = bisect_right(self.counts, seconds, key=itemgetter(0))
        return self._so_far[place - 1] if place else 0

    def percentile(self, share: float) -> int | None:
        """Return the shortest duration that ``share`` of all do not exceed: the nearest rank.

        Args:
            share: 0.5 for the median, 0.9 for the 90th percentile.

        Returns:
            Seconds; ``None`` when there are none.
        """
        return (
            self.counts[bisect_left(self._so_far, share * self.total)][0] if self.counts else None
        )
