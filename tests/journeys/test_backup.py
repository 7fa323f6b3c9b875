"""A backup while the app runs, back again when it is quit, and both where there is no room."""

from pathlib import Path

from tests.journeys.customers import SANNE, customers
from tests.journeys.disk import Disk
from tests.journeys.office import Office


def test_the_app_comes_back_with_what_it_knew_when_the_backup_was_made(
    office: Office, tmp_path: Path
) -> None:
    file = tmp_path / "backup.db"
    program = office.open()
    office.arrive()
    office.miss()
    assert office.followup.command("backup", str(file)).returncode == 0
    (late,) = customers(1)
    office.arrive(late)
    office.card(late.name)

    beside = office.followup.command("restore", str(file))

    assert beside.returncode == 3
    assert beside.stderr == "The app is running: quit it (Ctrl+Q) and restore then.\n"
    assert office.count("leads") == 2

    office.kill(program)
    assert office.followup.command("restore", str(file)).returncode == 0
    office.open()

    assert [row["name"] for row in office.agenda()] == [SANNE.name]
    assert office.attempts() == [("call", "no_answer")]
    assert office.count("leads") == 1
    office.main.shows(SANNE.name)


def test_where_there_is_no_room_a_sentence_says_so_and_all_is_as_it_was(
    office: Office, tmp_path: Path
) -> None:
    office.arrive()
    office.followup.command("intake", str(office.inbox))
    place, elsewhere = tmp_path / "stick", tmp_path / "elsewhere.db"
    place.mkdir()
    full, own = Disk(office.desktop, place), Disk(office.desktop, office.data)
    assert office.followup.command("backup", str(elsewhere)).returncode == 0
    full.run_full()

    backup = office.followup.command("backup", str(place), **full.environment)
    restore = office.followup.command("restore", str(elsewhere), **own.environment)

    for refused in (backup, restore):
        assert (refused.returncode, refused.stdout) == (3, "")
        assert refused.stderr.startswith("The disk is full: nothing can be written to ")
        assert refused.stderr.count("\n") == 1
    assert list(place.iterdir()) == []
    assert not list(office.data.glob("*restor*"))
    full.make_room()
    assert [row["name"] for row in office.agenda()] == [SANNE.name]
    assert office.followup.command("restore", str(elsewhere)).returncode == 0
