"""How the inspection page writes leads and days."""

from datetime import date

from assistant.core.period import Period
from assistant.words.catalogue import tr_count
from assistant.words.figure_words import number
from assistant.words.times import day_and_month


def leads(count: int) -> str:
    """Return ``12 leads``."""
    return tr_count("{count} lead", "{count} leads", count).format(count=number(count))


def days(period: Period) -> str:
    """Return ``2 Mar – 8 Mar 2026``, ``28 Dec 2026 – 3 Jan 2027``, ``2 Mar 2026``."""
    if period.days == 1:
        return _day(period.last)
    if period.first.year != period.last.year:
        return f"{_day(period.first)} – {_day(period.last)}"
    return f"{day_and_month(period.first)} – {_day(period.last)}"


def _day(day: date) -> str:
    return f"{day_and_month(day)} {day.year}"
