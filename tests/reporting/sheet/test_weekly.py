"""The week's sheet: what it says of figures, of few leads, and of none."""

from datetime import date

import pytest

from assistant.core.figures import Choice
from assistant.core.milestones import Interest
from assistant.core.period import Period
from assistant.core.request import Door
from assistant.reporting.sheet.paper import Section, Sheet
from assistant.reporting.sheet.periods import short
from assistant.reporting.sheet.weekly import weekly_sheet
from assistant.words.figure_words import figure_name
from assistant.words.vocabulary import word
from tests.reporting.sheet.examples import DEALER, inspected, some

PIET = some(
    requests=40, clocks=32, in_time=16, late=16, spoken=30, appointments=20, shows=10, sales=4
)
ELS = some(requests=10, in_time=5, spoken=8, appointments=7, shows=5, sales=3)


def section(sheet: Sheet, heading: str) -> Section:
    return next(each for each in sheet.sections if each.heading.startswith(heading))


def rows(sheet: Sheet, heading: str) -> dict[str, tuple[str, ...]]:
    table = section(sheet, heading).table
    assert table is not None
    return {row[0]: row[1:] for row in table.rows}


def test_figures_stand_beside_the_week_before_and_the_benchmark() -> None:
    sheet = weekly_sheet(inspected({"Piet": PIET}, before={"Piet": ELS}), DEALER)

    funnel = rows(sheet, "From request")
    assert (sheet.title, sheet.told.split(" · ")[1:]) == (
        "Inspection · Week 9",
        ["Autobedrijf De Brug", "Made Mon 2 Mar 2026 10:00"],
    )
    assert funnel["Requests"] == ("40", "10", "", "")
    assert funnel["Appointments"] == ("20 (50%)", "7 (70%, 40–89%)", "24 (60%)", "0")
    assert funnel["Spoken to"][2] == ""


def test_called_in_time_is_a_share_of_those_who_had_to_be_called() -> None:
    funnel = rows(weekly_sheet(inspected({"Piet": PIET}), DEALER), "From request")

    assert funnel["Called in time"] == ("16 (50%)", "–", "32 (100%)", "16, 8 still open")


def test_a_bar_shows_what_is_reached_and_what_is_asked() -> None:
    table = section(weekly_sheet(inspected({"Piet": PIET}), DEALER), "From request").table

    assert table is not None
    assert [table.bars[0], table.bars[1], table.bars[3]] == [None, (0.5, 1.0), (0.5, 0.6)]


def test_a_week_without_leads_says_so_and_shows_no_figures() -> None:
    sheet = weekly_sheet(inspected(before={"Piet": PIET}), DEALER)

    first = sheet.sections[0]
    assert (first.heading, first.table, sheet.notes) == ("No leads yet", None, ())
    assert first.said == "Nobody asked anything in these days; 40 customers did in those before."
    empty = weekly_sheet(inspected(), DEALER)
    assert [each.heading for each in empty.sections] == [
        "No leads yet",
        "Where the process broke: 0",
    ]


def test_how_fast_is_told_apart_for_opening_hours_and_after_them() -> None:
    sheet = weekly_sheet(inspected({"Piet": PIET}), DEALER)
    quality, table = rows(sheet, "How it was done"), section(sheet, "How it was done").table

    assert table is not None
    slowest = [cell for name, cell, _ in table.rows if name.startswith("…")]
    assert quality["Asked while open: called within two minutes"][0] == "3 (75%, 30–95%)"
    assert quality["Asked after hours: called within two minutes of opening"][0].startswith("0 (")
    assert slowest == ["1:05 min, 5:00 min", "1:01 h, 1:01 h"]
    assert quality["Calls that were answered"] == ("3 (75%, 30–95%)", "–")


@pytest.mark.parametrize(
    "choice",
    [
        Choice(owner="Piet"),
        Choice(source="AutoTrack"),
        Choice(interest=Interest.NEW),
        Choice(doors=frozenset({Door.WEB})),
    ],
)
def test_a_sheet_of_some_leads_has_no_figures_of_all_that_rang(choice: Choice) -> None:
    sheet = weekly_sheet(inspected({"Piet": PIET}, choice=choice), DEALER)

    telephone = {"Calls that were answered", "Missed calls"}
    assert not telephone & set(rows(sheet, "How it was done"))
    everybody = inspected({"Piet": PIET}, choice=Choice(doors=frozenset(Door)))
    assert telephone <= set(rows(weekly_sheet(everybody, DEALER), "How it was done"))


def test_a_sheet_of_some_leads_only_says_of_which() -> None:
    some_doors = Choice(source="AutoTrack", interest=Interest.NEW, doors=frozenset({Door.WEB}))

    titles = [
        weekly_sheet(inspected({"Piet": PIET}, choice=choice), DEALER).title
        for choice in (some_doors, Choice(doors=frozenset(Door)))
    ]

    new, web = figure_name(Interest.NEW), word(Door.WEB)
    assert titles == [
        f"Inspection · Week 9 · AutoTrack · {new} · {web}",
        "Inspection · Week 9 · All doors",
    ]


def test_many_salespeople_are_cut_after_those_with_most_requests() -> None:
    owners = {f"Verkoper {number:02}": some(requests=number) for number in range(1, 31)}

    sheet = weekly_sheet(inspected(owners), DEALER)

    by = section(sheet, "By salesperson")
    assert next(iter(rows(sheet, "By salesperson"))) == "Verkoper 30"
    assert (len(rows(sheet, "By salesperson")), by.more) == (10, "and 20 more")


def test_of_a_salesperson_with_few_leads_it_is_said_of_how_many_a_share_is() -> None:
    sheet = weekly_sheet(inspected({"Piet": PIET, "Els": ELS}), DEALER)

    by = rows(sheet, "By salesperson")
    assert by["Els"] == ("10", "5 of 10", "8 of 10", "7 of 10", "5 of 10", "3 of 10")
    assert by["Piet"][1:3] == ("16 (50%)", "30 (75%)")
    assert "only of how many: 2 of 3" in sheet.notes[1]


def test_agreements_say_of_whom_they_are_a_share() -> None:
    piet = some(requests=80, spoken=60, agreed=40, vague=10, only_follow_up=6)

    told = rows(weekly_sheet(inspected({"Piet": piet}), DEALER), "How it was done")

    assert told["Appointment never confirmed, of the appointments agreed"][0] == "10 (25%)"
    assert told["Only a call-back or follow-up, of who was spoken to"][0] == "6 (10%)"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-03-03", "2026-03-20", "3 Mar – 20 Mar"),
        ("2026-01-01", "2026-12-31", "1 Jan – 31 Dec 2026"),
        ("2025-12-20", "2026-01-05", "20 Dec 2025 – 5 Jan 2026"),
        ("2026-12-21", "2026-12-27", "Week 52"),
        ("2026-12-28", "2027-01-03", "Week 53 2026"),
        ("2027-01-04", "2027-01-10", "Week 1 2027"),
    ],
)
def test_a_long_period_is_told_with_its_year_and_a_week_at_the_turn_of_one(
    first: str, last: str, said: str
) -> None:
    period = Period(first=date.fromisoformat(first), last=date.fromisoformat(last))

    assert short(period) == said
