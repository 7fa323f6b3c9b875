"""The file to which calendars subscribe follows the appointments."""

from pathlib import Path
from typing import Any

import pytest
import vobject
from icalendar import Calendar

from assistant.core.facts import AppointmentEvent
from assistant.desk import Desk
from assistant.ui.around import Around
from assistant.ui.calendar_file import CalendarFile
from tests.conftest import FakeClock, local
from tests.ui.appointments.booking import book


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "appointments.ics"


@pytest.fixture
def file(around: Around, path: Path) -> CalendarFile:
    return CalendarFile(around, path)


def events(path: Path) -> list[Any]:
    content = path.read_bytes()
    found: list[Any] = vobject.readOne(content.decode()).contents.get("vevent", [])
    assert len(found) == len(Calendar.from_ical(content).walk("VEVENT"))
    return found


def test_those_to_come_are_in_it_with_name_car_and_number(
    file: CalendarFile, path: Path, desk: Desk
) -> None:
    book(desk, "2026-03-07 10:00", "Sanne; Hoekstra\r\n", vehicle="Peugeot 208")
    book(desk, "2026-03-03 14:00", "J. de Haan", AppointmentEvent.CONFIRMED)

    file.write()

    first, second = events(path)
    assert first.summary.value == "J. de Haan · Kia Rio"
    assert second.summary.value == "To confirm: Sanne; Hoekstra · Peugeot 208"
    assert first.description.value.startswith("06 ")
    assert [each.status.value for each in (first, second)] == ["CONFIRMED", "TENTATIVE"]
    assert first.dtstart.value == local("2026-03-03 14:00")
    assert b"example.com" not in path.read_bytes()


def test_what_is_moved_or_over_follows(file: CalendarFile, path: Path, desk: Desk) -> None:
    appointment = book(desk, "2026-03-03 14:00", "J. de Haan")
    file.write()
    desk.change_appointment(appointment, AppointmentEvent.MOVED, local("2026-03-05 14:00"))
    file.write()
    (moved,) = events(path)
    assert (moved.dtstart.value, moved.sequence.value) == (local("2026-03-05 14:00"), "1")

    desk.change_appointment(appointment, AppointmentEvent.CANCELLED)
    file.write()

    assert events(path) == []


def test_nothing_is_written_while_nothing_changed_not_even_at_the_next_start(
    file: CalendarFile, path: Path, desk: Desk, around: Around, clock: FakeClock
) -> None:
    book(desk, "2026-03-03 14:00", "J. de Haan")
    file.write()
    before = path.stat().st_mtime_ns, path.stat().st_ino

    clock.advance(hours=1)
    file.write()
    CalendarFile(around, path).write()

    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


def test_without_any_appointment_there_is_no_file(file: CalendarFile, path: Path) -> None:
    file.write()

    assert not path.exists()


def test_a_change_is_written_after_a_while_and_at_the_end_at_the_latest(
    file: CalendarFile, path: Path, desk: Desk, around: Around
) -> None:
    around.qt_desk.step(lambda: book(desk, "2026-03-03 14:00", "J. de Haan"))
    assert not path.exists()

    file.stop()

    assert len(events(path)) == 1


def test_a_file_that_cannot_be_written_is_tried_again(
    file: CalendarFile, path: Path, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    book(desk, "2026-03-03 14:00", "J. de Haan")
    path.mkdir()
    file.write()
    assert "cannot be written" in caplog.text

    path.rmdir()
    file.write()

    assert len(events(path)) == 1
