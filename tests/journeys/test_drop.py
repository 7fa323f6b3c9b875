"""Files that are dropped on the main window."""

from pathlib import Path

import pytest

from tests.journeys.customers import SANNE, customers
from tests.journeys.dropping import drop
from tests.journeys.office import Office


def test_dropped_files_are_taken_in_and_left_where_they_are(office: Office, tmp_path: Path) -> None:
    one, other = SANNE, customers(1)[0]
    files = [tmp_path / "one.xml", tmp_path / "other.xml"]
    for file, customer in zip(files, (one, other), strict=True):
        file.write_text(customer.adf, encoding="utf-8")
    office.open()

    drop(office.desktop, *files)

    office.card().shows("+1 waiting")
    assert {row["name"] for row in office.agenda()} == {one.name, other.name}
    assert all(file.exists() for file in files)


@pytest.mark.parametrize("name", ["no-lead.txt", "picture.xml"])
def test_a_dropped_file_that_is_no_lead_is_kept_and_shown(
    office: Office, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    file.write_bytes(b"\x89PNG" + bytes(range(256)))
    office.open()

    drop(office.desktop, file)

    office.desktop.screen.patience.until(lambda: office.count("messages"), "the file to be kept")
    office.main.press("Unreadable")
    office.main.shows(name)


def test_a_dropped_folder_brings_all_the_messages_in_it(office: Office, tmp_path: Path) -> None:
    folder = tmp_path / "export"
    (folder / "below").mkdir(parents=True)
    (folder / "one.xml").write_text(SANNE.adf, encoding="utf-8")
    (folder / "below" / "other.xml").write_text(customers(1)[0].adf, encoding="utf-8")
    (folder / "loop").symlink_to(folder)
    office.open()

    drop(office.desktop, folder)

    office.card().shows("+1 waiting")
    assert office.count("leads") == 2


def test_a_dropped_file_that_cannot_be_read_is_named_on_the_screen(
    office: Office, tmp_path: Path
) -> None:
    circle = tmp_path / "circle.xml"
    circle.symlink_to(circle)
    office.open()

    drop(office.desktop, circle)

    office.main.shows("circle.xml cannot be read")
