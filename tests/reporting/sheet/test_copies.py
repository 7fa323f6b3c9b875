"""What a sheet and a script hear of the copies that were read."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from assistant.core.errors import CouldNotError
from assistant.desk.union import Copy
from assistant.reporting.sheet.copies import LETTERS, NO_COPIES, rows_of_copies, told_of
from assistant.reporting.sheet.page import as_html
from assistant.reporting.sheet.paper import Sheet
from tests.conftest import MONDAY_TEN
from tests.reporting.sheet.examples import LONG_NAME


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


def line_of(*copies: Copy) -> str:
    return told_of(copies, MONDAY_TEN).line


def each_of(*copies: Copy) -> list[str]:
    said = told_of(copies, MONDAY_TEN).each.replace("\u00a0", " ")
    return said.removeprefix("How old each copy is: ").split(" · ")


def test_the_line_of_a_sheet_names_first_what_cannot_be_read_and_then_the_oldest() -> None:
    told = told_of([a_copy("Els", 2), BROKEN, a_copy("Kim", 50)], MONDAY_TEN)

    assert told.line == (
        "With colleagues' copies: The folder jan.db cannot be read."
        " · Kim: up to 2 days ago, ask for a newer copy (Kim.db)"
        " · Els: up to 2 h ago (Els.db)"
    )
    assert told.each == ""
    assert told_of([], MONDAY_TEN) == NO_COPIES


def test_where_the_line_has_no_room_for_all_each_is_told_of_at_the_end() -> None:
    copies = [a_copy(f"Els {number}", number + 10) for number in range(1, 20)]

    named = line_of(BROKEN, *copies).split(" · ")
    each = each_of(BROKEN, *copies)

    assert len(named) > 4
    assert named[-1] == f"and {21 - len(named)} more, see the end"
    assert named[1] == "Els 19: up to 29 h ago, ask for a newer copy (Els 19.db)"
    assert len(line_of(BROKEN, *copies)) < LETTERS + 50
    assert each[:2] == ["jan.db cannot be read", "Els 19 (Els 19.db) 29 h, old"]
    assert (len(each), each[-1]) == (20, "Els 1 (Els 1.db) 11 h")


def test_of_very_many_copies_the_freshest_are_only_counted() -> None:
    each = each_of(*(a_copy(f"{LONG_NAME} {number}", number) for number in range(60)))

    assert 20 < len(each) < 60
    assert each[-1] == f"and {61 - len(each)} more"
    assert each[0] == "Maximiliaan-Alexa… (Maximiliaan-Alexa…) 2 days, old"


def test_who_wrote_nothing_down_yet_has_an_empty_copy() -> None:
    empty = replace(a_copy("Kim", 1), newest=None, old_from=None)
    nobody = replace(a_copy("Jan", 1), salespeople=())

    each = each_of(empty, nobody, *(a_copy(f"Els {number}", number) for number in range(20)))

    assert "Kim (Kim.db) empty" in each
    assert "Jan (Jan.db) 1 h" in each


def test_of_many_salespeople_in_one_copy_some_are_counted() -> None:
    copy = replace(a_copy("Els", 2), salespeople=("Els", "Kim", "Piet", "Jan"))

    assert line_of(copy).endswith(": Els, Kim, and 2 more: up to 2 h ago (Els.db)")


def test_a_copy_is_called_after_its_folder_or_its_file() -> None:
    folder = replace(a_copy("Els", 2), path=Path("/server/copies/els/followup.db"))
    backup = replace(a_copy("Els", 2), path=Path("/server/copies/monday.db"))

    assert line_of(folder).endswith("(els)")
    assert line_of(backup).endswith("(monday.db)")


def test_a_salespersons_name_is_text_on_the_page() -> None:
    line = line_of(a_copy("<b>Els</b>", 2))

    page = as_html(Sheet(title="", told="", sections=(), copies=line))

    assert "&lt;b&gt;Els&lt;/b&gt;: up to 2 h ago" in page


def test_a_row_says_whose_copy_it_is_how_old_and_what_is_wrong() -> None:
    old, broken = rows_of_copies([a_copy("Els", 25), BROKEN], MONDAY_TEN)

    assert (old["desk"], old["salespeople"], old["old"]) == ("Els", ("Els",), True)
    assert (old["newest"], old["problem"]) == (MONDAY_TEN - timedelta(hours=25), None)
    assert (broken["old"], broken["problem"]) == (False, "The folder jan.db cannot be read.")
    assert broken["path"] == "jan.db"
