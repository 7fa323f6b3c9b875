"""The table that the benchmark prints."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison.

    Attributes:
        what: What was compared with what.
        figure: The ratio, or another figure without a unit that depends on the machine.
        goal: The most that it should be.
        shown: The figure as text.
    """

    what: str
    figure: float
    goal: float
    shown: str

    def line(self) -> str:
        """Return the row as a line of the table."""
        verdict = "ok" if self.figure <= self.goal else "OVER"
        return f"{self.what:58} {self.shown:>12} {self.goal:>8g}  {verdict}"


def ratio(what: str, ours: Sequence[float], peer: Sequence[float], goal: float) -> Row:
    """Compare two series measured in turn, pair by pair; the median ratio counts."""
    found = median(mine / other for mine, other in zip(ours, peer, strict=True))
    return Row(what, found, goal, f"{found:.2f} x")


def head() -> str:
    """Return the head of the table."""
    return f"{'compared in this run':58} {'measured':>12} {'goal':>8}"
