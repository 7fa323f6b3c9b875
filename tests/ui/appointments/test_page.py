"""The week's page, pressed and read as a salesperson does."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from assistant.core.facts import AppointmentEvent
from assistant.desk import Desk
from assistant.ui.appointments.page import AppointmentsPage
from assistant.ui.around import Around
from tests.conftest import FakeClock, local
from tests.ui.appointments.booking import book
from tests.ui.conftest import Show

CONFIRMED, SHOW, NO_SHOW = (
    AppointmentEvent.CONFIRMED,
    AppointmentEvent.SHOW,
    AppointmentEvent.NO_SHOW,
)


@pytest.fixture
def page(around: Around, show: Show, tmp_path: Path, desk: Desk) -> AppointmentsPage:
    book(desk, "2026-03-07 10:00", "Sanne Hoekstra", vehicle="Peugeot 208")
    book(desk, "2026-03-03 14:00", "J. de Haan", CONFIRMED)
    around.qt_desk.look()
    page = AppointmentsPage(around, tmp_path / "appointments.ics")
    show(page)
    return page


def names(page: AppointmentsPage) -> list[str]:
    return [tile.accessibleName() for tile in page.week.tiles if not tile.isHidden()]


def press(page: AppointmentsPage, *presses: str) -> None:
    for name in presses:
        found = [
            each
            for each in page.findChildren(QPushButton)
            if (each.isVisible() and each.accessibleName() == name) or each.text() == name
        ]
        (button,) = [each for each in found if each.isVisible()]
        button.click()


def choose(page: AppointmentsPage, number: int) -> None:
    page.week.tiles[number].click()


def words(page: AppointmentsPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_each_appointment_is_told_whole_with_how_it_stands(page: AppointmentsPage) -> None:
    assert names(page) == [
        "Tue 3 Mar 14:00, J. de Haan, Kia Rio, Confirmed",
        "Sat 7 Mar 10:00, Sanne Hoekstra, Peugeot 208, To confirm",
    ]
    assert page.title.text() == "2 Mar – 7 Mar"
    assert page.to_confirm.text() == "1 to confirm"


def test_what_another_is_to_confirm_is_not_counted(
    page: AppointmentsPage, around: Around, desk: Desk
) -> None:
    lead = next(tile.booking.lead_id for tile in page.week.tiles if "Sanne" in tile.booking.name)

    around.qt_desk.step(lambda: desk.handovers.hand_on(lead, "Els"))
    page.read()

    assert not page.to_confirm.isVisible()


def test_what_became_of_those_gone_by_stays_to_be_seen(
    page: AppointmentsPage, desk: Desk, clock: FakeClock
) -> None:
    els = book(desk, "2026-03-02 15:00", "Els", CONFIRMED)
    kim = book(desk, "2026-03-02 16:00", "Kim", CONFIRMED)
    clock.now = local("2026-03-03 14:30")
    desk.change_appointment(els, SHOW)
    desk.change_appointment(kim, NO_SHOW)
    page.read()

    assert names(page)[:3] == [
        "Mon 2 Mar 15:00, Els, Kia Rio, Came",
        "Mon 2 Mar 16:00, Kim, Kia Rio, Did not come",
        "Tue 3 Mar 14:00, J. de Haan, Kia Rio, Came?",
    ]


def test_an_appointment_whose_time_has_come_asks_by_itself(
    page: AppointmentsPage, clock: FakeClock, around: Around
) -> None:
    clock.now = local("2026-03-03 14:00")
    around.qt_desk.beat.emit()

    assert names(page)[0].endswith("Came?")


def test_an_appointment_is_confirmed_on_itself(page: AppointmentsPage, opened: list[str]) -> None:
    choose(page, 1)
    assert "Sanne Hoekstra" in words(page)
    press(page, "Confirm", "WhatsApp")

    assert opened[-1].startswith("https://wa.me/")
    assert names(page)[1].endswith("Confirmed")
    assert not page.to_confirm.isVisible()


def test_an_appointment_is_moved_and_its_new_time_goes_out(page: AppointmentsPage) -> None:
    choose(page, 0)
    press(page, "Moved")
    QTest.keyClicks(page.chosen.panel.pages.came.picker.field, "vr 11u")
    press(page, "Save the new time")

    assert names(page)[0] == "Fri 6 Mar 11:00, J. de Haan, Kia Rio, To confirm"
    assert "Confirm the new time" in words(page)
    assert page.chosen.when.text() == "Fri 6 Mar 11:00"


def test_an_appointment_that_goes_to_another_week_stays_beside_until_it_is_left(
    page: AppointmentsPage,
) -> None:
    choose(page, 0)
    press(page, "Moved")
    QTest.keyClicks(page.chosen.panel.pages.came.picker.field, "volgende week di 11u")
    press(page, "Save the new time")

    assert len(names(page)) == 1
    assert page.chosen.when.text() == "Tue 10 Mar 11:00"
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.chosen.isVisible()


def test_who_came_asks_what_he_did(page: AppointmentsPage, clock: FakeClock) -> None:
    clock.now = local("2026-03-03 14:10")
    choose(page, 0)
    press(page, "Came")

    assert names(page)[0].endswith("Came")
    assert "How did the visit end?" in words(page)


def test_who_did_not_come_can_be_taken_back(page: AppointmentsPage, clock: FakeClock) -> None:
    clock.now = local("2026-03-03 15:00")
    choose(page, 0)
    press(page, "Did not come")
    assert names(page)[0].endswith("Did not come")

    press(page, "Undo")

    assert names(page)[0].endswith("Came?")
    assert "Did the customer come?" in words(page)


def test_a_cancelled_appointment_leaves_the_week(page: AppointmentsPage) -> None:
    choose(page, 0)
    press(page, "Cancelled")

    assert [name.split(", ")[1] for name in names(page)] == ["Sanne Hoekstra"]
    assert "Confirm the cancellation" in words(page)


def test_weeks_are_walked_by_button_and_by_key(page: AppointmentsPage) -> None:
    page.after.click()
    assert page.title.text() == "9 Mar – 14 Mar"
    QTest.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.title.text() == "2 Mar – 7 Mar"
    page.before.click()
    page.this_week.click()
    assert page.title.text() == "2 Mar – 7 Mar"


def test_an_empty_week_says_so_and_leads_to_the_next_appointment(page: AppointmentsPage) -> None:
    page.before.click()

    assert "No appointments this week." in words(page)
    assert "The next one: Tue 3 Mar 14:00, J. de Haan" in words(page)
    press(page, "Show that week")
    assert len(names(page)) == 2


def test_the_keyboard_goes_from_appointment_to_appointment(page: AppointmentsPage) -> None:
    first, second = page.week.tiles
    first.setFocus()
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Space)

    assert page.chosen.isVisible()
    assert page.chosen.name.text() == "Sanne Hoekstra"


def test_its_lead_is_one_press_away(page: AppointmentsPage, qtbot: QtBot) -> None:
    choose(page, 1)
    booking = page.chosen.booking
    assert booking is not None

    with qtbot.waitSignal(page.lead_wanted) as wanted:
        press(page, "Show the lead")

    assert wanted.args == [booking.lead_id]


def test_the_calendar_file_is_offered_once_it_is_there(
    page: AppointmentsPage, tmp_path: Path, opened: list[str]
) -> None:
    assert not page.subscribe.open_button.isEnabled()
    (tmp_path / "appointments.ics").write_text("")
    page.read()

    press(page, "Subscribe")

    assert opened == [(tmp_path / "appointments.ics").as_uri()]


def test_in_a_small_window_the_chosen_one_takes_the_place_of_the_week(
    page: AppointmentsPage,
) -> None:
    page.resize(1_400, 700)
    choose(page, 0)
    assert page.week.isVisible()
    page.resize(700, 480)
    assert not page.week.isVisible()
    assert page.chosen.isVisible()

    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.week.isVisible()


def test_a_strangers_name_is_plain_text(page: AppointmentsPage, desk: Desk) -> None:
    book(desk, "2026-03-04 10:00", "<img src=//host/share>")
    page.read()
    choose(page, 1)

    assert page.chosen.name.text() == "<img src=//host/share>"
    assert page.chosen.name.textFormat() is Qt.TextFormat.PlainText
    assert "&lt;img" in page.week.tiles[1].toolTip()


def test_a_week_too_narrow_to_be_read_makes_room_for_the_chosen_appointment(
    page: AppointmentsPage, desk: Desk
) -> None:
    page.resize(1_146, 700)
    choose(page, 0)
    assert not page.pages.isVisible()

    page.resize(1_400, 700)
    assert page.pages.isVisible()
    book(desk, "2026-03-03 14:00", "Els", CONFIRMED)
    page.read()
    page.resize(1_399, 700)
    assert not page.pages.isVisible()
