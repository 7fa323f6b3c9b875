"""What scripts get of an inspection."""

from dataclasses import replace
from datetime import date

from assistant.core.figures import Broken, Choice, Part
from assistant.core.period import Period
from assistant.reporting.sheet.rows import rows_of
from tests.reporting.sheet.examples import broken_leads, inspected, some


def test_each_row_says_what_it_is_of() -> None:
    week = inspected(
        {"Piet": some(requests=10, in_time=4)},
        broken_leads(Broken.NOT_IN_TIME, 1),
        before={"Els": some(requests=2)},
        written={"Piet": "Eerst bellen"},
    )

    rows = list(rows_of(week))

    period, now, before = rows[:3]
    assert (period["week"], period["benchmark"]) == ("2026-W09", "sixty")
    assert (now["requests"], before["requests"], before["week"]) == (10, 2, "2026-W08")
    assert {part.value for part in Part} <= set(now)
    assert {str(row["row"]) for row in rows} == {
        *("period", "figures", "benchmark", "split", "response", "tries"),
        *("telephone", "missed", "lost", "broken", "line"),
    }


def test_one_salespersons_rows_have_no_others_line() -> None:
    lines = {"Piet": "Eerst bellen", "Els": "Elke dag tien"}
    week = inspected(written=lines, written_before=lines, choice=Choice(owner="Piet"))

    said = [row["salesperson"] for row in rows_of(week) if row["row"] == "line"]

    assert said == ["Piet", "Piet"]


def test_a_benchmark_says_of_whom_it_speaks() -> None:
    week = inspected({"Piet": some(requests=10, clocks=8)})

    rows = {row["part"]: row for row in rows_of(week) if row["row"] == "benchmark"}

    assert (rows["in_time"]["of"], rows["in_time"]["expected"]) == ("clocks", 8.0)
    assert (rows["appointments"]["of"], rows["appointments"]["expected"]) == ("requests", 6.0)


def test_lengths_and_days_are_told_as_they_are() -> None:
    week = inspected({"Piet": some(requests=10)})
    some_days = Period(first=date(2026, 2, 24), last=date(2026, 3, 2))
    days = replace(week, figures=replace(week.figures, period=some_days))

    lengths = next(row for row in rows_of(week) if row["row"] == "response")

    assert (lengths["calls"], lengths["within_two_minutes"]) == (4, 3)
    assert (lengths["median_s"], lengths["p90_s"]) == (65, 300)
    assert next(rows_of(days))["week"] is None
