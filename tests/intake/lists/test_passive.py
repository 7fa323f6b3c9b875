"""A list of passive leads is read however it comes, and no customer in it is lost."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.errors import AssistantError
from assistant.core.request import Request
from assistant.intake.lists import (
    Columns,
    ListedRow,
    Meaning,
    PassiveList,
    Table,
    TableReading,
    guess_columns,
    listed_rows,
    read_list,
)
from assistant.intake.lists.passive import BAD_NUMBER, NO_NUMBER
from assistant.intake.lists.rows import rows_of
from assistant.intake.original import Dealer

DEALER = Dealer(
    region="NL", zone=ZoneInfo("Europe/Amsterdam"), own_numbers=frozenset({"+31201234567"})
)
HEADINGS = ["Voornaam", "Tussenvoegsel", "Achternaam", "Mobiel", "E-mailadres", "Toestemming"]
ROWS = [
    ["Jan", "de", "Vries", "06-20000001", "jan@example.com", "ja, 12-3-2026"],
    ["Zoë", "", "Côté", "+31 6 2000 0002", "", "nee"],
    ["", "", "", "", "", ""],
    ["Els", "", "Bakker", "", "", "ja"],
    ["Piet", "", "Smit", "geen", "", ""],
    ["Kim", "", "Mol", "", "kim@example.com", ""],
]


def table_of(path: Path) -> Table:
    """Read a table in this process: faster, for the files that end none."""
    content = path.read_bytes()
    return Table(path.name, path.stem, "sha256:", content, list(rows_of(content, path.name)))


def read(path: Path) -> PassiveList:
    return read_list(table_of(path), DEALER)


def usable(read_in: PassiveList) -> list[Request]:
    return [row.request for row in read_in.rows if row.request is not None]


def write_csv(path: Path, separator: str, encoding: str, rows: list[list[str]]) -> Path:
    text = "\r\n".join(separator.join(row) for row in rows) + "\r\n"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("separator", [";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text_with_separators_is_read(tmp_path: Path, separator: str, encoding: str) -> None:
    path = write_csv(tmp_path / "vier jaar.csv", separator, encoding, [HEADINGS, *ROWS])

    listed = read(path)

    jan, zoe, kim = usable(listed)
    assert (jan.name, jan.phones[0].key, jan.emails) == (
        "Jan de Vries",
        "+31620000001",
        ("jan@example.com",),
    )
    assert jan.consent == "Toestemming: ja, 12-3-2026"
    assert jan.source == "vier jaar"
    assert (zoe.name, zoe.consent) == ("Zoë Côté", "")
    assert kim.emails == ("kim@example.com",)
    refused = [(row.number, row.reason) for row in listed.rows if row.request is None]
    assert refused == [(5, NO_NUMBER), (6, BAD_NUMBER)]


def test_a_comma_and_quotes_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('Name,Phone,Car\n"Vos, Jan",0620000001,"Kia ""Rio"""\n', "utf-8")

    (jan,) = usable(read(path))

    assert (jan.name, jan.own_vehicle) == ("Vos, Jan", 'Kia "Rio"')


@pytest.mark.parametrize("number", ["612345671.0", "612345671,0", "0612345671.00"])
def test_a_number_that_a_spreadsheet_took_for_a_figure_is_read(tmp_path: Path, number: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"Naam;Telefoon\nJan;{number}\nEls;0620000001\n", "utf-8")

    jan, _ = usable(read(path))

    assert [phone.key for phone in jan.phones] == ["+31612345671"]


def test_a_spreadsheet_is_read_with_its_figures_and_dates(tmp_path: Path) -> None:
    path = tmp_path / "lijst.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("leeg")
        sheet = book.add_worksheet("klanten")
        sheet.write_row(0, 0, ["Klanten vier jaar"])
        sheet.write_row(2, 0, ["Naam", "Telefoon", "Opt-in", "Merk", "Type"])
        sheet.write_row(3, 0, ["Jan Vos", 620000001.0])
        sheet.write_datetime(3, 2, date(2026, 3, 1), book.add_format({"num_format": "d-m-yyyy"}))
        sheet.write_row(3, 3, ["Kia", "Rio"])
        sheet.write_row(4, 0, ["Els", 31620000002])

    listed = read(path)

    jan, els = usable(listed)
    assert (jan.phones[0].key, jan.own_vehicle) == ("+31620000001", "Kia Rio")
    assert jan.consent.startswith("Opt-in: 2026-03-01")
    assert els.phones[0].key == "+31620000002"
    assert [row.number for row in listed.rows] == [4, 5]


def test_two_numbers_are_both_kept_and_ours_is_not(tmp_path: Path) -> None:
    rows = [["Naam", "Telefoon", "Mobiel"], ["Jan", "020 123 4567", "06 20000001 / 06 20000002"]]

    (jan,) = usable(read(write_csv(tmp_path / "a.csv", ";", "utf-8", rows)))

    assert [phone.key for phone in jan.phones] == ["+31620000001", "+31620000002"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02",
        b"PK\x03\x04 no zip",
        b"\xd0\xcf\x11\xe0 no xls",
        b"a;b\n1;2\n",
        b'"' * 9,
    ],
)
def test_what_is_no_list_is_told_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)

    with pytest.raises(AssistantError) as refused:
        read(path)

    assert len(str(refused.value)) > 20


def test_a_file_that_is_not_there_or_too_large_is_told(tmp_path: Path) -> None:
    with pytest.raises(AssistantError, match="not there"):
        TableReading(tmp_path / "x.csv").read()
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    with pytest.raises(AssistantError, match="20 MB"):
        TableReading(large).read()


@given(st.binary(max_size=400))
def test_no_bytes_make_it_fail(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("list") / "x.csv"
    path.write_bytes(content)

    with suppress(AssistantError):
        assert read(path).columns.meaning


def rows_of_text(text: str, **changes: Meaning | None) -> list[ListedRow]:
    """Read a list with columns 0, 1, … as they are headed, or as ``c0=…`` says."""
    table = Table("a.csv", "a", "sha256:", b"", list(rows_of(text.encode(), "a.csv")))
    columns = guess_columns(table.rows)
    for place, meaning in changes.items():
        columns = columns.changed(int(place[1:]), meaning)
    return [row for row in listed_rows(table, columns, DEALER) if row is not None]


def test_a_customer_who_stands_there_twice_is_named_with_his_first_row() -> None:
    jan, els, again, by_mail = rows_of_text(
        "Naam;Mobiel;E-mail\nJan;0620000001;\nEls;0620000002;els@example.com\n"
        "\nJ. Vos;+31 6 2000 0001;jan@example.com\nElsje;;ELS@example.com\n"
    )

    assert (jan.double_of, els.double_of) == (0, 0)
    assert (again.number, again.double_of) == (5, 2)
    assert by_mail.double_of == 3


def test_another_meaning_of_a_column_reads_it_otherwise() -> None:
    text = "Naam;Contact;Notitie\nJan;0620000001;jan@example.com\n"

    (before,) = rows_of_text(text, c1=None, c2=None)
    (after,) = rows_of_text(text, c0=Meaning.FIRST_NAME, c1=Meaning.PHONE, c2=Meaning.QUESTION)

    assert (before.request, before.reason) == (None, NO_NUMBER)
    assert after.request is not None
    assert after.request.phones[0].key == "+31620000001"
    assert (after.request.name, after.request.question) == ("Jan", "jan@example.com")


@pytest.mark.parametrize("said", ["nee", "Nee, 12-3-2026", "NO", "geen toestemming", "-", "0"])
@pytest.mark.parametrize("heading", ["Toestemming", "Toestemming: bellen"])
def test_what_is_no_consent_proves_none(heading: str, said: str) -> None:
    (jan,) = rows_of_text(f"Naam;Mobiel;{heading}\nJan;0620000001;{said}\n", c2=Meaning.CONSENT)

    assert jan.request is not None
    assert jan.request.consent == ""


def test_a_cell_of_spaces_is_an_empty_one() -> None:
    table = Table("a", "a", "", b"", [["Mobiel", "Toestemming"], ["0620000001", " \r"]])
    columns = Columns(0, {0: Meaning.PHONE, 1: Meaning.CONSENT}, ())

    (jan,) = listed_rows(table, columns, DEALER)

    assert jan is not None
    assert jan.request is not None
    assert jan.request.consent == ""


@given(st.lists(st.lists(st.text(max_size=20), max_size=5), max_size=12), st.data())
def test_no_columns_make_a_list_fail_or_lose_a_number(
    rows: list[list[str]], data: st.DataObject
) -> None:
    table = Table("a", "a", "", b"", [*rows, ["0620000001"]])
    columns = Columns(-1, {0: Meaning.PHONE}, ())
    for place in range(1, 5):
        columns = columns.changed(place, data.draw(st.none() | st.sampled_from(Meaning)))

    last = list(listed_rows(table, columns, DEALER))[-1]

    assert last is not None
    assert last.request is not None
    assert last.request.phones[0].key == "+31620000001"
