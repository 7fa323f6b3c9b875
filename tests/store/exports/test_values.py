"""Whatever a stranger wrote comes back as he wrote it, and is never a formula."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from assistant.store.exports.columns import Column, Kind
from assistant.store.exports.local_time import LocalTime
from assistant.store.exports.values import Style, Writer, in_country
from tests.conftest import AMSTERDAM

TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
ACTS = ("=", "+", "-", "@", "\t", "\r", "\n")
LOCAL = LocalTime(AMSTERDAM)


def written(style: Style, kind: Kind, *values: Any) -> bytes:
    columns = [(Column(f"c{at}", kind, f"?{at}", ""), f"?{at}") for at in range(1, len(values) + 1)]
    with closing(sqlite3.connect(":memory:")) as db:
        db.create_function("national", 1, lambda number: in_country(number, "NL"))
        db.text_factory = bytes
        (line,) = db.execute(
            f"select {Writer(style, LOCAL).line(columns, None)}", values
        ).fetchone()
        assert isinstance(line, bytes)
        return line


def read(line: bytes, delimiter: str) -> list[str]:
    (row,) = csv.reader(io.StringIO(line.decode(), newline=""), delimiter=delimiter)
    return row


@pytest.mark.parametrize(("style", "delimiter"), [(Style.EXCEL, ";"), (Style.PLAIN, ",")])
@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.PROSE])
@given(TEXTS)
@example('=cmd|"/c calc"!A1')
@example("a;b,c\r\n=1+1")
@example("")
def test_a_text_comes_back_and_acts_never(
    style: Style, delimiter: str, kind: Kind, text: str
) -> None:
    first, second = read(written(style, kind, text, "x"), delimiter)

    assert second == "x"
    assert first == (f"'{text}" if text.startswith(ACTS) else text)
    assert not first.startswith(ACTS)


@given(TEXTS)
def test_a_text_comes_back_from_json_and_an_empty_one_is_nothing(text: str) -> None:
    assert json.loads(written(Style.JSON, Kind.TEXT, text)) == {"c1": text or None}


@pytest.mark.parametrize(
    ("number", "excel", "plain"),
    [
        ("+31612345678", "06 12 34 56 78", "+31612345678"),
        ("+31201234567;ext=12", "020 123 4567 (12)", "+31201234567"),
        ("+4930901820", "0049 30 901820", "+4930901820"),
        ("3939993922", "3939993922", "3939993922"),
        ("=1+1", "'=1+1", "'=1+1"),
        ("+1+cmd", "001+cmd", "'+1+cmd"),
        ("", "", ""),
    ],
)
def test_a_number_is_text_that_no_sheet_reckons_with(number: str, excel: str, plain: str) -> None:
    assert read(written(Style.EXCEL, Kind.PHONE, number, None), ";") == [excel, ""]
    assert read(written(Style.PLAIN, Kind.PHONE, number, None), ",") == [plain, ""]


def test_a_long_text_does_not_tear_a_row_of_excel_apart() -> None:
    text = "é" * 40_000

    assert len(read(written(Style.EXCEL, Kind.PROSE, text), ";")[0]) == 16_000
    assert read(written(Style.PLAIN, Kind.PROSE, text), ",") == [text]
    assert json.loads(written(Style.JSON, Kind.PROSE, text)) == {"c1": text}


def test_nothing_is_nothing_in_every_style() -> None:
    kinds = [kind for kind in Kind if kind is not Kind.FLAG]
    for kind in kinds:
        assert read(written(Style.EXCEL, kind, None, None), ";") == ["", ""]
        assert json.loads(written(Style.JSON, kind, None)) == {"c1": None}
