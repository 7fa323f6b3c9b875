"""Periods in words, short for a column and in full."""

from datetime import timedelta

from assistant.core.period import Period
from assistant.words.catalogue import tr
from assistant.words.times import day_and_month, day_in_full

_LONG = 31
"""Of more days the year is told too."""


def short(period: Period) -> str:
    """Return ``Week 47``, else the days: ``2 Nov – 20 Nov``, with the year of a long period.

    The first and the last week of a year are told with it: ``Week 53 2026``.
    """
    if period.is_week:
        return tr("Week {number}").format(number=numbered(period))
    if period.days == 1:
        return day_and_month(period.first)
    first, last = day_and_month(period.first), day_and_month(period.last)
    if period.first.year != period.last.year:
        return f"{first} {period.first.year} – {last} {period.last.year}"
    return f"{first} – {last} {period.last.year}" if period.days > _LONG else f"{first} – {last}"


def numbered(week: Period) -> str:
    """Return a week's number, at the turn of a year with the year of its calendar."""
    year, number, _ = week.first.isocalendar()
    after = (week.last + timedelta(days=1)).isocalendar().week
    return f"{number} {year}" if 1 in {number, after} else str(number)


def days(period: Period) -> str:
    """Return ``Mon 16 Nov 2026 – Sun 22 Nov 2026``."""
    if period.days == 1:
        return day_in_full(period.first)
    return f"{day_in_full(period.first)} – {day_in_full(period.last)}"
