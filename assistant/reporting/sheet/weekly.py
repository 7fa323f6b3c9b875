"""The sheet of a week, or of any other days: figures, broken leads, and who is below target."""

from collections.abc import Callable
from datetime import datetime, timedelta

from assistant.core.benchmarks import base
from assistant.core.figures import FUNNEL, Choice, Counts, Figures, Part
from assistant.core.request import Door
from assistant.names import harmless
from assistant.reporting.sheet.broken import MOST as LEADS
from assistant.reporting.sheet.broken import broken_section
from assistant.reporting.sheet.copies import NO_COPIES, CopiesTold
from assistant.reporting.sheet.inspected import Inspected
from assistant.reporting.sheet.paper import Bar, Section, Sheet, Table
from assistant.reporting.sheet.periods import days, short
from assistant.reporting.sheet.room import (
    TWO_PAGES,
    lines_of,
    lines_of_section,
    most_that_fit,
)
from assistant.reporting.sheet.salespeople import MOST as PEOPLE
from assistant.reporting.sheet.salespeople import salespeople_section
from assistant.reporting.sheet.shares import (
    asked,
    counted,
    expected,
    length,
    within,
)
from assistant.reporting.sheet.splits import split_sections
from assistant.settings.values import DealerSettings
from assistant.words.catalogue import tr, tr_count
from assistant.words.choice_words import named_choice
from assistant.words.figure_words import (
    NOTHING,
    figure_name,
    number,
    of_whom,
    with_share,
)
from assistant.words.times import day_in_full

_ALL = 100
"""No more leads or people fit on two pages, however short the rest is."""
_FEWEST = 8
_LEAST = (
    *((leads, PEOPLE) for leads in range(LEADS, _FEWEST, -1)),
    *((_FEWEST, people) for people in range(PEOPLE, 0, -1)),
)
"""So many leads and people are named anyway, fewer and fewer where long names take their room."""
_TWO_MINUTES = timedelta(minutes=2)


def weekly_sheet(
    inspected: Inspected, dealer: DealerSettings, copies: CopiesTold = NO_COPIES
) -> Sheet:
    """Return the sheet of what was inspected, in the present language.

    Args:
        inspected: The figures of the days.
        dealer: Whose it is.
        copies: Of which colleagues' copies the figures are too, and how old these are.
    """
    named = [tr("Inspection"), short(inspected.period), *named_choice(inspected.choice)]
    figures = (
        _funnel(inspected) if inspected.figures.counts[Part.REQUESTS] else _no_leads(inspected),
        _quality(inspected),
        *split_sections(inspected),
    )
    notes = _notes(inspected) if inspected.figures.counts[Part.REQUESTS] else ()
    notes = tuple(filter(None, (copies.each, *notes)))
    room = TWO_PAGES - lines_of(figures, (*notes, copies.line))
    sections = (*figures, *_by_name(inspected, dealer, room))
    return Sheet(
        title=" · ".join(named),
        told=f"{days(inspected.period)} · {told(dealer, inspected.figures.at)}",
        sections=tuple(section for section in sections if section is not None),
        notes=notes,
        copies=copies.line,
    )


def _by_name(
    inspected: Inspected, dealer: DealerSettings, room: float
) -> tuple[Section, Section | None]:
    """Return the broken leads and the salespeople, as many as there is room for."""
    at = inspected.figures.at

    def leads(most: int) -> Section:
        return broken_section(inspected.broken, dealer, at, most)

    def people(most: int) -> Section | None:
        return salespeople_section(inspected, most)

    def fit(least: tuple[int, int]) -> bool:
        return lines_of_section(leads(least[0])) + lines_of_section(people(least[1])) <= room

    few_leads, few_people = next(filter(fit, _LEAST), _LEAST[-1])
    changes = most_that_fit(people, few_people, _ALL, room - lines_of_section(leads(few_leads)))
    left = room - lines_of_section(changes)
    return most_that_fit(leads, few_leads, _ALL, left), changes


def told(dealer: DealerSettings, at: datetime) -> str:
    """Return whose a sheet is, and when it was made."""
    local = at.astimezone(dealer.zone)
    made = tr("Made {time}").format(time=f"{day_in_full(local)} {local:%H:%M}")
    return " · ".join(filter(None, (harmless(dealer.name), made)))


def _no_leads(inspected: Inspected) -> Section:
    count = inspected.before.counts[Part.REQUESTS]
    if not count:
        return Section(heading=tr("No leads yet"), said=tr("Nobody asked anything in these days."))
    said = tr_count(
        "Nobody asked anything in these days; {count} customer did in those before.",
        "Nobody asked anything in these days; {count} customers did in those before.",
        count,
    )
    return Section(heading=tr("No leads yet"), said=said.format(count=count))


def _funnel(inspected: Inspected) -> Section:
    counts, before = inspected.figures.counts, inspected.before.counts
    rows = tuple(
        (
            figure_name(part),
            counted(part, counts),
            counted(part, before),
            expected(part, counts, inspected.preset),
            "" if lost is None else _lost(lost, inspected.figures),
        )
        for part, lost in FUNNEL
    )
    columns = ("", short(inspected.period), short(inspected.before.period))
    return Section(
        heading=tr("From request to sale"),
        table=Table(
            columns=(*columns, figure_name(inspected.preset), tr("Not this far")),
            rows=rows,
            bars=tuple(_bar(part, counts, inspected) for part, _ in FUNNEL),
        ),
    )


def _lost(part: Part, figures: Figures) -> str:
    """Return how many a step lost, and how many of them are not lost yet."""
    still = figures.still_open[part]
    said = tr("{count} still open").format(count=number(still))
    gone = number(figures.counts[part])
    return f"{gone}, {said}" if still else gone


def _bar(part: Part, counts: Counts, inspected: Inspected) -> Bar | None:
    whole = counts[base(part)]
    if part is Part.REQUESTS or not whole:
        return None
    return Bar(counts[part] / whole, asked(part, inspected.preset) or 0.0)


def _quality(inspected: Inspected) -> Section | None:
    lines = _LINES if _is_of_telephone(inspected.choice) else _LINES[:-2]
    rows = tuple(
        (label(), said(inspected.figures), said(inspected.before)) for label, said in lines
    )
    if all(cell in {NOTHING, "0"} for _, *cells in rows for cell in cells):
        return None
    columns = ("", short(inspected.period), short(inspected.before.period))
    return Section(heading=tr("How it was done"), table=Table(columns=columns, rows=rows))


def _is_of_telephone(choice: Choice) -> bool:
    """Say whether all that rang is of a choice: a call has no salesperson and no car yet."""
    return choice == Choice(doors=choice.doors) and Door.PHONE in choice.doors


def _part(part: Part) -> tuple[Callable[[], str], Callable[[Figures], str]]:
    return lambda: f"{figure_name(part)}, {of_whom(base(part))}", (
        lambda figures: counted(part, figures.counts)
    )


def _answered(figures: Figures) -> str:
    telephone = figures.telephone
    calls = telephone.answered + sum(telephone.missed.values())
    return with_share(telephone.answered, calls)


_LINES: tuple[tuple[Callable[[], str], Callable[[Figures], str]], ...] = (
    (
        lambda: tr("Asked while open: called within two minutes"),
        lambda figures: within(figures.open_hours, _TWO_MINUTES),
    ),
    (
        lambda: tr("… half of them within, 90 of 100 within"),
        lambda figures: _both(figures.open_hours.percentile),
    ),
    (
        lambda: tr("Asked after hours: called within two minutes of opening"),
        lambda figures: within(figures.after_hours, _TWO_MINUTES),
    ),
    (
        lambda: tr("… half of them within, 90 of 100 within"),
        lambda figures: _both(figures.after_hours.percentile),
    ),
    _part(Part.FOLLOWABLE),
    _part(Part.VAGUE),
    _part(Part.ONLY_FOLLOW_UP),
    _part(Part.GIVEN_UP_BEFORE_THIRD),
    _part(Part.GIVEN_UP_BEFORE_FIFTH),
    (lambda: tr("Calls that were answered"), _answered),
    (
        lambda: tr("Missed calls"),
        lambda figures: number(sum(figures.telephone.missed.values())),
    ),
)
"""What is said of how it was done; the last two are of all that rang."""


def _both(percentile: Callable[[float], int | None]) -> str:
    median = percentile(0.5)
    return NOTHING if median is None else f"{length(median)}, {length(percentile(0.9))}"


def _notes(inspected: Inspected) -> tuple[str, ...]:
    return (
        tr(
            "Counted are the leads that asked in these days, as they stand now: of the last, "
            "visits and sales are still to come. An appointment is one that was confirmed. "
            "Who walks in does not count."
        ),
        tr(
            "Of fewer than 30 leads a share says little: after it stand the bounds between "
            "which it lies 95 times of 100; where these have no room only of how many: 2 of 3."
        ),
        tr("Bars: dark is what was reached, light what {benchmark} asks beyond it.").format(
            benchmark=figure_name(inspected.preset)
        ),
    )
