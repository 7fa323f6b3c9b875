"""A disk that is full or may not be written: said in a sentence, and nothing is lost."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import MONDAY_TEN
from tests.journeys.customers import SANNE, customers
from tests.journeys.desktop import Desktop
from tests.journeys.disk import Disk
from tests.journeys.office import Office


@pytest.fixture
def office(desktop: Desktop, tmp_path: Path) -> Office:
    """The office, without the rule that the program may not complain: a test says so."""
    desktop.clock.set(MONDAY_TEN)
    office = Office(desktop, desktop.installation(tmp_path / "data"), always_open=False)
    office.settle_in()
    return office


@pytest.fixture
def disk(office: Office) -> Disk:
    return Disk(office.desktop, office.data)


def test_an_outcome_that_could_not_be_written_is_not_shown_as_written(
    office: Office, disk: Disk
) -> None:
    office.open(**disk.environment)
    office.arrive()
    card = office.press("Call")
    card.button("Voicemail")
    disk.run_full()

    card.press("Voicemail")

    office.main.shows("The disk is full")
    assert office.attempts() == []
    assert card.all(name="Undo") == []

    disk.make_room()
    card = office.card()
    if not card.all(name="Voicemail"):
        card.press("Call")
    card.press("Voicemail")
    card.button("Undo")
    assert office.attempts() == [("call", "voicemail")]


def test_a_full_disk_makes_no_traceback(office: Office, disk: Disk) -> None:
    program = office.open(**disk.environment)
    office.arrive()
    office.press("Call").button("Voicemail")
    disk.run_full()

    office.press("Voicemail")
    office.main.shows("The disk is full")

    assert program.complaints() == []


def test_the_card_itself_says_that_nothing_was_written(office: Office, disk: Disk) -> None:
    office.open(**disk.environment)
    office.arrive()
    card = office.press("Call")
    card.button("Voicemail")
    disk.run_full()

    card.press("Voicemail")

    card.shows("The disk is full")
    card.button("Voicemail")


def test_a_lead_that_lands_on_a_full_disk_comes_when_there_is_room(
    office: Office, disk: Disk
) -> None:
    office.open(**disk.environment)
    office.arrive()
    office.card(SANNE.name)
    (late,) = customers(1)
    disk.run_full()
    file = office.arrive(late)
    office.main.press("Unreadable")
    office.main.shows("Nothing can be written")
    assert file.exists()

    disk.make_room()

    office.card().shows("+1 waiting", within=20)
    assert {row["name"] for row in office.agenda()} == {SANNE.name, late.name}
    assert office.count("leads") == 2


def test_a_data_folder_that_may_not_be_written_is_one_sentence(day_and_night: Office) -> None:
    office = day_and_night
    program = office.open()
    office.kill(program)
    files = [*office.data.rglob("*"), office.data]
    for path in files:
        path.chmod(0o555 if path.is_dir() else 0o444)

    try:
        refused = office.followup.run_humbly()
        assert refused.wait(within=30) == 3
    finally:
        for path in files:
            path.chmod(0o755 if path.is_dir() else 0o644)

    (sentence,) = refused.output.splitlines()
    assert str(office.data) in sentence
    assert "written" in sentence


def test_the_program_starts_again_on_a_copy_of_its_folder(office: Office) -> None:
    program = office.open()
    office.arrive()
    office.miss()
    office.kill(program)
    copy = office.data.parent / "copy"
    shutil.copytree(office.data, copy)

    done = office.desktop.installation(copy).command("agenda", "--json")

    assert done.returncode == 0
    assert '"tries": 1' in done.stdout
