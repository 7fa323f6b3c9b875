"""A moment is chosen by presses or by words, and what speaks against it is said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assistant.core.contact import Phone
from assistant.core.facts import AgreementKind, LeadId
from assistant.desk import Desk, NextStep
from assistant.ui.around import Around
from assistant.ui.moment.picker import MomentPicker
from tests.conftest import FakeClock, a_request, local
from tests.ui.conftest import Show


@pytest.fixture
def picker(around: Around, show: Show) -> MomentPicker:
    picker = MomentPicker(around)
    show(picker)
    picker.start()
    return picker


def say(picker: MomentPicker, text: str) -> None:
    picker.field.selectAll()
    QTest.keyClicks(picker.field, text)


def press(picker: MomentPicker, *names: str) -> None:
    for name in names:
        chips = [*picker.days.group.buttons(), *picker.times.group.buttons()]
        (chip,) = [chip for chip in chips if chip.text() == name and not chip.isHidden()]
        chip.click()


def book(desk: Desk, moment: str, name: str = "J. de Haan") -> LeadId:
    request = a_request(name=name, phones=(Phone("+31620000001", mobile=True),), emails=())
    taken = desk.log_contact(
        request, NextStep(kind=AgreementKind.APPOINTMENT, moment=local(moment))
    )
    assert taken.lead_id is not None
    return taken.lead_id


def test_a_day_and_a_time_are_two_presses(picker: MomentPicker) -> None:
    press(picker, "Sat 7", "14:30")

    assert picker.moment() == local("2026-03-07 14:30")
    assert picker.echo.text() == "Sat 7 Mar 14:30"
    assert picker.is_usable()


def test_what_is_typed_is_echoed_and_its_chips_are_marked(picker: MomentPicker) -> None:
    say(picker, "za 10u30")

    assert picker.moment() == local("2026-03-07 10:30")
    assert picker.echo.text() == "Sat 7 Mar 10:30"
    marked = [chip.text() for chip in picker.days.group.buttons() if chip.isChecked()]
    marked += [chip.text() for chip in picker.times.group.buttons() if chip.isChecked()]
    assert marked == ["Sat 7", "10:30"]


def test_what_is_dictated_counts_as_typed(picker: MomentPicker) -> None:
    picker.field.setText("za 14:30")

    assert picker.moment() == local("2026-03-07 14:30")
    press(picker, "Fri 6")
    assert picker.field.text() == ""
    assert picker.moment() == local("2026-03-06 14:30")


def test_a_typed_day_stays_when_its_time_is_pressed(picker: MomentPicker) -> None:
    say(picker, "za")
    press(picker, "16:00")

    assert picker.moment() == local("2026-03-07 16:00")
    assert picker.field.text() == ""


def test_what_is_not_understood_is_no_moment_and_said(picker: MomentPicker) -> None:
    say(picker, "ergens zaterdag")

    assert picker.moment() is None
    assert not picker.is_usable()
    assert picker.warning.text() == "ergens zaterdag is not understood: say a day and a time."
    press(picker, "Sat 7")
    assert picker.is_usable()
    assert not picker.warning.isVisible()


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("vandaag 9:00", "That moment has passed."),
        ("29-3 02:30", "The clocks go forward that night: 02:30 does not exist."),
    ],
)
def test_no_moment_that_passed_or_does_not_exist_can_be_used(
    picker: MomentPicker, text: str, warning: str
) -> None:
    say(picker, text)

    assert not picker.is_usable()
    assert picker.warning.text() == warning


@pytest.mark.parametrize(
    ("text", "warning"),
    [("zo 10u", "We are closed that day."), ("za 20:00", "We are closed then.")],
)
def test_a_moment_on_which_we_are_closed_is_warned_of_and_can_be_used(
    picker: MomentPicker, text: str, warning: str
) -> None:
    say(picker, text)

    assert picker.warning.text() == warning
    assert picker.is_usable()


def test_who_comes_that_day_is_shown_and_a_clash_is_warned_of(
    picker: MomentPicker, desk: Desk
) -> None:
    book(desk, "2026-03-07 10:30")

    say(picker, "za 10u")
    assert picker.taken.text() == "Sat 7 Mar: 10:30 J. de Haan"
    assert picker.warning.text() == "J. de Haan comes at 10:30."
    assert picker.is_usable()

    say(picker, "za 11:30")
    assert picker.taken.isVisible()
    assert not picker.warning.isVisible()


def test_the_appointment_that_is_moved_does_not_stand_in_its_own_way(
    picker: MomentPicker, desk: Desk
) -> None:
    moved = book(desk, "2026-03-07 10:30")

    picker.start(of=moved)
    say(picker, "za 10u")

    assert not picker.warning.isVisible()


def test_enter_takes_a_moment_that_can_be_used_and_no_other(
    picker: MomentPicker, qtbot: QtBot
) -> None:
    say(picker, "foo")
    with qtbot.assertNotEmitted(picker.entered):
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
    say(picker, "za 10u")
    with qtbot.waitSignal(picker.entered):
        QTest.keyClick(picker.field, Qt.Key.Key_Return)


def test_of_today_only_the_times_to_come_can_be_pressed(picker: MomentPicker) -> None:
    say(picker, "vandaag 15u")

    open_times = [chip.text() for chip in picker.times.group.buttons() if chip.isEnabled()]
    assert open_times[0] == "10:30"


def test_strangers_words_are_plain_text(picker: MomentPicker, desk: Desk) -> None:
    book(desk, "2026-03-07 10:30", "<img src=//host/share> {time}")

    say(picker, "za 10u")

    assert picker.warning.text() == "<img src=//host/share> {time} comes at 10:30."
    assert picker.warning.textFormat() is Qt.TextFormat.PlainText


def test_today_is_offered_while_a_time_of_it_is_still_to_come(
    picker: MomentPicker, clock: FakeClock
) -> None:
    clock.now = local("2026-03-02 15:10")
    picker.start()

    assert picker.days.group.buttons()[0].text() == "Today"
    assert picker.moment() == local("2026-03-03 10:00")
    press(picker, "Today")
    assert picker.moment() == local("2026-03-02 15:30")
    assert picker.is_usable()


def test_today_is_not_offered_once_its_times_are_over(
    picker: MomentPicker, clock: FakeClock
) -> None:
    clock.now = local("2026-03-02 17:40")
    picker.start()

    assert picker.days.group.buttons()[0].text() == "Tomorrow"
