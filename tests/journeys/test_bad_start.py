"""What the program starts on may be broken: one sentence, nothing touched, no traceback."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.journeys.office import MAIN, Office
from tests.journeys.processes import run
from tests.journeys.program import Installation

COULD_NOT = 3


def refused(followup: Installation, **environment: str) -> str:
    """Start the program in vain; return the one sentence it says."""
    program = followup.run(**environment)
    assert program.wait(within=30) == COULD_NOT
    (sentence,) = program.output.splitlines()
    assert "Traceback" not in sentence
    return sentence


def lead_file(office: Office) -> Path:
    return office.data / "followup.db"


def test_a_typo_in_the_settings_is_named_by_line_and_key_and_the_program_runs(
    office: Office,
) -> None:
    settings = office.data / "settings.toml"
    text = settings.read_text(encoding="utf-8").replace("busy_minutes = 10", "busy_minutes = ten")
    settings.write_text(text, encoding="utf-8")
    line = 1 + text[: text.index("busy_minutes")].count("\n")

    office.open()

    banner = office.main.shows(f"Line {line} of ")
    assert "busy_minutes" in banner
    office.arrive()
    office.card("0 of 5 tries")
    assert settings.read_text(encoding="utf-8") == text


def test_an_unknown_key_is_named_too(office: Office) -> None:
    office.set("desk", colour="red")

    office.open()

    assert "desk.colour" in office.main.shows("Line ")


@pytest.mark.parametrize("rubbish", [b"this is no database " * 400, b"\0" * 8192])
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(
    office: Office, rubbish: bytes
) -> None:
    file = lead_file(office)
    file.write_bytes(rubbish)

    sentence = refused(office.followup)

    assert str(file) in sentence
    assert file.read_bytes() == rubbish
    assert office.desktop.screen.frames() == []


def test_a_database_of_a_newer_version_is_refused_and_left_as_it_is(office: Office) -> None:
    with closing(sqlite3.connect(lead_file(office))) as connection:
        connection.execute("pragma journal_mode = delete")
        connection.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at)"
            " values ('assistant', 'm9999_of_next_year', '2027-01-01')"
        )
        connection.commit()
    before = office.query("select * from _sqlite_migrations")

    sentence = refused(office.followup)

    assert "newer version" in sentence
    assert office.query("select * from _sqlite_migrations") == before


def test_without_a_screen_it_says_so(office: Office) -> None:
    environment = office.desktop.environment()
    del environment["DISPLAY"]

    done = run([sys.executable, "main.py", "--data", str(office.data), "run"], environment)

    assert done.returncode == COULD_NOT
    assert done.stdout == ""
    (sentence,) = done.stderr.splitlines()
    assert sentence.startswith("There is no screen")


def test_a_screen_that_does_not_answer_is_one_sentence_too(office: Office) -> None:
    sentence = refused(office.desktop.installation(office.data), DISPLAY=":63999")

    assert "screen" in sentence


def test_a_data_folder_that_is_a_file_is_one_sentence(office: Office) -> None:
    file = office.data.parent / "file"
    file.write_text("mine", encoding="utf-8")

    done = office.desktop.installation(file).command("run")

    assert done.returncode != 0
    assert len(done.stderr.splitlines()) == 1
    assert file.read_text(encoding="utf-8") == "mine"
    assert not [frame for frame in office.desktop.screen.frames() if frame.title == MAIN]
