"""Exports as LibreOffice opens them: numbers are numbers, days are days, nothing is carried out."""

import subprocess
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from assistant.core.facts import Outcome
from assistant.core.request import Channel
from assistant.desk import Desk
from assistant.desk.exports import Table
from assistant.reporting.export import Form, Watch, to_file
from assistant.store.store import Store
from tests.conftest import RULES, FakeClock, a_request
from tests.journeys.packages import command, require
from tests.store.exports.conftest import wanted_of

ACTING = ["=1+1", "+1+1", "-1+1", "@SUM(1;1)", "\t=1+1", '=cmd|"/c calc"!A1', 'a";=1+1;"b']
AS_CSV = ["--infilter=CSV:59,34,UTF8,1"]
Convert = Callable[..., dict[str, Any]]


@pytest.fixture
def database(tmp_path: Path, clock: FakeClock) -> Iterator[Path]:
    path = tmp_path / "followup.db"
    store = Store(path, clock())
    desk = Desk(store, clock, RULES, salesperson="Piet")
    lead = desk.log_contact(a_request(name="=2+3", question="\n".join(ACTING))).lead_id
    assert lead is not None
    for note in ACTING:
        desk.record(lead, Channel.CALL, Outcome.SPOKE, note=note)
    yield path
    store.close()


@pytest.fixture
def convert(database: Path, clock: FakeClock, tmp_path: Path) -> Convert:
    """Write a table, let LibreOffice open and save it, and return its columns."""
    require("services")

    def written(table: Table, form: Form, ending: str, *how: str) -> dict[str, Any]:
        path, out = tmp_path / f"export.{ending}", tmp_path / "out"
        to_file(database, wanted_of(table, clock), form, path, Watch())
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        words = ["--headless", profile, *how, "--convert-to", "ods", "--outdir", str(out)]
        subprocess.run(  # noqa: S603 - our own words
            [command("soffice"), *words, str(path)], check=True, capture_output=True, timeout=180
        )
        book = CalamineWorkbook.from_path(str(out / "export.ods"))
        headings, *rows = book.get_sheet_by_index(0).to_python()
        return dict(zip(map(str, headings), zip(*rows, strict=True), strict=True))

    return written


def test_a_workbook_has_days_numbers_and_texts(convert: Convert) -> None:
    columns = convert(Table.ATTEMPTS, Form.XLSX, "xlsx")

    assert set(columns["at"]) == {datetime(2026, 3, 2, 10)}  # noqa: DTZ001 - the wall clock
    assert set(columns["reached"]) == {1.0}
    assert set(columns["phone"]) == {"+31612345678"}
    assert set(columns["name"]) == {"=2+3"}
    assert [note.strip() for note in columns["note"]] == [note.strip() for note in ACTING]


def test_csv_has_days_numbers_and_texts(convert: Convert) -> None:
    columns = convert(Table.ATTEMPTS, Form.CSV, "csv", *AS_CSV)

    assert set(columns["at"]) == {datetime(2026, 3, 2, 10)}  # noqa: DTZ001 - the wall clock
    assert set(columns["reached"]) == {1.0}
    assert set(columns["phone"]) == {"06 12 34 56 78"}
    assert set(columns["name"]) == {"'=2+3"}
    assert [note.lstrip("'\t") for note in columns["note"]] == [note.strip() for note in ACTING]


def test_csv_keeps_the_lines_of_a_question_in_one_cell(convert: Convert) -> None:
    columns = convert(Table.LEADS, Form.CSV, "csv", *AS_CSV)

    assert [len(question.splitlines()) for question in columns["question"]] == [len(ACTING)]
    assert columns["state"] == ("open",)
