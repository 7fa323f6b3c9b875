"""Merging and splitting from the lead's page, and the way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.core.facts import AgreementKind, LeadId
from assistant.desk import NextStep
from assistant.ui.around import Around
from assistant.ui.lead.page import LeadPage
from assistant.ui.search import Search
from assistant.ui.today.model import Line
from assistant.ui.today.page import TodayPage
from assistant.ui.today.same_customer import SameCustomer
from tests.conftest import FakeClock, a_request


@pytest.fixture
def today(around: Around, search: Search, qtbot: QtBot) -> TodayPage:
    today = TodayPage(around, search)
    qtbot.addWidget(today)
    today.resize(1_000, 600)
    today.show()
    return today


@pytest.fixture
def page(today: TodayPage) -> LeadPage:
    return today.lead


def ask(around: Around, name: str, email: str = "") -> LeadId:
    request = a_request(name=name, phones=(), emails=(email or f"{name[:3]}@example.com",))
    taken = around.qt_desk.step(lambda: around.qt_desk.desk.log_contact(request))
    assert taken is not None
    assert taken.lead_id is not None
    return taken.lead_id


def offered(page: LeadPage) -> list[str]:
    page.ties.menu().aboutToShow.emit()
    return [action.text() for action in page.ties.menu().actions() if action.text()]


def told(page: LeadPage) -> list[str]:
    rows = range(page.history.rowCount())
    return [str(page.history.data(page.history.index(row))) for row in rows]


def press(page: LeadPage, text: str) -> None:
    offered(page)
    next(a for a in page.ties.menu().actions() if a.text().startswith(text)).trigger()


def asking(page: LeadPage) -> SameCustomer:
    press(page, "The same customer as")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SameCustomer)
    return dialog


def listed(dialog: SameCustomer) -> list[str]:
    rows = (dialog.model.row(number) for number in range(dialog.model.rowCount()))
    return [row.lead.name for row in rows if isinstance(row, Line)]


def choose(dialog: SameCustomer, name: str) -> None:
    dialog.list.setCurrentIndex(dialog.model.index(listed(dialog).index(name)))


def test_who_shares_a_name_stands_first_and_the_lead_itself_does_not(
    page: LeadPage, around: Around
) -> None:
    ask(around, "Bo Visser")
    ask(around, "Els Bakker")
    page.show_lead(ask(around, "Jan Bakker"))

    dialog = asking(page)

    assert listed(dialog) == ["Els Bakker", "Bo Visser"]
    assert not dialog.merge.isEnabled()
    dialog.reject()


def test_a_chosen_lead_goes_on_in_this_one_and_comes_back_on_undo(
    page: LeadPage, around: Around
) -> None:
    els, jan = ask(around, "Els Bakker"), ask(around, "Jan Bakker")
    page.show_lead(jan)
    dialog = asking(page)
    choose(dialog, "Els Bakker")

    dialog.merge.click()

    assert around.qt_desk.desk.lead(els).lead_id == jan
    assert page.undo.message.text() == "Els Bakker is the same customer"
    page.undo.button.click()
    assert around.qt_desk.desk.lead(els).lead_id == els


def test_a_closed_lead_is_not_offered_and_a_search_finds_the_open_ones(
    page: LeadPage, around: Around, qtbot: QtBot
) -> None:
    sold = ask(around, "Sam Bakker")
    around.qt_desk.step(lambda: around.qt_desk.desk.agree(sold, NextStep(kind=AgreementKind.SOLD)))
    ask(around, "Els Bakker")
    page.show_lead(ask(around, "Jan Bakker"))
    dialog = asking(page)

    QTest.keyClicks(dialog.field, "bakker")

    qtbot.waitUntil(lambda: listed(dialog) == ["Els Bakker"])
    dialog.reject()


def test_the_keyboard_alone_merges(page: LeadPage, around: Around) -> None:
    els, jan = ask(around, "Els Bakker"), ask(around, "Jan Bakker")
    page.show_lead(jan)
    dialog = asking(page)

    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    assert around.qt_desk.desk.lead(els).lead_id == jan


def test_a_request_is_split_off_and_comes_back_on_undo(
    page: LeadPage, around: Around, clock: FakeClock
) -> None:
    lead = ask(around, "Jan Bakker", "office@example.com")
    clock.advance(minutes=1)
    ask(around, "Bo & Visser", "office@example.com")
    page.show_lead(lead)
    assert [text.partition(",")[0] for text in offered(page)[2:]] == [
        "Another customer: Bo && Visser",
        "Another customer: Jan Bakker",
        "Do not contact again",
        "Forget this customer …",
    ]

    press(page, "Another customer: Bo")

    assert sorted(item.summary.name for item in around.qt_desk.agenda) == [
        "Bo & Visser",
        "Jan Bakker",
    ]
    page.undo.button.click()
    (item,) = around.qt_desk.agenda
    assert item.summary.name == "Jan Bakker / Bo & Visser"


def test_the_history_says_who_asked_once_two_did(page: LeadPage, around: Around) -> None:
    els, jan = ask(around, "Els Bakker"), ask(around, "Jan Bakker")
    page.show_lead(jan)
    assert not any("Bakker" in line for line in told(page))

    around.qt_desk.step(lambda: around.qt_desk.desk.merge(jan, els))
    page.read()

    assert [name for line in told(page) for name in ("Els", "Jan") if name in line] == [
        "Jan",
        "Els",
    ]


def test_a_lead_with_one_request_has_nothing_to_split_off(page: LeadPage, around: Around) -> None:
    page.show_lead(ask(around, "Jan Bakker"))

    assert offered(page) == [
        "The same customer as …",
        "I cannot: hand it over …",
        "Do not contact again",
        "Forget this customer …",
    ]


def test_a_lead_is_handed_over_from_its_menu_once(page: LeadPage, around: Around) -> None:
    lead = ask(around, "Jan Bakker")
    page.show_lead(lead)

    press(page, "I cannot: hand it over")
    page.panel.pages.hand_on.takers[0].click()

    assert [one.lead_id for one in around.qt_desk.desk.handed_over()] == [lead]
    page.read()
    offered(page)
    actions = {action.text(): action for action in page.ties.menu().actions()}
    assert not actions["I cannot: hand it over …"].isEnabled()
