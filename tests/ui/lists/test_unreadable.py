"""Unreadable: what became no lead is looked at by a person."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assistant.core.request import Unreadable
from assistant.desk import Arrival, Desk
from assistant.intake.reading import reasons
from assistant.ui.around import Around
from assistant.ui.lists.unreadable import UnreadablePage
from tests.conftest import FakeClock
from tests.ui.conftest import Show
from tests.ui.seen import HOSTILE, nameless, rich_labels, texts, tooltip_text


@pytest.fixture
def page(around: Around, show: Show) -> UnreadablePage:
    page = UnreadablePage(around)
    show(page)
    return page


class Post:
    """Brings messages that nobody can read."""

    def __init__(self, desk: Desk, around: Around, clock: FakeClock) -> None:
        self._desk, self._around, self._clock = desk, around, clock

    def bring(self, name: str, content: bytes, reason: str = reasons.NO_CUSTOMER) -> None:
        self._clock.advance(minutes=1)
        arrival = Arrival(
            identity=name,
            name=name,
            arrived_at=self._clock(),
            content=content,
            readings=(Unreadable(reason),),
        )
        self._desk.take_in(arrival)
        self._around.qt_desk.changed.emit()


@pytest.fixture
def post(desk: Desk, around: Around, clock: FakeClock) -> Post:
    return Post(desk, around, clock)


def chosen(page: UnreadablePage) -> str:
    index: QModelIndex = page.list.currentIndex()
    return str(index.data())


def test_a_message_stands_there_with_its_reason_and_its_text(
    page: UnreadablePage, post: Post
) -> None:
    post.bring("vraag.eml", b"Bel mij terug")

    assert chosen(page) == "vraag.eml"
    assert {"vraag.eml", reasons.NO_CUSTOMER} <= set(texts(page))
    assert page.raw.view.toPlainText() == "Bel mij terug"
    heard = page.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == f"vraag.eml, 10:01, {reasons.NO_CUSTOMER}"
    assert page.badge.accessibleName() == "1 message"


def test_the_newest_stands_on_top_and_the_chosen_one_stays(
    page: UnreadablePage, post: Post
) -> None:
    post.bring("een.eml", b"1")
    post.bring("twee.eml", b"2")
    assert chosen(page) == "een.eml"

    QTest.keyClick(page.list, Qt.Key.Key_Up)

    assert chosen(page) == "twee.eml"
    assert page.raw.view.toPlainText() == "2"


def test_a_lead_is_made_with_the_first_number_in_it(
    page: UnreadablePage, post: Post, qtbot: QtBot
) -> None:
    post.bring("vraag.eml", "Bel mij: 06-12345678 of 020-1234567".encode("utf-16"))

    with qtbot.waitSignal(page.form_wanted) as wanted:
        page.make_lead.click()

    message, number = wanted.args
    assert (message.name, number) == ("vraag.eml", "+31612345678")


def test_a_lead_can_be_made_without_a_number(
    around: Around, show: Show, desk: Desk, clock: FakeClock, qtbot: QtBot
) -> None:
    dealer = replace(around.settings.dealer, own_numbers=("+31201234567",))
    ours = replace(around, settings=replace(around.settings, dealer=dealer))
    page = UnreadablePage(ours)
    show(page)
    Post(desk, ours, clock).bring("vraag.eml", b"U belde 020 123 4567")

    with qtbot.waitSignal(page.form_wanted) as wanted:
        page.make_lead.click()

    assert wanted.args[1] == ""


def test_what_is_no_lead_is_put_aside_and_can_be_put_back(
    page: UnreadablePage, post: Post, desk: Desk
) -> None:
    post.bring("een.eml", b"1")
    post.bring("twee.eml", b"2")

    page.no_lead.click()
    assert [one.name for one in desk.messages.unreadable()] == ["twee.eml"]
    assert chosen(page) == "twee.eml"
    assert "een.eml: no lead" in texts(page)

    page.undo.button.click()
    assert [one.name for one in desk.messages.unreadable()] == ["twee.eml", "een.eml"]
    assert page.undo.isHidden()


def test_a_message_can_be_read_again_after_an_update(
    page: UnreadablePage, post: Post, desk: Desk
) -> None:
    post.bring("vraag.eml", b"Bel mij terug")
    page.again.click()
    assert "It still cannot be read." in texts(page)
    assert desk.agenda() == []

    lead = b'{"name": "Sanne", "phone": "06-12345678", "message": "Is hij er nog?"}'
    post.bring("lead.json", lead)  # as an older version left it
    page.list.setCurrentIndex(page.model.index(0))
    page.again.click()

    (item,) = desk.agenda()
    assert item.summary.name == "Sanne"
    assert [one.name for one in desk.messages.unreadable()] == ["vraag.eml"]
    assert "It still cannot be read." not in texts(page)


def test_the_text_can_be_copied(page: UnreadablePage, post: Post) -> None:
    post.bring("vraag.eml", b"een\r\n" + b"x" * 3_000)

    page.copy_button.click()

    assert QGuiApplication.clipboard().text() == "een\n" + "x" * 3_000


def test_an_empty_list_says_so(page: UnreadablePage) -> None:
    assert "Everything that came in was understood." in texts(page)
    assert not page.list.isVisible()


def test_the_list_is_read_only_while_somebody_looks(page: UnreadablePage, post: Post) -> None:
    page.hide()
    post.bring("vraag.eml", b"1")
    assert page.model.rowCount() == 0

    page.show()
    assert chosen(page) == "vraag.eml"


def test_problems_of_the_folder_stand_on_top(page: UnreadablePage) -> None:
    page.show_problems([f"The file {HOSTILE} cannot be read."])
    assert f"The file {HOSTILE} cannot be read." in texts(page)

    page.show_problems([])
    assert not page.problems.isVisible()


def test_strangers_words_are_shown_as_they_are_written(page: UnreadablePage, post: Post) -> None:
    post.bring(HOSTILE, HOSTILE.encode(), reasons.EMPTY)

    assert chosen(page) == HOSTILE
    assert HOSTILE in texts(page)
    assert page.raw.view.toPlainText() == HOSTILE
    markup = page.list.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert tooltip_text(markup) == f"{HOSTILE}\n{reasons.EMPTY}"
    assert rich_labels(page) == []
    page.grab()


def test_a_file_name_cannot_turn_its_ending_round(page: UnreadablePage, post: Post) -> None:
    post.bring("offerte\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe", b"")

    assert chosen(page) == "offerte[U+202E]fdp.exe"


def test_every_control_has_a_name_for_the_screen_reader(page: UnreadablePage, post: Post) -> None:
    post.bring("vraag.eml", b"1")

    assert nameless(page) == []
