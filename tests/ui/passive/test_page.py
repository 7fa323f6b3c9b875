"""A list before it goes to the BDC: what is shown, what can be changed, what becomes of it."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from assistant.core.errors import CouldNotError
from assistant.core.request import Request
from assistant.desk import Desk
from assistant.intake.lists import Meaning, Table
from assistant.ui.around import Around
from assistant.ui.dropped import lists_among
from assistant.ui.passive.columns import NARROWEST
from assistant.ui.passive.left_out import Column
from assistant.ui.passive.meanings import CHOICES
from assistant.ui.passive.page import ListPage
from assistant.ui.passive.work import AT_ONCE
from assistant.words.catalogue import Tongue, speak
from tests.intake.lists.files import KLANTEN_XLS, write_corner, write_ods, write_xlsx
from tests.ui.conftest import Show
from tests.ui.form.hands import has_keyboard, press
from tests.ui.seen import HOSTILE, nameless, rich_labels, texts, tooltip_text

Open = Callable[[Path], ListPage]

LIST = (
    "Klantnr;Naam;Mobiel;Toestemming\n"
    "1;Sanne Hoekstra;06 12 34 56 78;ja\n"
    "2;Els Bakker;;ja\n"
    "3;Piet Smit;onbekend;ja\n"
    "4;S. Hoekstra;+31612345678;ja\n"
    "5;Zoë Côté;0620000002;nee\n"
)


class EndlessReading:
    """A file on a share that does not answer."""

    begun: ClassVar[list["EndlessReading"]] = []

    def __init__(self, _path: Path) -> None:
        self.stopped = threading.Event()
        self.begun.append(self)

    def read(self) -> Table:
        self.stopped.wait()
        raise CouldNotError("Nobody hears this.")

    def stop(self) -> None:
        self.stopped.set()


@pytest.fixture
def page(around: Around, show: Show) -> Iterator[ListPage]:
    page = ListPage(around, lambda _parent: "")
    show(page)
    yield page
    page.stop()


@pytest.fixture
def open_list(page: ListPage, qtbot: QtBot) -> Open:
    """Return what opens a file and waits until the page stands still."""

    def open_file(path: Path) -> ListPage:
        page.open(path)
        wait(qtbot, page)
        return page

    return open_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "vier jaar.csv"
    path.write_text(LIST, "cp1252")
    return path


def wait(qtbot: QtBot, page: ListPage) -> None:
    qtbot.waitUntil(lambda: not page.is_busy, timeout=20_000)


def chosen(page: ListPage) -> list[str]:
    return [combo.currentText() for combo in page.preview.choices.combos]


def left_out(page: ListPage) -> list[list[str]]:
    model = page.outcome.model
    return [
        [model.index(row, column).data() for column in Column] for row in range(model.rowCount())
    ]


def choose(page: ListPage, place: int, meaning: Meaning | None, qtbot: QtBot) -> None:
    page.preview.choices.combos[place].setCurrentIndex(CHOICES.index(meaning))
    wait(qtbot, page)


def import_all(page: ListPage, qtbot: QtBot) -> str:
    with qtbot.waitSignal(page.left, timeout=20_000) as left:
        page.footer.primary.click()
    (said,) = left.args
    return str(said)


def test_a_list_is_shown_as_it_was_understood(open_list: Open, path: Path) -> None:
    page = open_list(path)

    assert page.file.text() == "vier jaar.csv · 5 rows"
    assert chosen(page) == ["Not used", "Name", "Telephone number", "Consent to call"]
    model = page.preview.model
    assert [model.index(4, column).data() for column in range(4)] == [
        "5",
        "Zoë Côté",
        "0620000002",
        "nee",
    ]
    assert "2 leads for the BDC" in texts(page)
    assert "1 of them may not be called: no proof of consent." in texts(page)
    assert left_out(page) == [
        ["3", "Els Bakker", "There is no number and no e-mail address."],
        ["4", "Piet Smit", "The number is none, and there is no e-mail address."],
        ["5", "S. Hoekstra", "Same number or address as row 2."],
        ["6", "Zoë Côté", "May not be called: no proof of consent."],
    ]
    assert page.footer.primary.text() == "Import 2 leads"


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_every_kind_of_spreadsheet_is_shown(open_list: Open, tmp_path: Path, kind: str) -> None:
    rows = [["Klant", "Mobiel"], ["Jan Vos", "0620000001"], ["Zoë Côté", "0620000002"]]
    path = {
        "xls": lambda: KLANTEN_XLS,
        "xlsx": lambda: write_xlsx(tmp_path / "a.xlsx", *map(list[object], rows)),
        "ods": lambda: write_ods(tmp_path / "a.ods", *rows),
    }[kind]()

    page = open_list(path)

    assert page.preview.model.index(0, 0).data() == "Jan Vos"
    assert page.footer.primary.text() == "Import 2 leads"


def test_another_meaning_is_read_at_once(open_list: Open, path: Path, qtbot: QtBot) -> None:
    page = open_list(path)

    choose(page, 2, None, qtbot)
    assert page.footer.primary.text() == "Import 0 leads"
    assert not page.footer.primary.isEnabled()
    assert any("which column holds the telephone number" in text for text in texts(page))

    choose(page, 2, Meaning.PHONE, qtbot)
    choose(page, 3, None, qtbot)
    assert page.footer.primary.text() == "Import 2 leads"
    assert "None of them may be called: no proof of consent." in texts(page)
    assert [row[0] for row in left_out(page)] == ["3", "4", "5"]


def test_headings_that_nobody_knows_can_be_told(
    open_list: Open, tmp_path: Path, desk: Desk, qtbot: QtBot
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Wie;Waar;Wat\nJan;0620000001;Kia Rio\n")
    page = open_list(path)
    assert chosen(page) == ["Not used", "Telephone number", "Not used"]

    choose(page, 0, Meaning.NAME, qtbot)
    choose(page, 2, Meaning.CAR, qtbot)
    import_all(page, qtbot)

    (jan,) = desk.handed_over()
    assert jan.name == "Jan"
    (request,) = [fact.request for fact in desk.lead(jan.lead_id).facts if hasattr(fact, "request")]
    assert isinstance(request, Request)
    assert request.own_vehicle == "Kia Rio"


def test_the_customers_go_to_the_bdc_and_nothing_rings(
    open_list: Open, path: Path, desk: Desk, around: Around, qtbot: QtBot
) -> None:
    rang: list[object] = []
    around.qt_desk.rang.connect(rang.append)

    said = import_all(open_list(path), qtbot)

    assert said == "2 new for the BDC, 0 known already. 1 may not be called: no proof of consent."
    waiting = {lead.name: lead.may_call for lead in desk.handed_over()}
    assert waiting == {"Sanne Hoekstra": True, "Zoë Côté": False}
    assert (rang, around.qt_desk.agenda, desk.messages.unreadable()) == ([], [], [])


def test_the_same_list_again_finds_everyone_known(
    open_list: Open, path: Path, desk: Desk, qtbot: QtBot
) -> None:
    import_all(open_list(path), qtbot)

    assert import_all(open_list(path), qtbot) == "0 new for the BDC, 2 known already."
    assert len(desk.handed_over()) == 2


def test_a_long_list_can_be_stopped_between_two_transactions(
    open_list: Open, tmp_path: Path, desk: Desk, qtbot: QtBot
) -> None:
    path = tmp_path / "a.csv"
    rows = (f"Klant {number};06{20_000_000 + number}" for number in range(30 * AT_ONCE))
    path.write_text("\n".join(("Naam;Mobiel", *rows)))
    page = open_list(path)
    drawn: list[tuple[int, bool]] = []

    def stop_early() -> None:
        if page.progress.value() and page.work.taking.is_running and not drawn:
            drawn.append((page.progress.value(), page.progress.isVisible()))
            page.cancel.click()

    page.work.went_on.connect(stop_early)
    said = import_all(page, qtbot)

    done, _ = drawn[0]
    assert drawn == [(done, True)]
    assert 0 < done < 30 * AT_ONCE
    assert said.startswith(f"Stopped after {done} of {30 * AT_ONCE}. {done} new for the BDC")
    assert len(desk.handed_over()) == done
    assert import_all(open_list(path), qtbot).startswith(
        f"{30 * AT_ONCE - done} new for the BDC, {done} known already."
    )


def test_what_the_disk_refuses_ends_it_with_what_was_done(
    open_list: Open, path: Path, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise CouldNotError("The disk is full.")

    page = open_list(path)
    monkeypatch.setattr(desk, "take_in_list", refuse)

    assert import_all(page, qtbot).startswith("Stopped after 0 of 2.")


def test_a_file_that_cannot_be_read_is_one_sentence(open_list: Open, tmp_path: Path) -> None:
    page = open_list(write_corner(tmp_path / "corner.xlsx"))

    assert page.pages.shown is page.refused
    assert "corner.xlsx cannot be read: it is broken, or far too large." in texts(page)
    assert not page.footer.primary.isEnabled()
    assert has_keyboard() is page.another


def test_a_pipe_is_not_waited_for(open_list: Open, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    os.mkfifo(path)

    page = open_list(path)

    assert "a.csv is no file that can be read whole." in texts(page)
    assert lists_among([path], by_name=False) == []


def test_another_file_can_be_chosen(
    around: Around, show: Show, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page = ListPage(around, lambda _parent: str(path))
    show(page)
    page.open(tmp_path / "missing.csv")
    wait(qtbot, page)

    page.another.click()
    wait(qtbot, page)

    assert page.pages.shown is page.both
    assert page.footer.primary.isEnabled()


def test_leaving_while_a_file_is_read_ends_the_reading(
    page: ListPage, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Naam;Mobiel\n" + "Jan;0620000001\n" * 90_000)
    page.open(path)
    assert "The list is being read." in texts(page)

    with qtbot.waitSignal(page.left) as left:
        press(Qt.Key.Key_Escape)

    assert left.args == [""]
    assert not page.loader.is_running


def test_a_reading_that_hangs_is_ended_by_leaving(
    page: ListPage, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.ui.passive.loader.TableReading", EndlessReading)
    page.open(path)
    readings = EndlessReading.begun

    page.cancel.click()
    page.open(path)
    page.stop()

    assert [reading.stopped.is_set() for reading in readings] == [True, True]


def test_it_all_goes_by_keyboard(open_list: Open, path: Path, desk: Desk, qtbot: QtBot) -> None:
    page = open_list(path)
    assert has_keyboard() is page.footer.primary
    combos = page.preview.choices.combos
    in_order = [*combos, page.preview.table, page.outcome.rows, page.cancel, page.footer.primary]
    for expected in in_order:
        press(Qt.Key.Key_Tab)
        assert has_keyboard() is expected
    combos[1].setFocus()
    press(Qt.Key.Key_Down)
    wait(qtbot, page)
    assert chosen(page)[1] == "First name"

    with qtbot.waitSignal(page.left, timeout=20_000):
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.handed_over()) == 2


def test_the_choice_under_the_keyboard_comes_into_view(open_list: Open, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(";".join(f"Kolom {number}" for number in range(40)) + "\n" + "1;" * 39 + "2\n")
    page = open_list(path)
    header, port = page.preview.table.horizontalHeader(), page.preview.table.viewport()
    combos = page.preview.choices.combos
    last: QComboBox = combos[-1]
    assert last.geometry().left() > port.width()

    last.setFocus()

    assert last.geometry().right() <= port.width() + combos[0].width()
    assert header.sectionViewportPosition(39) + header.sectionSize(39) <= port.width()
    combos[0].setFocus()
    assert header.sectionViewportPosition(0) == 0


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("tongue", list(Tongue))
def test_no_choice_is_cut(
    around: Around, show: Show, path: Path, qtbot: QtBot, tongue: Tongue
) -> None:
    speak(tongue)
    try:
        page = ListPage(around)
        show(page)
        page.open(path)
        wait(qtbot, page)
        combo = page.preview.choices.combos[0]
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        assert combo.sizeHint().width() <= NARROWEST
    finally:
        speak(Tongue.ENGLISH)


def test_strangers_words_are_shown_as_they_are_written(open_list: Open, tmp_path: Path) -> None:
    path = tmp_path / "<b>a.csv"
    path.write_text(f"{HOSTILE};Mobiel;Naam\n{HOSTILE}\u202e;geen;{HOSTILE}\n", "utf-8")

    page = open_list(path)

    index = page.preview.model.index(0, 0)
    assert index.data() == f"{HOSTILE}[U+202E]"
    assert tooltip_text(index.data(Qt.ItemDataRole.ToolTipRole)) == f"{HOSTILE}[U+202E]"
    assert left_out(page)[0][1] == HOSTILE
    assert rich_labels(page) == []


def test_every_control_has_a_name_for_the_screen_reader(open_list: Open, path: Path) -> None:
    page = open_list(path)

    assert nameless(page) == []
    combo = page.preview.choices.combos[2]
    assert combo.accessibleName() == combo.accessibleDescription() == "What Mobiel holds"


def test_the_wheel_changes_no_choice(open_list: Open, path: Path) -> None:
    page = open_list(path)
    combo = page.preview.choices.combos[1]
    combo.setFocus()
    before = chosen(page)

    middle = QPointF(combo.rect().center())
    down, nothing = QPoint(0, -120), QPoint()
    wheel = QWheelEvent(
        middle,
        combo.mapToGlobal(middle),
        nothing,
        down,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, wheel)

    assert chosen(page) == before
