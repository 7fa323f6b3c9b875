"""``followup passive``: a list goes to the BDC, rings nowhere, and comes back when it asks."""

from pathlib import Path

from tests.cli.conftest import Followup, Mail
from tests.intake.lists.files import write_corner

LIST = (
    "Naam;Telefoon;E-mail;Toestemming\nSanne;06 12 34 56 78;;ja\nJan;0620000001;;\nEls;geen;;ja\n"
)


def listed(tmp_path: Path, content: str = LIST) -> Path:
    path = tmp_path / "vier jaar.csv"
    path.write_text(content, "utf-8")
    return path


def test_a_list_goes_to_the_bdc_and_rings_nowhere(followup: Followup, tmp_path: Path) -> None:
    printed = followup("passive", listed(tmp_path))

    assert printed.status == 1
    assert printed.out.splitlines() == [
        "2 new for the BDC, 0 known already.",
        "1 may not be called: no proof of consent.",
        "Without a number that can be called: row 4",
    ]
    assert followup("agenda", "--json").rows == []
    rows = followup("handover", "--json").rows
    assert [(row["name"], row["reason"], row["may_call"]) for row in rows] == [
        ("Jan", "passive", False),
        ("Sanne", "passive", True),
    ]
    assert "may not be called" in followup("handover").out


def test_the_same_list_again_changes_nothing(followup: Followup, tmp_path: Path) -> None:
    path = listed(tmp_path)
    first = followup("passive", "--json", path).rows
    again = followup("passive", "--json", path).rows

    assert [row["result"] for row in first] == ["new", "new", "unreadable"]
    assert [row["result"] for row in again] == ["repeat", "repeat", "unreadable"]
    assert [row["lead"] for row in first] == [row["lead"] for row in again]


def test_who_asks_comes_back_with_his_history(
    followup: Followup, mail: Mail, tmp_path: Path
) -> None:
    (sanne, *_) = followup("passive", "--json", listed(tmp_path)).rows

    asked = followup("intake", "--json", mail()).row

    assert (asked["result"], asked["lead"]) == ("joined", sanne["lead"])
    assert followup("agenda", "--json").row["step"] == "call"
    assert [row["name"] for row in followup("handover", "--json").rows] == ["Jan"]


def test_who_is_worked_already_is_left_alone(
    followup: Followup, mail: Mail, tmp_path: Path
) -> None:
    lead = followup("intake", "--json", mail()).row["lead"]
    before = followup("agenda", "--json").row

    row = followup("passive", "--json", listed(tmp_path)).rows[0]

    assert (row["result"], row["lead"]) == ("repeat", lead)
    assert followup("agenda", "--json").row == before


def test_a_rebuild_keeps_passive_leads_passive(followup: Followup, tmp_path: Path) -> None:
    followup("passive", listed(tmp_path))
    before = followup("handover", "--json").rows

    followup("rebuild")

    assert followup("handover", "--json").rows == before


def test_a_file_that_is_no_list_is_one_sentence(followup: Followup, tmp_path: Path) -> None:
    printed = followup("passive", listed(tmp_path, "a;b\n1;2\n"))

    assert printed.status == 2
    assert "no row of headings" in printed.err
    assert printed.err.count("\n") == 1


def test_a_file_that_would_end_the_program_is_one_sentence(
    followup: Followup, tmp_path: Path
) -> None:
    printed = followup("passive", write_corner(tmp_path / "corner.xlsx"))

    assert printed.status == 3
    assert printed.err == "corner.xlsx cannot be read: it is broken, or far too large.\n"


def test_a_customer_who_stands_there_twice_is_one_lead(followup: Followup, tmp_path: Path) -> None:
    path = listed(tmp_path, "Naam;Telefoon\nJan;0620000001\nJ. Vos;+31620000001\n")

    rows = followup("passive", "--json", path).rows

    assert [row["result"] for row in rows] == ["new", "repeat"]
    assert rows[0]["lead"] == rows[1]["lead"]
