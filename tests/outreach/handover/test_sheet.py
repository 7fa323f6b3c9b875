"""The sheet of hand-overs: as Dutch Excel opens it, and without a formula."""

import csv

import pytest

from assistant.outreach.handover.sheet import sheet
from tests.conftest import MOBILE
from tests.outreach.handover.cases import HOSTILE, a_case, a_passive_case


def rows(content: bytes) -> list[dict[str, str]]:
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(text.splitlines(keepends=True), delimiter=";"))


def test_a_sheet_has_a_bom_semicolons_and_dutch_line_ends() -> None:
    content = sheet([a_case(), a_case()])

    assert content.startswith(b"\xef\xbb\xbfLead;For;Why;")
    assert content.count(b"\r\n") == 3
    assert content.endswith(b"\r\n")


def test_a_row_has_what_one_needs_to_call() -> None:
    (row,) = rows(sheet([a_case(to="Els", note="Na vijven", phones=(MOBILE,))]))

    assert row["Name"] == "Sanne Hoekstra"
    assert row["Number"] == "06 12 34 56 78"
    assert (row["For"], row["Why"], row["Since"]) == ("Els", "Escalation", "02-03-2026 10:05")
    assert (row["Salesperson"], row["Note"], row["May be called"]) == ("Piet", "Na vijven", "yes")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    content = sheet([a_case(name=f"{start}1+1", question=f"{start}cmd|' /C calc'!A0")])

    (row,) = rows(content)
    assert row["Name"][0] == row["Question"][0] == "'"


def test_strangers_words_stay_in_their_cell() -> None:
    (row,) = rows(sheet([a_case(name=f"{HOSTILE};x", question='"; "y')]))

    assert row["Question"] == '"; "y'
    assert row["Name"].endswith(";x")


def test_the_number_of_who_may_not_be_called_is_left_out() -> None:
    (row,) = rows(sheet([a_case(may_call=False)]))

    assert (row["Number"], row["May be called"]) == ("", "no")


def test_a_row_says_what_a_passive_lead_drives() -> None:
    (row,) = rows(sheet([a_passive_case(own_vehicle="Toyota Yaris")]))

    assert (row["Drives"], row["Car"], row["Number plate"]) == ("Toyota Yaris · AB-12-CD", "", "")
