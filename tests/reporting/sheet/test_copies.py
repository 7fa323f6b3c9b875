"""What a sheet and a script hear of the copies that were read."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from assistant.core.errors import CouldNotError
from assistant.desk.union import Copy
from assistant.reporting.sheet.copies import LETTERS, rows_of_copies, told_of
from assistant.reporting.sheet.page import as_html
from assistant.reporting.sheet.paper import Sheet
from tests.conftest import MONDAY_TEN


def a_copy(name: str, hours: int) -> Copy:
    newest = MONDAY_TEN - timedelta(hours=hours)
    return Copy(
        path=Path(f"{name}.db"),
        desk=name,
        salespeople=(name,),
        newest=newest,
        old_from=newest + timedelta(days=1),
    )


BROKEN = Copy(
    path=Path("jan.db"),
    problem=CouldNotError("The folder {path} cannot be read.", path=Path("jan.db")),
)


def test_the_line_of_a_sheet_names_first_what_cannot_be_read_and_then_the_oldest() -> None:
    said = told_of([a_copy("Els", 2), BROKEN, a_copy("Kim", 50)], MONDAY_TEN)

    assert said == (
        "With colleagues' copies: The folder jan.db cannot be read."
        " · Kim: up to 2 days ago, ask for a newer copy (Kim.db)"
        " · Els: up to 2 h ago (Els.db)"
    )
    assert told_of([], MONDAY_TEN) == ""


def test_of_many_copies_the_freshest_are_only_counted() -> None:
    copies = [a_copy(f"Els {number}", number) for number in range(1, 21)]

    said = told_of(copies, MONDAY_TEN)
    named = said.split(" · ")

    assert len(named) > 5
    assert named[-1] == f"and {21 - len(named)} more"
    assert named[0] == "With colleagues' copies: Els 20: up to 20 h ago (Els 20.db)"
    assert len(said) < LETTERS + 50


def test_of_many_salespeople_in_one_copy_some_are_counted() -> None:
    copy = replace(a_copy("Els", 2), salespeople=("Els", "Kim", "Piet", "Jan"))

    assert told_of([copy], MONDAY_TEN).endswith(": Els, Kim, and 2 more: up to 2 h ago (Els.db)")


def test_a_copy_is_called_after_its_folder_or_its_file() -> None:
    folder = replace(a_copy("Els", 2), path=Path("/server/copies/els/followup.db"))
    backup = replace(a_copy("Els", 2), path=Path("/server/copies/monday.db"))

    assert told_of([folder], MONDAY_TEN).endswith("(els)")
    assert told_of([backup], MONDAY_TEN).endswith("(monday.db)")


def test_a_salespersons_name_is_text_on_the_page() -> None:
    told = told_of([a_copy("<b>Els</b>", 2)], MONDAY_TEN)

    page = as_html(Sheet(title="", told="", sections=(), copies=told))

    assert "&lt;b&gt;Els&lt;/b&gt;: up to 2 h ago" in page


def test_a_row_says_whose_copy_it_is_how_old_and_what_is_wrong() -> None:
    old, broken = rows_of_copies([a_copy("Els", 25), BROKEN], MONDAY_TEN)

    assert (old["desk"], old["salespeople"], old["old"]) == ("Els", ("Els",), True)
    assert (old["newest"], old["problem"]) == (MONDAY_TEN - timedelta(hours=25), None)
    assert (broken["old"], broken["problem"]) == (False, "The folder jan.db cannot be read.")
    assert broken["path"] == "jan.db"
