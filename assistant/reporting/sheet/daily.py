"""The half page of a morning: who asked since the last opening day, and who comes today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.core.appointments import Booked, Booking
from assistant.core.figures import BrokenLead, Choice, Figures, Part
from assistant.core.hours import OpeningHours
from assistant.core.period import Period
from assistant.core.summary import Summary
from assistant.desk.inspection import Inspection
from assistant.names import harmless
from assistant.reporting.sheet.broken import broken_section, customer
from assistant.reporting.sheet.copies import NO_COPIES, CopiesTold
from assistant.reporting.sheet.paper import Section, Sheet, Table
from assistant.reporting.sheet.periods import days
from assistant.reporting.sheet.room import HALF_A_PAGE, lines_of
from assistant.reporting.sheet.shares import counted
from assistant.reporting.sheet.weekly import told
from assistant.settings.values import DealerSettings
from assistant.words.catalogue import tr
from assistant.words.choice_words import name_of, named_choice
from assistant.words.times import day_in_full, moment_in_words
from assistant.words.vocabulary import word

_MOST, _FEWEST = 10, 2
"""So many rows has each part at most, and anyway: half a page in all."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """What a morning's sheet is made from.

    Attributes:
        requests: The leads that asked, newest first.
        late: Which of them were not called in time.
        appointments: Today's, each after whose lead it is.
    """

    day: date
    choice: Choice
    figures: Figures
    requests: tuple[Summary, ...]
    late: frozenset[str]
    broken: tuple[BrokenLead, ...]
    appointments: tuple[tuple[str, Booking], ...]


def days_before(day: date, hours: OpeningHours) -> Period:
    """Return the days that a morning looks back on: on Monday those since Saturday."""
    return Period(first=hours.opening_day_before(day) or day - _DAY, last=day - _DAY)


def look_at_morning(
    inspection: Inspection, day: date, choice: Choice, hours: OpeningHours
) -> Morning:
    """Read what the sheet of a morning is made from."""
    period = days_before(day, hours)
    late = inspection.behind(Part.LATE, period, choice)
    found = inspection.appointments(Period(first=day, last=day), choice)
    return Morning(
        day=day,
        choice=choice,
        figures=inspection.figures(period, choice),
        requests=tuple(inspection.behind(Part.REQUESTS, period, choice)),
        late=frozenset(summary.lead_id for summary in late),
        broken=tuple(inspection.broken(period, choice)),
        appointments=tuple(each for each in found if each[1].state is not Booked.CANCELLED),
    )


def daily_sheet(morning: Morning, dealer: DealerSettings, copies: CopiesTold = NO_COPIES) -> Sheet:
    """Return the sheet of a morning, in the present language.

    Args:
        morning: What it is of.
        dealer: Whose it is.
        copies: Of which colleagues' copies it is too, and how old these are.
    """
    day = tr("Morning of {day}").format(day=day_in_full(morning.day))
    return Sheet(
        title=" · ".join((day, *named_choice(morning.choice))),
        told=told(dealer, morning.figures.at),
        sections=_sections(morning, dealer, copies.line),
        notes=tuple(filter(None, (copies.each,))),
        copies=copies.line,
    )


def _sections(
    morning: Morning, dealer: DealerSettings, line: str, most: int = _MOST
) -> tuple[Section, ...]:
    """Return the parts, each with as many rows as half a page has room for below a line."""
    sections = (
        _requests(morning, dealer, most),
        broken_section(morning.broken, dealer, morning.figures.at, most),
        _appointments(morning, dealer, most),
    )
    if most > _FEWEST and lines_of(sections, (line,)) > HALF_A_PAGE:
        return _sections(morning, dealer, line, most - 1)
    return sections


def _requests(morning: Morning, dealer: DealerSettings, most: int) -> Section:
    counts, period = morning.figures.counts, morning.figures.period
    heading = tr("Requests of {days}: {count}").format(
        days=days(period), count=counts[Part.REQUESTS]
    )
    if not morning.requests:
        return Section(heading=heading, said=tr("Nobody asked anything."))
    said = tr("Called in time: {count} of the first calls due.").format(
        count=counted(Part.IN_TIME, counts)
    )
    columns = (tr("Customer"), tr("Car"), tr("Source"), tr("Asked"), tr("Salesperson"), "")
    rows = tuple(
        (
            customer(summary.name, summary.phone, dealer),
            harmless(summary.vehicle),
            name_of(summary.source),
            moment_in_words(summary.asked_at, morning.figures.at, dealer.zone),
            harmless(summary.owner),
            tr("not in time") if summary.lead_id in morning.late else "",
        )
        for summary in morning.requests[:most]
    )
    return Section(
        heading=heading,
        said=said,
        table=Table(columns=columns, rows=rows, texts=len(columns)),
        more=_more(morning.requests, most),
    )


def _appointments(morning: Morning, dealer: DealerSettings, most: int) -> Section:
    found = morning.appointments
    heading = tr("Appointments today: {count}").format(count=len(found))
    if not found:
        return Section(heading=heading, said=tr("Nobody comes today."))
    columns = (tr("Time"), tr("Customer"), tr("Car"), tr("Salesperson"), "")
    rows = tuple(
        (
            f"{booking.starts_at.astimezone(dealer.zone):%H:%M}",
            customer(booking.name, booking.phone, dealer),
            harmless(booking.vehicle),
            harmless(owner),
            word(booking.state),
        )
        for owner, booking in found[:most]
    )
    return Section(
        heading=heading,
        table=Table(columns=columns, rows=rows, texts=len(columns)),
        more=_more(found, most),
    )


def _more(found: Sequence[object], most: int) -> str:
    left = len(found) - most
    return tr("and {count} more").format(count=left) if left > 0 else ""
