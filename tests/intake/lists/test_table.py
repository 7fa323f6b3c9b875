"""Files of lists: each kind is read, and none of them ends the program or keeps it."""

import threading
from contextlib import suppress
from pathlib import Path

import pytest

from assistant.core.errors import AssistantError
from assistant.intake.lists import TableReading, is_list
from assistant.intake.lists.apart import ReadingApart
from assistant.intake.lists.rows import MOST_ROWS, rows_of
from tests.intake.lists.files import (
    EMPTY_ROWS,
    KLANTEN_XLS,
    write_corner,
    write_ods,
    write_xlsx,
)

HEADINGS = ["Naam", "Telefoon"]
JAN = ["Jan Vos", "0620000001"]


def read(path: Path) -> list[list[str]]:
    return list(TableReading(path).read().rows)


def refusal(path: Path) -> str:
    with pytest.raises(AssistantError) as refused:
        TableReading(path).read()
    return str(refused.value)


def test_an_xlsx_keeps_its_row_numbers_and_loses_its_points(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "a.xlsx", [], [], [*HEADINGS], ["Jan", 620000001.0, True], [])

    assert read(path) == [[], [], HEADINGS, ["Jan", "620000001", "ja"]]


def test_an_xls_is_read() -> None:
    table = TableReading(KLANTEN_XLS).read()

    assert list(table.rows) == [
        ["Klant", "Mobiel", "Merk", "Type", "Mag gebeld worden"],
        ["Jan Vos", "620000001", "Kia", "Rio", "2026-03-01"],
        ["Zoë Côté", "06-20000002", "Opel", "Corsa", "nee"],
    ]
    assert (table.name, table.source) == ("klanten.xls", "klanten")
    assert table.content == KLANTEN_XLS.read_bytes()


def test_an_ods_is_read_without_its_million_empty_rows(tmp_path: Path) -> None:
    assert read(write_ods(tmp_path / "a.ods", HEADINGS, JAN, below=EMPTY_ROWS)) == [HEADINGS, JAN]


def test_empty_rows_under_a_csv_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Naam;Telefoon\n\nJan Vos;0620000001\n" + ";\n" * (2 * MOST_ROWS))

    assert read(path) == [HEADINGS, [], JAN]


def test_a_spreadsheet_that_asks_for_all_memory_is_refused(tmp_path: Path) -> None:
    said = refusal(write_corner(tmp_path / "corner.xlsx"))

    assert said == "corner.xlsx cannot be read: it is broken, or far too large."


def test_a_file_that_takes_too_long_is_refused() -> None:
    with pytest.raises(AssistantError, match=r"a\.csv takes too long to read"):
        list(ReadingApart(b"a;b\n", "a.csv", longest_s=0).rows())


def test_a_reading_that_is_stopped_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Naam;Telefoon\n" * MOST_ROWS)
    reading = TableReading(path)

    def read_on() -> None:
        with suppress(AssistantError):
            reading.read()

    thread = threading.Thread(target=read_on)
    thread.start()

    reading.stop()

    thread.join(20)
    assert not thread.is_alive()


def test_a_password_is_named(tmp_path: Path) -> None:
    ods = write_ods(tmp_path / "a.ods", HEADINGS, JAN, locked=True)
    xlsx = tmp_path / "a.xlsx"
    xlsx.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(500) + "EncryptedPackage".encode("utf-16-le"))
    xls = tmp_path / "a.xls"
    xls.write_bytes(b"\xd0\xcf\x11\xe0" + b"\x09\x08\x10\x00" + bytes(16) + b"\x2f\x00\x36\x00")

    for path in (ods, xlsx, xls):
        assert "protected with a password" in refusal(path)


def test_a_list_that_is_too_long_or_empty_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a;b\n" * (MOST_ROWS + 1))
    assert "more than 100,000 rows" in refusal(path)
    path.write_text("\n;;\n")
    assert refusal(path) == "There is no row in a.csv."


def test_text_that_a_few_bytes_repeat_is_bounded() -> None:
    content = ("a;" + "b" * 2_000 + "\n").encode() * 30_000

    with pytest.raises(AssistantError, match="too much text"):
        list(rows_of(content, "a.csv"))


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.xlsx", b"PK\x03\x04", True),
        ("a.XLS", b"\xd0\xcf\x11\xe0", True),
        ("a.csv", "Naam;Telefoon\nZoë;0620000001\n".encode("cp1252"), True),
        ("a.csv", b"Naam: Jan\nTelefoon: 0620000001\n", False),
        ("a.csv", b'"' + b"x" * 200_000, False),
        ("a.txt", b"Naam;Telefoon\nJan;0620000001\n", False),
        ("a.ods", b"", False),
    ],
)
def test_a_list_is_told_from_a_message(
    tmp_path: Path, name: str, content: bytes, *, expected: bool
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    assert is_list(path) is expected


def test_what_is_not_there_is_no_list(tmp_path: Path) -> None:
    assert not is_list(tmp_path / "a.csv")
