"""Files that are no lead: a clear sentence, nothing lost, and the next lead is not held up."""

import os
from pathlib import Path

import pytest

from tests.journeys.customers import SANNE, customers
from tests.journeys.office import Office
from tests.journeys.window import Window

LARGE = 50 * 1024 * 1024


@pytest.fixture
def running(day_and_night: Office) -> Office:
    """The running program; files have true ages here, so that one may stand still."""
    day_and_night.open()
    return day_and_night


def is_put_away(office: Office, file: Path) -> None:
    office.desktop.screen.patience.until(
        (office.inbox / "done" / file.name).exists, f"{file.name} in done/", within=20
    )


def unreadable(office: Office) -> Window:
    """Open the page of what could not be read."""
    office.main.press("Unreadable")
    return office.main


def results(office: Office) -> list[tuple[str, str]]:
    rows = office.query("select name, result from messages order by name")
    return [(str(name), str(result)) for name, result in rows]


def test_files_that_are_no_lead_are_kept_and_shown_with_the_reason(running: Office) -> None:
    office = running
    picture, nobody, empty = (
        office.land("picture.xml", bytes(range(256)) * 40),
        office.land("nobody.txt", "Hello, is the car still there? Regards"),
        office.land("empty.xml", b""),
    )
    for file in (picture, nobody, empty):
        is_put_away(office, file)

    page = unreadable(office)
    page.shows("3 messages")
    for words in ("picture.xml", "nobody.txt", "empty.xml", "The message is empty."):
        page.shows(words)
    assert {result for _, result in results(office)} == {"unreadable"}
    assert office.agenda() == []
    office.stays_quiet()


def test_an_unreadable_message_is_made_a_lead_by_hand(running: Office) -> None:
    office = running
    is_put_away(office, office.land("note.txt", "bel mij op 06 2000 12345678 over de Golf"))
    page = unreadable(office)
    page.shows("note.txt")

    page.press("Make a lead of it")

    page.field("Number").write("0620001234")
    page.press("Save")
    page.shows("Saved: 06 20 00 12 34, new lead")
    office.card("06 20 00 12 34")


def test_a_half_written_file_is_taken_when_it_is_whole(running: Office) -> None:
    office = running
    half = len(SANNE.adf) // 2
    path = office.inbox / "slow.xml"
    path.write_text(SANNE.adf[:half], encoding="utf-8")
    office.desktop.screen.patience.always(path.exists, "the half-written file is left alone", 1.0)
    assert office.count("messages") == 0

    with path.open("a", encoding="utf-8") as file:
        file.write(SANNE.adf[half:])

    office.card(SANNE.name).shows(SANNE.question)
    is_put_away(office, path)
    assert results(office) == [("slow.xml", "lead")]


def test_a_file_of_fifty_megabytes_does_not_hold_up_the_next_lead(running: Office) -> None:
    office = running
    office.land("large.xml", SANNE.adf.encode() + b" " * LARGE)
    last = customers(1)[0]
    office.arrive(last)

    office.card("+1 waiting")
    is_put_away(office, office.inbox / "large.xml")
    assert {row["name"] for row in office.agenda()} == {SANNE.name, last.name}
    ((size,),) = office.query("select length(content) from messages where name = 'large.xml'")
    assert size == 1024 * 1024


def test_a_circle_of_links_and_a_folder_are_named_on_the_screen(running: Office) -> None:
    office = running
    (office.inbox / "circle.xml").symlink_to(office.inbox / "circle.xml")
    (office.inbox / "folder.xml").mkdir()
    office.arrive()

    office.card(SANNE.name)
    page = unreadable(office)
    page.shows("circle.xml")
    page.shows("folder.xml")
    assert office.count("leads") == 1
    assert (office.inbox / "folder.xml").is_dir()


def test_a_folder_that_lands_while_nothing_else_happens_is_named_within_seconds(
    running: Office,
) -> None:
    office = running
    page = unreadable(office)
    page.shows("Everything that came in was understood.")

    (office.inbox / "folder.xml").mkdir()

    page.shows("folder.xml")


def test_a_file_that_may_not_be_read_is_named_and_taken_once_it_may(
    day_and_night: Office,
) -> None:
    office = day_and_night
    office.followup.run_humbly()
    office.is_open()
    file = office.inbox / "secret.xml"
    file.touch(mode=0)
    unreadable(office).shows("secret.xml", within=20)

    file.chmod(0o600)
    file.write_text(SANNE.adf, encoding="utf-8")

    office.card(SANNE.name)
    office.main.lacks("secret.xml", within=20)


def test_a_pipe_in_the_folder_does_not_hold_up_the_next_lead(running: Office) -> None:
    office = running
    os.mkfifo(office.inbox / "0-pipe.xml")
    office.arrive()

    office.card(SANNE.name)
    unreadable(office).shows("0-pipe.xml", within=20)


def test_the_same_file_twice_is_one_lead(running: Office) -> None:
    office = running
    is_put_away(office, office.arrive())
    again = office.inbox / "1.xml"
    again.write_text(SANNE.adf, encoding="utf-8")

    office.desktop.screen.patience.until(
        (office.inbox / "done" / "1-1.xml").exists, "the second file in done/"
    )
    assert office.count("leads") == 1
    assert len(office.cards()) == 1


def test_a_file_from_a_computer_whose_clock_is_ahead_is_taken(running: Office) -> None:
    office = running
    file = office.inbox / "ahead.txt"
    file.write_text("Naam: Jan Vos\nTelefoon: 06 20001234\nVraag: nog te koop?", encoding="utf-8")
    ahead = file.stat().st_mtime + 3600
    os.utime(file, (ahead, ahead))

    office.card("Jan Vos")
