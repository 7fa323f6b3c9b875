"""The first start: three questions, each answered or skipped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.core.hours import Span
from assistant.folders import DataFolder
from assistant.settings import load
from assistant.ui.around import Around
from assistant.ui.settings_page.welcome import Welcome
from tests.ui.conftest import Show
from tests.ui.seen import nameless, rich_labels, texts


@pytest.fixture
def page(around: Around, folder: DataFolder, show: Show) -> Welcome:
    page = Welcome(around, folder, pick=lambda _parent, _start: str(folder.spool))
    show(page)
    return page


def test_three_answers_stand_in_the_file(page: Welcome, folder: DataFolder, qtbot: QtBot) -> None:
    assert QApplication.focusWidget() is page.name.field
    QTest.keyClicks(page.name.field, "Piet")
    page.next.click()
    page.hours.working_days.selectAll()
    QTest.keyClicks(page.hours.working_days, "8.30-18")
    page.next.click()
    page.folder.folder.choose.click()
    with qtbot.waitSignal(page.finished):
        page.next.click()

    settings = load(folder.settings).settings
    assert settings.desk.salesperson == "Piet"
    assert settings.hours.week[:5] == ((Span(510, 1080),),) * 5
    assert settings.hours.saturday == (Span(540, 1020),)
    assert settings.intake.folder == str(folder.spool)


def test_enter_answers_and_goes_on(page: Welcome, folder: DataFolder, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.finished):
        for _ in range(3):
            field = QApplication.focusWidget()
            assert field is not None
            QTest.keyClicks(field, "Piet" if field is page.name.field else "")
            QTest.keyClick(field, Qt.Key.Key_Return)

    assert load(folder.settings).settings.desk.salesperson == "Piet"


def test_every_question_can_be_skipped(page: Welcome, folder: DataFolder, qtbot: QtBot) -> None:
    QTest.keyClicks(page.name.field, "Piet")
    with qtbot.waitSignal(page.finished):
        for _ in range(3):
            page.skip.click()

    assert not folder.settings.exists()


def test_an_answer_that_cannot_be_used_is_asked_again(page: Welcome, folder: DataFolder) -> None:
    page.skip.click()
    page.hours.saturday.selectAll()
    QTest.keyClicks(page.hours.saturday, "tot vijf")

    page.next.click()

    assert page.hours.isVisible()
    assert "The hours of Saturday cannot be read: write 09:00-18:00, or nothing." in texts(page)
    assert QApplication.focusWidget() is page.hours.saturday
    assert not folder.settings.exists()


def test_a_dealer_who_never_opens_is_asked_again(page: Welcome) -> None:
    page.skip.click()
    for field in page.hours.fields:
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)

    page.next.click()

    assert "One day of the week must be open." in texts(page)


def test_a_file_that_cannot_be_written_is_said_and_can_be_skipped(
    page: Welcome, folder: DataFolder
) -> None:
    folder.settings.write_text("[desk", "utf-8")
    QTest.keyClicks(page.name.field, "Piet")

    page.next.click()
    assert "hold a line that is no setting" in page.problem.text()
    page.skip.click()

    assert page.hours.isVisible()


def test_one_can_go_back(page: Welcome) -> None:
    assert not page.back.isVisible()
    page.skip.click()
    page.back.click()

    assert page.name.isVisible()
    assert "1 of 3" in texts(page)


def test_the_folder_is_in_view_to_open(
    page: Welcome, folder: DataFolder, opened: list[str]
) -> None:
    page.skip.click()
    page.skip.click()
    assert page.folder.folder.field.placeholderText() == str(folder.inbox)

    page.folder.folder.open.click()

    assert opened == [folder.inbox.as_uri()]


def test_every_control_has_a_name_for_the_screen_reader(page: Welcome) -> None:
    for _ in range(3):
        assert nameless(page) == []
        page.skip.click()
    assert rich_labels(page) == []
