"""Periods in words, short for a column and in full."""

from assistant.core.figures import Period
from assistant.words.catalogue import tr
from assistant.words.times import day_and_month, day_in_full


def short(period: Period) -> str:
    """Return ``Week 47``, else the days: ``2 Nov – 20 Nov``."""
    if period.is_week:
        return tr("Week {number}").format(number=period.first.isocalendar().week)
    if period.days == 1:
        return day_and_month(period.first)
    return f"{day_and_month(period.first)} – {day_and_month(period.last)}"


def days(period: Period) -> str:
    """Return ``Mon 16 Nov 2026 – Sun 22 Nov 2026``."""
    if period.days == 1:
        return day_in_full(period.first)
    return f"{day_in_full(period.first)} – {day_in_full(period.last)}"
