"""What is changed stands in the file; what is wrong is named and does not."""

import tomllib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.core.hours import Span
from assistant.folders import DataFolder
from assistant.settings import Settings, write_defaults
from assistant.settings.values import Language, Theme
from assistant.ui.settings_page.page import SettingsPage
from tests.ui.seen import texts
from tests.ui.settings_page.hands import stored, type_hours


def test_every_setting_of_the_page_ends_up_in_the_file(
    page: SettingsPage, folder: DataFolder, qtbot: QtBot
) -> None:
    QTest.keyClicks(page.salesperson, "Piet")
    QTest.keyClicks(page.dealer, 'Autobedrijf "De Brug"')
    page.display.language.buttons.button(1).click()
    page.display.theme.buttons.button(2).click()
    page.display.sound.click()
    page.display.notifications.click()
    type_hours(page, 0, "9-12.30, 13-18")
    type_hours(page, 5, "")
    page.hours.holidays.click()
    page.hours.to_bdc.click()
    page.folder.choose.click()

    with qtbot.waitSignal(page.changed):
        page.footer.primary.click()

    found = stored(folder)
    assert found.desk.salesperson == "Piet"
    assert found.dealer.name == 'Autobedrijf "De Brug"'
    assert (found.desk.language, found.desk.theme) == (Language.DUTCH, Theme.DARK)
    assert (found.desk.sound, found.desk.notifications) == (False, False)
    assert found.hours.monday == (Span(540, 750), Span(780, 1080))
    assert found.hours.saturday == ()
    assert not found.hours.public_holidays_closed
    assert found.bdc.after_hours
    assert found.intake.folder == str(folder.spool)


def test_only_what_was_changed_is_written_and_comments_stay(
    page: SettingsPage, folder: DataFolder
) -> None:
    write_defaults(folder.settings)
    before = folder.settings.read_text("utf-8")
    QTest.keyClicks(page.salesperson, "Piet")

    QTest.keyClick(page.salesperson, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    after = folder.settings.read_text("utf-8")
    changed = set(after.splitlines()) ^ set(before.splitlines())
    assert len(changed) == 2
    assert all("salesperson" in line for line in changed)


def test_there_is_nothing_to_save_before_something_differs(page: SettingsPage) -> None:
    assert not page.footer.primary.isEnabled()
    QTest.keyClicks(page.salesperson, "P")
    assert page.footer.primary.isEnabled()
    QTest.keyClick(page.salesperson, Qt.Key.Key_Backspace)
    assert not page.footer.primary.isEnabled()


def test_changes_can_be_undone(page: SettingsPage, settings: Settings) -> None:
    QTest.keyClicks(page.salesperson, "Piet")
    type_hours(page, 0, "gebroken")

    page.undo.click()

    assert page.salesperson.text() == ""
    assert page.hours.days[0].spans == settings.hours.monday
    assert not page.footer.primary.isEnabled()


@pytest.mark.parametrize(
    ("day", "text", "sentence"),
    [
        (2, "9-18, 10-12", "The hours of Wednesday cannot be read"),
        (6, "zondag", "The hours of Sunday cannot be read"),
    ],
)
def test_hours_that_cannot_be_read_are_named_and_not_saved(
    page: SettingsPage, folder: DataFolder, qtbot: QtBot, day: int, text: str, sentence: str
) -> None:
    type_hours(page, day, text)
    with qtbot.assertNotEmitted(page.changed):
        page.save()

    assert sentence in page.footer.message.message.text()
    assert page.hours.days[day].property("invalid") == "true"
    assert QApplication.focusWidget() is page.hours.days[day]
    assert not folder.settings.exists()


def test_a_week_without_an_open_day_is_not_saved(page: SettingsPage, folder: DataFolder) -> None:
    for day in range(6):
        type_hours(page, day, "")

    page.save()

    assert "One day of the week must be open." in texts(page)
    assert not folder.settings.exists()


def test_a_folder_that_does_not_exist_is_not_saved(page: SettingsPage, folder: DataFolder) -> None:
    QTest.keyClicks(page.folder.field, str(folder.root / "nowhere"))

    page.save()

    assert page.footer.message.message.text() == "The watched folder does not exist."
    assert page.folder.field.property("invalid") == "true"
    assert not folder.settings.exists()


def test_a_file_that_cannot_be_written_is_said_in_one_sentence(
    page: SettingsPage, folder: DataFolder, qtbot: QtBot
) -> None:
    folder.settings.write_text('[desk\nsalesperson = "x"', "utf-8")
    QTest.keyClicks(page.salesperson, "Piet")

    with qtbot.assertNotEmitted(page.changed):
        page.save()

    assert "hold a line that is no setting" in page.footer.message.message.text()
    assert page.salesperson.text() == "Piet"


def test_a_file_without_a_section_gets_it(page: SettingsPage, folder: DataFolder) -> None:
    folder.settings.write_text("version = 1\n", "utf-8")
    QTest.keyClicks(page.salesperson, "Piet")

    page.save()

    assert tomllib.loads(folder.settings.read_text("utf-8"))["desk"] == {"salesperson": "Piet"}


def test_the_dealers_number_and_the_questions_are_kept(
    page: SettingsPage, folder: DataFolder
) -> None:
    QTest.keyClicks(page.people.phone, "020 123 4567")
    page.conversation.questions.setPlainText("Inruil?\n\n  Wanneer rijden? \nInruil?")

    page.footer.primary.click()

    assert stored(folder).dealer.phone == "+31201234567"
    assert stored(folder).conversation.ask_back == ("Inruil?", "Wanneer rijden?")


def test_a_dealers_number_that_is_none_is_not_saved(page: SettingsPage, folder: DataFolder) -> None:
    QTest.keyClicks(page.people.phone, "bel maar")

    page.footer.primary.click()

    assert page.footer.message.message.text() == "The dealer's number is no telephone number."
    assert page.people.phone.property("invalid") == "true"
    assert not folder.settings.exists()


def test_the_texts_are_one_press_away(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.texts_wanted):
        page.texts.click()
