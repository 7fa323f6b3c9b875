"""Times as people say them: "in 4 min", "morgen 10:00", "di 3 mrt"."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from assistant.core.errors import mark
from assistant.words.catalogue import tr

_DAYS = (
    mark("Mon"),
    mark("Tue"),
    mark("Wed"),
    mark("Thu"),
    mark("Fri"),
    mark("Sat"),
    mark("Sun"),
)
_MONTHS = (
    mark("Jan"),
    mark("Feb"),
    mark("Mar"),
    mark("Apr"),
    mark("May"),
    mark("Jun"),
    mark("Jul"),
    mark("Aug"),
    mark("Sep"),
    mark("Oct"),
    mark("Nov"),
    mark("Dec"),
)
_A_WEEK = timedelta(days=7)


def weekday(day: date) -> str:
    """Return the short name of a day: ``Tue``, ``di``."""
    return tr(_DAYS[day.weekday()])


def day_and_month(day: date) -> str:
    """Return ``3 Mar``, ``3 mrt``."""
    return f"{day.day} {tr(_MONTHS[day.month - 1])}"


def day_and_time(moment: datetime, today: date) -> str:
    """Return a moment in full, as it is agreed: ``Sat 7 Mar 10:00``; its year if it is another.

    Args:
        moment: In local time.
        today: The present day there.
    """
    year = f" {moment.year}" if moment.year != today.year else ""
    return f"{weekday(moment)} {day_and_month(moment)}{year} {moment:%H:%M}"


def day_in_full(day: date) -> str:
    """Return ``Tue 3 Mar 2026``, ``di 3 mrt 2026``."""
    return f"{weekday(day)} {day_and_month(day)} {day.year}"


def moment_in_words(moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return when something is or was: ``10:34``, ``tomorrow 10:00``, ``Tue 3 Mar 10:00``."""
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    away = local.date() - today
    clock = f"{local:%H:%M}"
    if not away:
        return clock
    if away == timedelta(days=1):
        return tr("tomorrow {time}").format(time=clock)
    if away == timedelta(days=-1):
        return tr("yesterday {time}").format(time=clock)
    if timedelta(0) < away < _A_WEEK:
        return f"{weekday(local)} {clock}"
    if local.year != today.year:
        return f"{day_and_month(local)} {local.year} {clock}"
    return f"{weekday(local)} {day_and_month(local)} {clock}"


def span_in_words(span: timedelta) -> str:
    """Return a length of time in its largest unit: ``35 s``, ``4 min``, ``3 h``, ``2 d``."""
    seconds = int(span.total_seconds())
    if seconds < 60:
        return tr("{count} s").format(count=seconds)
    if seconds < 3600:
        return tr("{count} min").format(count=seconds // 60)
    if seconds < 2 * 86_400:
        return tr("{count} h").format(count=seconds // 3600)
    return tr("{count} days").format(count=seconds // 86_400)


def due_in_words(due_at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return when something is due: ``in 4 min``, ``12 min late``, ``tomorrow 10:00``."""
    if now >= due_at:
        return tr("{span} late").format(span=span_in_words(now - due_at))
    if due_at - now < timedelta(hours=1):
        return tr("in {span}").format(span=span_in_words(due_at - now))
    return moment_in_words(due_at, now, zone)


def countdown(left: timedelta) -> str:
    """Return the two minutes as a clock: ``1:47``; once over, ``0:35 late`` and counting."""
    seconds = -int(-left.total_seconds() // 1)  # rounded up: 2:00 stands for a whole second
    minutes, rest = divmod(abs(seconds), 60)
    hours, minutes_left = divmod(minutes, 60)
    clock = f"{hours}:{minutes_left:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
    return clock if left > timedelta(0) else tr("{clock} late").format(clock=clock)
