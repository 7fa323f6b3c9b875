"""Two windows that work one lead: whoever is quicker is seen by the other."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from assistant.core.errors import WrongCallError
from assistant.core.facts import (
    AgreementKind,
    AppointmentChanged,
    AppointmentEvent,
    Attempt,
    LeadId,
    Outcome,
)
from assistant.core.request import Channel
from assistant.desk import NextStep
from assistant.ui.appointments.page import AppointmentsPage
from assistant.ui.around import Around
from assistant.ui.card.card import Card
from assistant.ui.lead.page import LeadPage
from tests.conftest import FakeClock, a_request, local
from tests.ui.conftest import Show


def arrive(around: Around) -> LeadId:
    taken = around.qt_desk.step(lambda: around.qt_desk.desk.log_contact(a_request()))
    assert taken is not None
    assert taken.lead_id is not None
    return taken.lead_id


def press(window: QWidget, *names: str) -> None:
    for name in names:
        (button,) = [
            each
            for each in window.findChildren(QPushButton)
            if name in {each.text(), each.accessibleName()} and each.isVisible()
        ]
        assert button.isEnabled(), name
        button.click()


def words(window: QWidget) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def elsewhere(around: Around, lead: LeadId, channel: Channel, outcome: Outcome) -> None:
    around.qt_desk.step(lambda: around.qt_desk.desk.record(lead, channel, outcome))


@pytest.fixture
def page(around: Around, show: Show) -> LeadPage:
    page = LeadPage(around)
    around.qt_desk.changed.connect(page.read)
    show(page)
    return page


@pytest.fixture
def missed(page: LeadPage, around: Around) -> LeadId:
    """Return a lead that was just called in vain on its page, which now asks for the WhatsApp."""
    lead = arrive(around)
    page.show_lead(lead)
    press(page, "Call", "No answer")
    assert "Not reached: send a WhatsApp" in words(page)
    return lead


def test_what_was_sent_elsewhere_is_not_asked_for_again(
    page: LeadPage, missed: LeadId, around: Around
) -> None:
    elsewhere(around, missed, Channel.WHATSAPP, Outcome.SENT)

    assert "Not reached: send a mail" in words(page)
    assert page.panel.pages.message.to.text() == "sanne.hoekstra@example.com"


def test_what_was_agreed_elsewhere_is_not_asked_for_again(page: LeadPage, around: Around) -> None:
    lead = arrive(around)
    page.show_lead(lead)
    press(page, "Call", "Spoke")
    assert "What did you agree?" in words(page)

    step = NextStep(kind=AgreementKind.CALL_BACK, moment=local("2026-03-06 11:00"))
    around.qt_desk.step(lambda: around.qt_desk.desk.agree(lead, step))

    assert "What did you agree?" not in words(page)


def test_who_types_reads_what_happened_and_cannot_send_it_again(
    page: LeadPage, missed: LeadId, around: Around
) -> None:
    QTest.keyClicks(page.panel.pages.message.body, "Beste ")

    elsewhere(around, missed, Channel.WHATSAPP, Outcome.SENT)

    assert "Meanwhile: WhatsApp: sent, 10:00" in words(page)
    assert not page.panel.pages.message.send.isEnabled()
    press(page, "Go on")
    assert "Not reached: send a mail" in words(page)
    assert "Meanwhile" not in words(page)
    assert page.panel.pages.message.send.isEnabled()


def test_who_types_something_else_goes_on(page: LeadPage, missed: LeadId, around: Around) -> None:
    QTest.keyClicks(page.panel.pages.message.body, "Beste ")

    elsewhere(around, missed, Channel.CALL, Outcome.BUSY)

    assert "Meanwhile: Call: busy, 10:00" in words(page)
    press(page, "WhatsApp")
    history = around.qt_desk.desk.lead(missed).facts
    sent = [fact for fact in history if isinstance(fact, Attempt) and fact.outcome is Outcome.SENT]
    assert [fact.channel for fact in sent] == [Channel.WHATSAPP]


def test_a_call_under_way_stays_and_says_what_happened(page: LeadPage, around: Around) -> None:
    lead = arrive(around)
    page.show_lead(lead)
    press(page, "Call")

    elsewhere(around, lead, Channel.MAIL, Outcome.SENT)

    assert "Meanwhile: Mail: sent, 10:00" in words(page)
    press(page, "Spoke")
    assert "What did you agree?" in words(page)


def test_what_went_out_this_very_moment_does_not_go_twice(
    page: LeadPage, missed: LeadId, around: Around, opened: list[str]
) -> None:
    before = len(opened)
    around.qt_desk.desk.record(missed, Channel.WHATSAPP, Outcome.SENT)  # by another program

    press(page, "WhatsApp")

    assert len(opened) == before
    assert "Not reached: send a mail" in words(page)


@pytest.fixture
def card(around: Around, tmp_path: Path, qtbot: QtBot, week: AppointmentsPage) -> Card:
    places = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    card = Card(around, places, worked=lambda: week.chosen.panel.worked)
    qtbot.addWidget(card)
    week.activateWindow()
    qtbot.waitUntil(week.isActiveWindow)
    return card


@pytest.fixture
def booked(around: Around) -> LeadId:
    lead, desk = arrive(around), around.qt_desk.desk
    desk.record(lead, Channel.CALL, Outcome.SPOKE)
    at = local("2026-03-06 10:00")
    made = desk.agree(lead, NextStep(kind=AgreementKind.APPOINTMENT, moment=at))
    desk.change_appointment(made.id, AppointmentEvent.CONFIRMED)
    around.qt_desk.look()
    return lead


@pytest.fixture
def week(around: Around, booked: LeadId, show: Show, tmp_path: Path) -> AppointmentsPage:  # noqa: ARG001 - it stands in the week
    week = AppointmentsPage(around, tmp_path / "appointments.ics")
    show(week)
    return week


def move(week: AppointmentsPage) -> None:
    week.week.tiles[0].click()
    press(week, "Moved")
    QTest.keyClicks(week.chosen.panel.pages.came.picker.field, "thu 3pm\r")
    assert "Confirm the new time" in words(week)


def test_the_card_does_not_come_over_the_panel_in_which_its_lead_is_worked(
    week: AppointmentsPage, card: Card, around: Around, clock: FakeClock
) -> None:
    move(week)
    assert not card.isVisible()

    week.hide()
    clock.advance(seconds=1)
    around.qt_desk.look()

    assert card.isVisible()
    card.retire()


def test_a_new_lead_comes_over_the_panel_of_another(
    week: AppointmentsPage, card: Card, around: Around
) -> None:
    move(week)
    other = around.qt_desk.step(
        lambda: around.qt_desk.desk.log_contact(a_request(phones=(), emails=("piet@example.com",)))
    )

    assert other is not None
    assert card.shown_lead == other.lead_id
    card.retire()


def test_a_new_time_that_was_confirmed_on_the_card_is_not_confirmed_again_on_the_page(
    week: AppointmentsPage, card: Card, around: Around, booked: LeadId
) -> None:
    move(week)
    card.show_lead(booked)
    press(card, "WhatsApp")

    assert "Confirm the new time" not in words(week)
    history = around.qt_desk.desk.lead(booked).facts
    confirmed = [
        fact
        for fact in history
        if isinstance(fact, AppointmentChanged) and fact.event is AppointmentEvent.CONFIRMED
    ]
    assert len(confirmed) == 2  # for the old time, and for the new one
    with pytest.raises(WrongCallError, match="is confirmed already"):
        around.qt_desk.desk.change_appointment(
            confirmed[0].appointment_id, AppointmentEvent.CONFIRMED
        )
    card.retire()
