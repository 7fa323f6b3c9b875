"""A workbook as another library reads it: types, headings, and nothing that acts."""

import io
import zipfile
from datetime import datetime
from pathlib import Path
from tempfile import gettempdir

import pytest
from python_calamine import CalamineWorkbook

from assistant.desk.exports import Wanted
from assistant.reporting.export import Form, StoppedError, Watch, book, to_stream
from assistant.reporting.export.meaning import kind_in_words
from tests.reporting.export.conftest import EVIL


def written(database: Path, wanted: Wanted) -> bytes:
    stream = io.BytesIO()
    to_stream(database, wanted, Form.XLSX, stream, Watch())
    return stream.getvalue()


def opened(content: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(io.BytesIO(content))


def test_cells_have_types_and_a_formula_is_text(database: Path, attempts: Wanted) -> None:
    sheet = opened(written(database, attempts)).get_sheet_by_index(0)
    headings, first, *_ = sheet.to_python()
    row = dict(zip(headings, first, strict=True))

    assert headings == [column.name for column in attempts.columns]
    assert row["at"] == datetime(2026, 3, 2, 10)  # noqa: DTZ001 - a sheet has the wall clock
    assert (row["reached"], row["phone"]) == (0, "+31612345678")
    assert (row["name"], row["vehicle"]) == (EVIL, "X")
    assert row["note"] == " <r><a></r>"


def test_no_cell_is_a_formula_or_a_link(database: Path, attempts: Wanted) -> None:
    with zipfile.ZipFile(io.BytesIO(written(database, attempts))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml")
        names = package.namelist()

    assert b"<f>" not in sheet
    assert b"<r>" not in sheet
    assert not [name for name in names if "_rels/sheet" in name]


def test_headings_stay_and_can_be_filtered(database: Path, attempts: Wanted) -> None:
    with zipfile.ZipFile(io.BytesIO(written(database, attempts))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml")

    assert b'ySplit="1"' in sheet
    assert b'<autoFilter ref="A1:O4"/>' in sheet


def test_a_sheet_explains_every_column(database: Path, attempts: Wanted) -> None:
    rows = opened(written(database, attempts)).get_sheet_by_name("Columns").to_python()

    assert rows[1:] == [
        [column.name, column.meaning, kind_in_words(column.kind)] for column in attempts.columns
    ]


def test_rows_beyond_what_a_sheet_holds_go_on_in_the_next(
    database: Path, attempts: Wanted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book, "MOST_ROWS", 2)

    found = opened(written(database, attempts))

    assert found.sheet_names == ["attempts", "attempts 2", "Columns"]
    assert [found.get_sheet_by_index(number).height for number in (0, 1)] == [3, 2]


def test_a_text_is_cut_to_what_a_cell_holds() -> None:
    assert len(book._fitting("😀" * 20_000).encode("utf-16-le")) // 2 <= 32_767
    assert book._fitting("é" * 32_767) == "é" * 32_767


def test_one_that_is_stopped_leaves_no_scratch_file(database: Path, attempts: Wanted) -> None:
    before = set(Path(gettempdir()).glob("followup-*"))

    with pytest.raises(StoppedError):
        to_stream(database, attempts, Form.XLSX, io.BytesIO(), Watch(is_stopped=lambda: True))

    assert set(Path(gettempdir()).glob("followup-*")) <= before
