"""What is taken along from the inspection page, and what is said of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from assistant.core.errors import CouldNotError
from assistant.core.figures import Choice
from assistant.desk import Desk
from assistant.folders import DataFolder
from assistant.reporting.export import StoppedError
from assistant.ui.inspection.export_button import Written
from assistant.ui.inspection.page import InspectionPage
from assistant.ui.inspection.scope import Span
from tests.conftest import a_request
from tests.ui.inspection.conftest import Settle
from tests.ui.inspection.test_export_button import entry
from tests.ui.seen import rich_labels

OpenPage = Callable[[], InspectionPage]


def test_a_saved_export_says_where_and_how_many_and_shows_its_folder(
    desk: Desk, page: OpenPage, tmp_path: Path, opened: list[str], qtbot: QtBot
) -> None:
    desk.log_contact(a_request())
    along = page().take_along
    along.export._pick = lambda _parent, _name: str(tmp_path / "leads.csv")

    with qtbot.waitSignal(along.export.written):
        entry(along.export, "Leads", "CSV").trigger()
    along.show_folder.click()

    assert along.banner.message.text() == f"Saved: {tmp_path / 'leads.csv'}, 1 row."
    assert opened == [QUrl.fromLocalFile(str(tmp_path)).toString()]
    assert not along.under_way.isVisible()


def test_what_was_left_out_of_an_export_is_said(page: OpenPage) -> None:
    along = page().take_along

    along.export.written.emit(Written(Path("leads.csv"), 3, Choice(owner="Piet")))

    assert along.banner.message.text() == "Saved: leads.csv, 3 rows. Only: Piet."


def test_what_was_saved_is_not_said_any_more_of_another_choice(page: OpenPage) -> None:
    opened = page()
    opened.take_along.export.written.emit(Written(Path("leads.csv"), 3, Choice(owner="Piet")))

    opened.filter.choose_last_week()

    assert not opened.take_along.banner.isVisible()


def test_while_it_is_written_one_sees_how_far_and_can_cancel(page: OpenPage) -> None:
    along = page().take_along
    cancelled: list[bool] = []

    along.export.began.emit()
    along.export.went_on.emit(2_000, 8_000)
    along.cancel.click()
    cancelled.append(along.export._way.is_stopped)

    assert along.under_way.isVisible()
    assert along.rows.text() == "2,000 of 8,000 rows"
    assert (along.progress.value(), along.progress.maximum()) == (2_000, 8_000)
    assert cancelled == [True]


def test_after_it_the_keyboard_is_back_at_the_button(page: OpenPage) -> None:
    opened = page()
    along = opened.take_along
    opened.activateWindow()
    along.export.began.emit()
    assert opened.focusWidget() is along.cancel

    along.export.failed.emit(StoppedError("Stopped."))

    assert opened.focusWidget() is along.export
    assert along.banner.message.text() == "Stopped: nothing was saved."


def test_what_went_wrong_is_one_sentence_without_a_folder(page: OpenPage) -> None:
    along = page().take_along
    along.export.written.emit(Written(Path("leads.csv"), 1_234, Choice()))
    assert along.banner.message.text() == "Saved: leads.csv, 1,234 rows."

    along.export.failed.emit(CouldNotError("There is no folder {folder}.", folder="<b>x"))

    assert along.banner.message.text() == "There is no folder <b>x."
    assert not along.show_folder.isVisible()
    assert rich_labels(along) == []


def test_the_sheet_is_of_the_days_and_the_salesperson_in_view(
    desk: Desk, page: OpenPage, folder: DataFolder, settle: Settle, qtbot: QtBot
) -> None:
    desk.log_contact(a_request())
    opened = page()
    opened.filter.span.setCurrentIndex(opened.filter.span.findData(Span.THIS_YEAR))
    settle(opened)
    opened.filter.owner.setCurrentIndex(1)
    settle(opened)
    actions = {each.text(): each for each in opened.take_along.sheet.menu().actions()}

    with qtbot.waitSignal(opened.take_along.sheet.told):
        actions["The days in view: open and print"].trigger()

    made = folder.sheet.read_text("utf-8")
    assert f"Inspection · 1 Jan – 2 Mar 2026 · {opened.scope.choice.owner}" in made
    assert "Thu 1 Jan 2026 – Mon 2 Mar 2026" in made
    assert opened.take_along.banner.message.text() == "The sheet is open in your browser."
    assert opened.take_along.banner._time.isActive()


def test_what_is_said_goes_with_the_next_page(page: OpenPage) -> None:
    opened = page()
    along = opened.take_along
    along.export.failed.emit(CouldNotError("There is no folder {folder}.", folder="x"))
    assert along.banner.isVisible()

    opened.hide()
    opened.show()

    assert not along.banner.isVisible()
