"""The command export, as COMMANDS has it."""

import csv
import io
import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.store.exports import reading
from tests.cli.conftest import Followup, Mail

TABLES = ("attempts", "leads", "appointments", "requests")


@pytest.fixture
def lead(followup: Followup, mail: Mail) -> str:
    lead = followup("intake", "--json", mail()).row["lead"]
    followup("attempt", lead, "--channel", "call", "--outcome", "spoke")
    followup("agree", lead, "appointment", "--at", "2026-03-07T14:00")
    assert isinstance(lead, str)
    return lead


@pytest.mark.parametrize("table", TABLES)
def test_each_table_goes_to_standard_output(followup: Followup, lead: str, table: str) -> None:
    printed = followup("export", table, "--format", "jsonl", "-")

    assert (printed.status, printed.err) == (0, "")
    assert printed.row["lead"] == lead
    assert printed.row["name"] == "Sanne Hoekstra"


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_a_file_is_written_and_named(
    followup: Followup, lead: str, tmp_path: Path, form: str
) -> None:
    path = tmp_path / f"leads.{form}"

    printed = followup("export", "leads", "--format", form, path)

    assert (printed.status, printed.err) == (0, "")
    assert printed.out == f"1 row written to {path}.\n"
    assert lead.encode() in path.read_bytes() or form == "xlsx"


def test_the_period_and_the_pseudonyms_are_as_asked(followup: Followup, lead: str) -> None:
    def count(*more: str) -> int:
        return len(followup("export", "appointments", "--format", "jsonl", *more, "-").rows)

    assert count("--from", "2026-03-07", "--to", "2026-03-07") == 1
    assert count("--from", "2026-03-08") == count("--to", "2026-03-06") == 0
    printed = followup("export", "attempts", "--format", "csv", "--pseudonyms", "-")
    assert lead not in printed.out
    assert "Sanne" not in printed.out
    assert "customer-" in printed.out


def test_plain_csv_is_for_programs(followup: Followup, lead: str) -> None:
    out = followup("export", "leads", "--format", "csv", "--plain", "-").out

    (row,) = csv.DictReader(io.StringIO(out))
    assert (row["lead"], row["phone"]) == (lead, "+31612345678")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["leads", "--format", "csv", "--from", "9 maart", "-"], "is no day"),
        (["leads", "--format", "csv", "--from", "0001-01-01", "-"], "is too far away"),
        (
            ["leads", "--format", "csv", "--from", "2026-03-09", "--to", "2026-03-08", "-"],
            "2026-03-08 comes before 2026-03-09.",
        ),
        (["leads", "--format", "xlsx", "--plain", "-"], "--plain goes with --format csv only."),
        (["calls", "--format", "csv", "-"], "calls"),
        (["leads", "--format", "ods", "-"], "ods"),
        (["leads", "-"], "--format"),
    ],
)
def test_a_wrong_call_is_told_so(followup: Followup, arguments: list[str], said: str) -> None:
    printed = followup("export", *arguments)

    assert (printed.status, printed.out) == (2, "")
    assert said in printed.err
    assert printed.err.count("\n") == 1


def test_a_folder_that_is_not_there_is_said_in_a_sentence(
    followup: Followup, tmp_path: Path
) -> None:
    folder = tmp_path / "nergens"

    printed = followup("export", "leads", "--format", "csv", folder / "x.csv", lang="nl")

    assert (printed.status, printed.out) == (3, "")
    assert printed.err == f"Er is geen map {folder}.\n"


def program(data: Path, *arguments: str) -> list[str]:
    return [sys.executable, "main.py", "--data", str(data), "--lang", "en", "export", *arguments]


@pytest.fixture
def long(followup: Followup) -> None:
    """Make a log that fits in no pipe."""
    for _ in range(3):
        followup("log", "walk-in", "--number", "0612345678", "--question", "x" * 60_000)


@pytest.mark.usefixtures("long")
def test_a_reader_that_goes_away_is_no_error(data: Path) -> None:
    with subprocess.Popen(  # noqa: S603 - our own program
        program(data, "requests", "--format", "jsonl", "-"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        running.stdout.close()
        _, said = running.communicate(timeout=60)

    assert (running.returncode, said) == (0, b"")


@pytest.mark.usefixtures("long")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_one_that_is_ended_half_way_leaves_nothing(
    data: Path, tmp_path: Path, number: signal.Signals
) -> None:
    """The file is begun under another name; a pipe in its place holds the writing up."""
    folder = tmp_path / "out"
    folder.mkdir()
    pipe = folder / ".x.jsonl.part"
    os.mkfifo(pipe)
    command = program(data, "requests", "--format", "jsonl", str(folder / "x.jsonl"))
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running,  # noqa: S603
        pipe.open("rb"),  # which is there once the program opens the other end
    ):
        running.send_signal(number)
        out, said = running.communicate(timeout=60)

    assert (running.returncode, out, said.strip()) == (3, b"", b"Stopped.")
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("lead")
def test_one_that_is_ended_while_the_database_calls_back_is_stopped_like_any(
    followup: Followup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_number: str | None, _country: str) -> str:
        signal.raise_signal(signal.SIGINT)
        return ""

    monkeypatch.setattr(reading, "in_country", interrupted)
    folder = tmp_path / "out"
    folder.mkdir()

    printed = followup("export", "attempts", "--format", "csv", folder / "x.csv")

    assert (printed.status, printed.out, printed.err.strip()) == (3, "", "Stopped.")
    assert list(folder.iterdir()) == []


def test_no_standard_output_is_said_in_a_sentence(data: Path) -> None:
    line = shlex.join(program(data, "leads", "--format", "csv", "-"))
    done = subprocess.run(  # noqa: S603 - our own program
        ["/bin/bash", "-c", f"{line} >&-"], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (3, "There is no standard output.\n")


@pytest.mark.usefixtures("lead")
def test_standard_output_on_a_full_disk_is_said_in_a_sentence(data: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(  # noqa: S603 - our own program
            program(data, "leads", "--format", "csv", "-"),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert (done.returncode, done.stderr) == (3, b"The disk is full.\n")


def test_a_folder_is_no_target(followup: Followup, tmp_path: Path) -> None:
    printed = followup("export", "leads", "--format", "csv", tmp_path)

    assert (printed.status, printed.out) == (2, "")
    assert "is a directory" in printed.err
    assert printed.err.count("\n") == 1


def test_the_rows_of_json_are_objects_with_moments_in_utc(followup: Followup, lead: str) -> None:
    out = followup("export", "appointments", "--format", "jsonl", "-").out

    row = json.loads(out)
    assert (row["lead"], row["starts_at"]) == (lead, "2026-03-07T13:00:00.000Z")
    assert row["outcome"] == "open"
