"""The leads where the process broke."""

from assistant.core.figures import Broken
from assistant.reporting.sheet.broken import broken_section
from tests.conftest import MONDAY_TEN
from tests.reporting.sheet.examples import DEALER, broken_leads


def test_two_hundred_broken_leads_are_counted_and_some_of_each_rule_are_named() -> None:
    broken = [
        *broken_leads(Broken.NOT_IN_TIME, 150),
        *broken_leads(Broken.PROMPT_IGNORED, 49),
        *broken_leads(Broken.NO_NEXT_STEP, 1),
    ]

    section = broken_section(broken, DEALER, MONDAY_TEN)

    assert section.table is not None
    assert section.heading == "Where the process broke: 200"
    assert [row[0] for row in section.table.rows if row[0]] == [
        "Not called in time",
        "Prompt ignored for more than a day",
        "No next step after the conversation",
    ]
    assert len(section.table.rows) == 20
    assert section.more == (
        "and 180 more (Not called in time: 140; Prompt ignored for more than a day: 40)"
    )


def test_a_lead_is_named_with_whose_it_is_and_since_when() -> None:
    (row,) = _rows("Sanne", 1)

    assert row == ("Not called in time", "Sanne 0", "Piet", "Fri 27 Feb 10:00", "1")


def test_who_has_no_name_stands_with_his_number_as_people_write_it() -> None:
    assert _rows("", 1)[0][1] == "06 12 34 56 78"


def _rows(name: str, count: int) -> tuple[tuple[str, ...], ...]:
    section = broken_section(broken_leads(Broken.NOT_IN_TIME, count, name=name), DEALER, MONDAY_TEN)
    assert section.table is not None
    return section.table.rows
