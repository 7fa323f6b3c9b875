"""On the lead's page each number and address shows its mark, and what is learnt is noted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assistant.core.contact import Phone
from assistant.core.facts import LeadId
from assistant.ui.around import Around
from assistant.ui.lead.page import LeadPage
from tests.conftest import a_request
from tests.ui.seen import HOSTILE, nameless, rich_labels, texts

TWO = (Phone("+31612345678", mobile=True), Phone("+31201234567"))


@pytest.fixture
def page(around: Around, qtbot: QtBot) -> LeadPage:
    page = LeadPage(around)
    qtbot.addWidget(page)
    page.resize(700, 620)
    page.show()
    return page


def ask(around: Around, **changes: object) -> LeadId:
    taken = around.qt_desk.desk.log_contact(a_request(**changes))
    assert taken.lead_id is not None
    return taken.lead_id


def learn(around: Around, lead: LeadId, **said: object) -> None:
    around.qt_desk.step(lambda: around.qt_desk.desk.learn(lead, **said))


def test_each_number_and_address_shows_its_own_mark(page: LeadPage, around: Around) -> None:
    lead = ask(around, phones=TWO, emails=("a@example.com",))
    learn(around, lead, phone_read_back=True, email_asked=True)

    page.show_lead(lead)

    shown = "\n".join(texts(page.reach))
    assert "06 12 34 56 78 · asked and read back\n020 123 4567\n" in shown
    assert "a@example.com · asked\n" in shown
    assert "Missing to follow up: e-mail read back" in shown


def test_what_was_learnt_later_is_noted_and_can_be_undone(page: LeadPage, around: Around) -> None:
    lead = ask(around, emails=())
    page.show_lead(lead)
    part = page.reach.followable
    assert not part.rows.isVisible()

    part.open_button.click()
    part.rows.number.marks.read_back.click()
    part.rows.email.field.setText("els@example.com")
    part.rows.email.field.textEdited.emit("")
    part.rows.email.marks.asked.click()
    part.save.click()
    page.read()

    shown = "\n".join(texts(page.reach))
    assert "· asked and read back" in shown
    assert "els@example.com · asked" in shown
    assert "Missing to follow up: e-mail read back" in shown
    page.undo.button.click()
    page.read()
    assert "Missing to follow up: number asked and read back, e-mail" in texts(page.reach)


def test_nothing_is_written_for_what_did_not_change(page: LeadPage, around: Around) -> None:
    lead = ask(around)
    page.show_lead(lead)

    page.reach.followable.open_button.click()
    page.reach.followable.save.click()

    assert len(around.qt_desk.desk.lead(lead).facts) == 1
    assert not page.reach.followable.rows.isVisible()


def test_what_is_no_address_is_not_noted_and_not_lost(page: LeadPage, around: Around) -> None:
    lead = ask(around, emails=())
    page.show_lead(lead)
    part = page.reach.followable
    part.open_button.click()
    part.rows.email.field.setText("els@")

    part.save.click()

    assert part.rows.email.field.text() == "els@"
    assert part.rows.email.field.property("invalid") == "true"
    assert len(around.qt_desk.desk.lead(lead).facts) == 1


def test_what_was_begun_stays_while_the_lead_changes(page: LeadPage, around: Around) -> None:
    lead = ask(around, emails=())
    page.show_lead(lead)
    part = page.reach.followable
    part.open_button.click()
    part.rows.email.field.setText("els@example.com")

    learn(around, lead, phone_asked=True)
    page.read()

    assert part.rows.email.field.text() == "els@example.com"
    assert page.is_in_use_for_another(LeadId("other"))


def test_every_control_has_a_name_and_strangers_stay_plain(page: LeadPage, around: Around) -> None:
    page.show_lead(ask(around, name=HOSTILE, question=HOSTILE, emails=()))
    page.reach.followable.open_button.click()

    assert nameless(page) == []
    assert rich_labels(page) == []


def test_tab_goes_from_the_last_mark_to_noting_it(page: LeadPage, around: Around) -> None:
    page.show_lead(ask(around))
    part = page.reach.followable
    part.open_button.click()
    part.rows.email.marks.read_back.setFocus()

    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)

    assert page.focusWidget() is part.save
