"""How the inspection page writes figures: counts, shares with their interval, lengths of time."""

from datetime import date

from assistant.core.period import Period
from assistant.core.what_if import FEW, Interval, share
from assistant.words.catalogue import tr, tr_count
from assistant.words.times import day_and_month


def number(count: float) -> str:
    """Return a count as people here write it: ``12,345`` or ``12.345``."""
    return f"{round(count):,}".replace(",", tr(","))


def per_cent(part: float) -> str:
    """Return a share (0 to 1) in whole per cents."""
    return f"{round(100 * part)}%"


def in_share(part: int, whole: int) -> str:
    """Return a share; of few leads with the interval it lies in; a dash of none."""
    interval = share(min(part, whole), whole)
    if interval is None:
        return "–"
    if whole >= FEW:
        return per_cent(interval.value)
    return f"{per_cent(interval.value)} ({bounds(interval)})"


def bounds(interval: Interval) -> str:
    """Return ``45–76%``."""
    return f"{round(100 * interval.low)}–{per_cent(interval.high)}"


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
