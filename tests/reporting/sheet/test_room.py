"""A sheet's two pages are used before leads or people are left out."""

import pytest

from assistant.core.figures import Broken
from assistant.reporting.sheet.paper import Bar, Section, Sheet, Table
from assistant.reporting.sheet.room import TWO_PAGES, lines_of, lines_of_section
from assistant.reporting.sheet.weekly import weekly_sheet
from tests.reporting.sheet.examples import DEALER, broken_leads, inspected, some

PIET = some(requests=40, clocks=40, in_time=20, spoken=30)


def sheet(broken: int, people: int = 1) -> Sheet:
    owners = {f"Piet {number:02}": PIET for number in range(people)}
    leads = broken_leads(Broken.NOT_IN_TIME, broken)
    return weekly_sheet(inspected(owners, leads), DEALER)


def section(of: Sheet, heading: str) -> Section:
    return next(each for each in of.sections if each.heading.startswith(heading))


def named(of: Sheet) -> int:
    table = section(of, "Where the process broke").table
    return 0 if table is None else len(table.rows)


def test_all_broken_leads_are_named_where_two_pages_have_room() -> None:
    made = sheet(broken=60)

    assert named(made) == 60
    assert section(made, "Where the process broke").more == ""


def test_of_more_than_fit_the_rest_is_counted() -> None:
    made = sheet(broken=300)

    assert 60 < named(made) < 100
    assert section(made, "Where").more.startswith(f"and {300 - named(made)} more")
    assert lines_of(made.sections, made.notes) <= TWO_PAGES


def test_people_have_room_before_more_leads_than_the_fewest() -> None:
    made = sheet(broken=300, people=12)

    assert len(section(made, "What changes").entries) == 12
    assert named(made) >= 20


def test_more_people_than_the_fewest_leave_two_pages_with_leads_among_them() -> None:
    made = sheet(broken=300, people=40)

    assert 8 < len(section(made, "What changes").entries) < 40
    assert lines_of(made.sections, made.notes) <= TWO_PAGES


def test_where_there_is_no_room_some_of_each_are_named() -> None:
    made = sheet(broken=300, people=60)

    assert len(section(made, "What changes").entries) >= 8
    assert 20 <= named(made) < 25


def test_figures_beside_bars_and_long_days_above_them_take_two_lines() -> None:
    days = ("", "1 jan – 22 nov 2026", "9 feb – 31 dec 2025", "60%", "Not this far")
    row = ("Called in time", "767 (42%)", "76 (38%)", "1.829 (100%)", "1.062, 23 still open")
    short = ("Sold", "3", "3", "3", "3")

    def lines(*rows: tuple[str, ...]) -> float:
        table = Table(columns=days, rows=rows, bars=(Bar(0.5, 0.6),))
        return lines_of_section(Section(table=table))

    assert lines(row) - lines() == pytest.approx(1.87)
    assert lines(short) - lines() == 1
    assert lines() - lines_of_section(Section()) == pytest.approx(1.87)
