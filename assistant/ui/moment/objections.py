"""What speaks against a moment: it may be chosen all the same, but not unseen."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from assistant.core.appointments import STANDING, Booking
from assistant.core.facts import LeadId
from assistant.ui.around import Around
from assistant.ui.sentences import who
from assistant.words.catalogue import tr
from assistant.words.times import day_and_month, weekday

_MOST_NAMED = 3


def on_the_day(around: Around, moment: datetime, but_of: LeadId | None) -> list[Booking]:
    """Return the appointments that stand on the day of a moment, without those of one lead."""
    hours, desk = around.qt_desk.desk.rules.hours, around.qt_desk.desk
    day = hours.local(moment).date()
    start, end = hours.at(day, 0), hours.at(day + timedelta(days=1), 0)
    found = around.qt_desk.do(lambda: desk.diary.between(start, end)) or []
    return [each for each in found if each.state in STANDING and each.lead_id != but_of]


def taken_in_words(around: Around, moment: datetime, taken: Sequence[Booking]) -> str:
    """Return who comes on a day: ``Sat 7 Mar: 10:00 J. de Haan, 14:00 Lieke``; empty if nobody."""
    if not taken:
        return ""
    local = around.qt_desk.desk.rules.hours.local(moment)
    named = [f"{_clock(around, each)} {_name(around, each)}" for each in taken[:_MOST_NAMED]]
    if len(taken) > _MOST_NAMED:
        named.append(tr("{count} more").format(count=len(taken) - _MOST_NAMED))
    return f"{weekday(local)} {day_and_month(local)}: {', '.join(named)}"


def objections(around: Around, moment: datetime, taken: Sequence[Booking]) -> list[str]:
    """Return what speaks against a moment, one sentence each; nothing when nothing does.

    Args:
        around: The surroundings.
        moment: When the customer would come.
        taken: The other appointments of that day.
    """
    hours = around.qt_desk.desk.rules.hours
    said = []
    if not hours.spans_on(hours.local(moment).date()):
        said.append(tr("We are closed that day."))
    elif not hours.is_open(moment):
        said.append(tr("We are closed then."))
    lasts = timedelta(minutes=around.settings.follow_up.appointment_minutes)
    clashes = [each for each in taken if abs(each.starts_at - moment) < lasts]
    said += [
        tr("{name} comes at {time}.").format(name=_name(around, each), time=_clock(around, each))
        for each in clashes[:_MOST_NAMED]
    ]
    return said


def _clock(around: Around, booking: Booking) -> str:
    return f"{booking.starts_at.astimezone(around.zone):%H:%M}"


def _name(around: Around, booking: Booking) -> str:
    return who(booking.name, around.national(booking.phone), booking.email)
