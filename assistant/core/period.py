"""Whole days of the dealer's calendar, and its weeks."""

from dataclasses import dataclass
from datetime import date, timedelta

YEARS = range(1990, 2200)
"""Days of other years are typing mistakes; near the ends of time no week is whole."""


def monday_of(day: date) -> date:
    """Return the first day of the week."""
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Whole days of the dealer's calendar.

    Attributes:
        first: The first day.
        last: The last day, which counts too.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a period ends on the day it begins, or later")

    @classmethod
    def of_week(cls, year: int, week: int) -> "Period":
        """Return a week by its ISO number, Monday to Sunday.

        Raises:
            ValueError: If that year has no such week.
        """
        first = date.fromisocalendar(year, week, 1)
        return cls(first=first, last=first + timedelta(days=6))

    @classmethod
    def week_around(cls, day: date) -> "Period":
        """Return the week in which a day lies."""
        monday = monday_of(day)
        return cls(first=monday, last=monday + timedelta(days=6))

    @property
    def week(self) -> str:
        """Return the ISO week in which it begins, as ``2026-W47``."""
        year, week, _ = self.first.isocalendar()
        return f"{year}-W{week:02}"

    @property
    def is_week(self) -> bool:
        """Say whether it is a week from Monday to Sunday."""
        return self.days == 7 and self.first.weekday() == 0

    @property
    def days(self) -> int:
        """Return how many days it has."""
        return (self.last - self.first).days + 1

    @property
    def before(self) -> "Period":
        """Return the period of the same length before it."""
        length = timedelta(days=self.days)
        return Period(first=self.first - length, last=self.last - length)
