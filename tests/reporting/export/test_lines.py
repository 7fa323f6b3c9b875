"""CSV as Dutch Excel opens it, CSV and JSON as programs read it."""

import csv
import io
import json
from pathlib import Path

from assistant.desk.exports import Wanted
from assistant.reporting.export import Form, Watch, to_stream
from tests.reporting.export.conftest import EVIL


def written(database: Path, wanted: Wanted, form: Form) -> bytes:
    stream = io.BytesIO()
    to_stream(database, wanted, form, stream, Watch())
    return stream.getvalue()


def test_dutch_excel_gets_semicolons_a_bom_and_crlf(database: Path, attempts: Wanted) -> None:
    content = written(database, attempts, Form.CSV)

    assert content.startswith(b"\xef\xbb\xbfattempt;lead;at;channel;")
    assert content.count(b"\r\n") == content.count(b"\n") == 4
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    row = next(csv.DictReader(text, delimiter=";"))
    assert (row["at"], row["phone"]) == ("2026-03-02 10:00:00", "06 12 34 56 78")
    assert row["name"] == f"'{EVIL}"


def test_plain_csv_has_commas_and_no_bom(database: Path, attempts: Wanted) -> None:
    content = written(database, attempts, Form.PLAIN_CSV)

    assert content.startswith(b"attempt,lead,at,channel,")
    assert b"\r" not in content
    last = list(csv.DictReader(io.StringIO(content.decode())))[-1]
    assert (last["at"], last["phone"]) == ("2026-05-01 11:00:00", "+31612345678")


def test_json_has_a_line_a_row_with_the_same_names(database: Path, attempts: Wanted) -> None:
    rows = [json.loads(line) for line in written(database, attempts, Form.JSONL).splitlines()]

    assert [list(row) for row in rows] == [[column.name for column in attempts.columns]] * 3
    assert rows[0]["name"] == EVIL
