"""Odd bytes, closed streams and readers that leave: nothing is lost and no traceback shown."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Followup, Mail, Printed

CHECKOUT = Path(__file__).parents[2]


def shell(line: str, data: Path) -> "subprocess.CompletedProcess[str]":
    """Run a line of shell in which ``$F`` is the program."""
    program = f"{sys.executable} main.py --lang en --data {data}"
    return subprocess.run(  # noqa: S603 - our own words
        ["/bin/bash", "-c", f"set -o pipefail; F='{program}'; {line}"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )


def leads(followup: Followup) -> list[str]:
    return [row["name"] for row in followup("agenda", "--json").rows]


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_a_missed_call_is_taken_in_with_closed_streams(
    followup: Followup, data: Path, closed: str
) -> None:
    done = shell(f"$F missed-call 0612345671 {closed}", data)

    assert done.returncode == 0
    assert done.stderr == ""
    assert len(followup("agenda", "--json").rows) == 1


def test_a_reader_that_leaves_does_not_cut_the_work_short(
    followup: Followup, mail: Mail, data: Path, tmp_path: Path
) -> None:
    for number in range(300):
        mail(f"Klant {number}", f"klant{number}@example.com", f"06{20_000_000 + number}")

    done = shell(f"$F intake {tmp_path}/*.eml | true", data)

    assert done.returncode == 0
    assert done.stderr == ""
    assert len(leads(followup)) == 300


def test_a_name_in_another_encoding_does_not_block_the_folder(
    followup: Followup, data: Path
) -> None:
    done = shell("$F missed-call 0612345671 --name $'Ren\\xe9'", data)

    assert done.returncode == 0
    assert leads(followup) == ["Ren\N{REPLACEMENT CHARACTER}"]


def test_a_file_name_in_another_encoding_does_not_stop_the_intake(
    followup: Followup, mail: Mail, tmp_path: Path
) -> None:
    odd = os.fsencode(tmp_path) + b"/bad\xff.eml"
    mail().rename(os.fsdecode(odd))
    mail("Jan Vos", "jan@example.com", "0620000001")

    printed: Printed = followup("intake", "--json", *tmp_path.glob("*.eml"))

    assert {row["result"] for row in printed.rows} == {"new"}
    assert set(leads(followup)) == {"Sanne Hoekstra", "Jan Vos"}
    assert [row["result"] for row in followup("intake", "--json", os.fsdecode(odd)).rows] == [
        "repeat"
    ]
