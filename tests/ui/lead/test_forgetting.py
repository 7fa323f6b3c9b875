"""The question before a customer is forgotten, and the page's menu that leads to it."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from assistant.core.facts import AgreementKind, LeadId, LostReason
from assistant.desk import NextStep
from assistant.ui.around import Around
from assistant.ui.lead.forgetting import Question
from assistant.ui.lead.page import LeadPage
from tests.conftest import a_request


@pytest.fixture
def page(around: Around, qtbot: QtBot) -> LeadPage:
    page = LeadPage(around)
    qtbot.addWidget(page)
    page.show()
    return page


def ask(around: Around, **changes: object) -> LeadId:
    taken = around.qt_desk.step(lambda: around.qt_desk.desk.log_contact(a_request(**changes)))
    assert taken is not None
    assert taken.lead_id is not None
    return taken.lead_id


def choose(page: LeadPage, text: str) -> None:
    page.ties.menu().aboutToShow.emit()
    (action,) = [action for action in page.ties.menu().actions() if action.text() == text]
    assert action.isEnabled()
    action.trigger()


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_the_menu_leaves_a_customer_alone_and_undo_brings_him_back(
    page: LeadPage, around: Around
) -> None:
    lead = ask(around)
    page.show_lead(lead)

    choose(page, "Do not contact again")
    page.read()
    assert around.qt_desk.agenda == []
    assert "Asked not to be contacted." in texts(page.reach)

    page.undo.button.click()
    assert [item.summary.lead_id for item in around.qt_desk.agenda] == [lead]


def test_a_lost_lead_can_be_left_alone_too_because_the_bdc_would_call(
    page: LeadPage, around: Around
) -> None:
    lead = ask(around)
    around.qt_desk.desk.agree(lead, NextStep(kind=AgreementKind.LOST, reason=LostReason.PRICE))
    page.show_lead(lead)

    choose(page, "Do not contact again")

    assert around.qt_desk.desk.handed_over() == []


def test_the_page_of_somebody_forgotten_says_so(page: LeadPage, around: Around) -> None:
    lead, desk = ask(around), around.qt_desk.desk
    page.show_lead(lead)

    desk.privacy.forget(desk.privacy.customer_of(lead))
    page.read()

    assert page.name.text() == "Forgotten customer"
    assert page.next.text() == "Forgotten: what was done still counts."
    assert "Hoekstra" not in texts(page)
    assert not [button for button in page.reach.findChildren(QPushButton) if button.isVisible()]
    page.ties.menu().aboutToShow.emit()
    assert not [action for action in page.ties.menu().actions() if action.isEnabled()][1:]


def test_the_question_says_that_an_appointment_stays_in_his_calendar(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    question = Question("Sanne", 1, window, expected=["tomorrow 14:00"])

    said = "His appointment of tomorrow 14:00 stays in his own calendar: cancel it first."
    assert said in [label.text() for label in question.findChildren(QLabel)]


def test_the_question_names_what_goes_and_enter_forgets_nobody(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    question = Question("<b>Sanne</b>", 2, parent)
    accepted: list[bool] = []
    question.accepted.connect(lambda: accepted.append(True))
    question.open()

    assert "Forget <b>Sanne</b>?" in texts(question)
    assert "from 2 leads: name, numbers, addresses" in texts(question)
    assert question.cancel.isDefault()
    assert not question.forget.autoDefault()
    question.cancel.click()
    assert accepted == []
