"""Who is below target, and the lines about what changes."""

from assistant.core.figures import Choice
from assistant.reporting.sheet.paper import Section
from assistant.reporting.sheet.salespeople import below_target, result, salespeople_section
from tests.reporting.sheet.examples import inspected, some

BELOW, ABOVE = some(requests=10, in_time=4, appointments=5), some(requests=10, appointments=6)


def shown(section: Section | None) -> dict[str, dict[str, str]]:
    assert section is not None
    return {entry.heading: dict(entry.lines) for entry in section.entries}


def test_below_target_is_who_made_fewer_appointments_than_the_benchmark() -> None:
    week = inspected({"Piet": BELOW, "Els": ABOVE, "Kim": some()})

    assert below_target(week) == ["Piet"]
    assert shown(salespeople_section(week)) == {"Piet (below target)": {"Will change": ""}}


def test_last_weeks_line_stands_beside_this_weeks_result_also_of_who_made_it() -> None:
    week = inspected(
        {"Piet": BELOW, "Els": ABOVE},
        before={"Els": BELOW},
        written={"Piet": "Eerst bellen"},
        written_before={"Els": "Elke dag tien"},
    )

    section = salespeople_section(week)

    assert shown(section) == {
        "Els": {"Wrote last week": "Elke dag tien"},
        "Piet (below target)": {"Will change": "Eerst bellen"},
    }
    assert section is not None
    assert section.entries[1].said.endswith("Appointments 6 (60%, 31–83%), before 5 of 10")


def test_who_wrote_a_line_is_named_also_above_target() -> None:
    week = inspected({"Els": ABOVE}, written={"Els": "Elke dag tien"})

    assert shown(salespeople_section(week)) == {"Els": {"Will change": "Elke dag tien"}}


def test_a_share_of_nobody_before_is_not_told() -> None:
    only_walk_ins = some(requests=3, clocks=0)
    week = inspected({"Piet": BELOW}, before={"Piet": only_walk_ins})

    assert result("Piet", week) == (
        "Called in time 4 (40%, 17–69%) · Appointments 5 (50%, 24–76%), before 0 of 3"
    )


def test_one_salespersons_sheet_has_only_his_line() -> None:
    week = inspected(
        {"Piet": BELOW}, written_before={"Els": "Elke dag tien"}, choice=Choice(owner="Piet")
    )

    assert list(shown(salespeople_section(week))) == ["Piet (below target)"]


def test_who_is_below_target_stands_before_who_is_above_it_and_wrote_a_line() -> None:
    week = inspected(
        {"Els": ABOVE, "Kim": ABOVE, "Piet": BELOW, "Zoë": BELOW},
        written={"Els": "Zo doorgaan", "Zoë": "Eerst bellen"},
        written_before={"Kim": "Elke dag tien"},
    )

    assert list(shown(salespeople_section(week))) == [
        *("Piet (below target)", "Zoë (below target)"),
        *("Els", "Kim"),
    ]


def test_where_all_reach_it_nothing_is_said() -> None:
    assert salespeople_section(inspected({"Els": ABOVE})) is None


def test_of_many_below_target_the_last_are_only_counted() -> None:
    section = salespeople_section(inspected({f"V{number:02}": BELOW for number in range(12)}))

    assert section is not None
    assert (len(section.entries), section.more) == (8, "and 4 more")
