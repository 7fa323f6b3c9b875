"""The settings page: every choice shows at once what it does."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from assistant.core.hours import Span
from assistant.folders import DataFolder
from assistant.settings import Problem, Settings
from assistant.settings.values import Language, Theme
from assistant.ui.around import Around
from assistant.ui.look import theme
from assistant.ui.settings_page.page import SettingsPage
from tests.conftest import FakeClock, local
from tests.ui.conftest import Show
from tests.ui.seen import HOSTILE, nameless, rich_labels
from tests.ui.settings_page.hands import type_hours


def test_the_example_follows_the_hours_while_they_are_typed(page: SettingsPage) -> None:
    example = page.hours.example
    assert example.first.text() == "10:02"
    assert example.others.text().split("\n")[:2] == ["10:32", "13:32"]

    type_hours(page, 0, "13:00-18:00")
    assert example.first.text() == "13:02"

    type_hours(page, 0, "13:00-1")
    assert not example.first.isVisible()
    assert "Once the hours can be read" in example.lead.text()


def test_after_hours_an_example_goes_to_the_bdc(
    page: SettingsPage, around: Around, clock: FakeClock
) -> None:
    clock.now = local("2026-03-01 15:00")
    page.hours.to_bdc.click()
    assert "goes to the BDC" in page.hours.example.lead.text()

    page.hours.to_bdc.click()
    around.qt_desk.beat.emit()
    assert page.hours.example.first.text() == "tomorrow 09:02"


def test_the_example_keeps_up_with_the_clock(
    page: SettingsPage, around: Around, clock: FakeClock
) -> None:
    clock.advance(minutes=20)
    around.qt_desk.beat.emit()

    assert page.hours.example.first.text() == "10:22"


def test_a_form_that_opens_comes_into_view(page: SettingsPage, qtbot: QtBot) -> None:
    page.resize(1_366, 560)
    form = page.mailboxes.form

    page.mailboxes.add.click()

    qtbot.waitUntil(lambda: not form.host.visibleRegion().isEmpty(), timeout=5_000)
    assert form.user.hasFocus()
    assert not form.user.visibleRegion().isEmpty()


def test_the_test_notice_asks_whether_it_was_seen(page: SettingsPage, qtbot: QtBot) -> None:
    notice = page.display.notice_test
    assert not notice.question.isVisible()
    with qtbot.waitSignal(page.test_notice_wanted):
        notice.show_button.click()
    assert notice.question.isVisible()

    notice.no.click()
    assert "Allow notices of this program" in notice.answer.text()

    notice.show_button.click()
    notice.yes.click()
    assert notice.answer.text() == "Good: notices work here."
    assert not notice.question.isVisible()


def test_a_theme_is_put_on_at_once_and_taken_off_when_it_is_not_saved(
    dressed: theme.Appearance, around: Around, folder: DataFolder, show: Show
) -> None:
    light = replace(around.settings, desk=replace(around.settings.desk, theme=Theme.LIGHT))
    page = SettingsPage(replace(around, settings=light), folder, ())
    show(page)

    page.display.theme.buttons.button(2).click()
    assert theme.current().dark
    page.hide()
    assert not theme.current().dark
    page.show()
    assert theme.current().dark

    page.save()
    page.hide()
    assert theme.current().dark
    assert dressed.theme is theme.Theme.DARK


def test_the_file_and_the_folder_are_opened_by_link(
    page: SettingsPage, folder: DataFolder, opened: list[str]
) -> None:
    page.files.open_file.click()
    page.files.open_folder.click()
    page.folder.open.click()

    paths = (folder.settings, folder.root, folder.inbox)
    assert opened == [path.as_uri() for path in paths]


def test_the_folders_path_can_be_copied(page: SettingsPage, folder: DataFolder) -> None:
    page.folder.copy.click()

    assert QGuiApplication.clipboard().text() == str(folder.inbox)


def test_choosing_nothing_changes_nothing(around: Around, folder: DataFolder, show: Show) -> None:
    def change_ones_mind(_parent: QWidget, _start: Path) -> str:
        return ""

    page = SettingsPage(around, folder, (), pick=change_ones_mind)
    show(page)

    page.folder.choose.click()

    assert page.folder.text == ""


def test_the_usual_folder_is_an_empty_setting(
    around: Around, folder: DataFolder, show: Show
) -> None:
    page = SettingsPage(around, folder, (), pick=lambda _parent, start: str(start))
    show(page)

    page.folder.choose.click()

    assert page.folder.text == ""


def test_problems_of_the_file_are_listed_as_they_stand_there(
    around: Around, folder: DataFolder, show: Show
) -> None:
    problems = tuple(Problem(line, f"desk.{HOSTILE}") for line in range(3, 9))
    page = SettingsPage(around, folder, problems)
    show(page)

    said = page.problems.banner.message.text()
    assert f"Line 3 of settings.toml cannot be used (desk.{HOSTILE})" in said
    assert said.endswith("and 2 more")
    assert rich_labels(page) == []


def test_without_problems_nothing_is_said(page: SettingsPage) -> None:
    assert not page.problems.isVisible()


def test_every_control_has_a_name_for_the_screen_reader(page: SettingsPage) -> None:
    page.display.notice_test.show_button.click()

    assert nameless(page) == []


def test_strangers_words_are_shown_as_they_are_written(
    around: Around, folder: DataFolder, show: Show
) -> None:
    desk = replace(around.settings.desk, salesperson=HOSTILE)
    intake = replace(around.settings.intake, folder=HOSTILE)
    settings = replace(around.settings, desk=desk, intake=intake)
    page = SettingsPage(replace(around, settings=settings), folder, ())
    show(page)

    assert page.salesperson.text() == HOSTILE
    assert page.folder.field.text() == HOSTILE
    assert rich_labels(page) == []


def test_what_the_page_says_of_the_start_is_so(settings: Settings) -> None:
    assert set(settings.hours.week[:5]) == {(Span(540, 1080),)}
    assert settings.hours.week[5:] == ((Span(540, 1020),), ())
    assert settings.desk.sound
    assert settings.desk.notifications
    assert settings.hours.public_holidays_closed
    assert not settings.bdc.after_hours
    assert (settings.desk.language, settings.desk.theme) == (Language.SYSTEM, Theme.SYSTEM)
