"""Who wants to be left alone is not contacted by a press, and may say that he changed his mind."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from assistant.core.facts import LeadId
from assistant.core.plan import Step
from assistant.ui.around import Around
from assistant.ui.lead.page import LeadPage
from tests.conftest import a_request
from tests.ui.conftest import Show


def buttons(page: LeadPage) -> dict[str, QPushButton]:
    found = [each for each in page.panel.findChildren(QPushButton) if each.isVisible()]
    return {each.accessibleName() or each.text(): each for each in found}


def words(page: LeadPage) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def leads(around: Around) -> list[LeadId]:
    """Return two leads of one customer, who asked to be left alone."""
    desk = around.qt_desk.desk
    made = []
    for _ in range(2):
        taken = desk.log_contact(a_request())
        assert taken.lead_id is not None
        desk.privacy.leave_alone(taken.lead_id)
        made.append(taken.lead_id)
    return made


@pytest.fixture
def page(around: Around, leads: list[LeadId], show: Show) -> LeadPage:
    page = LeadPage(around)
    around.qt_desk.changed.connect(page.read)
    show(page)
    page.show_lead(leads[-1])
    return page


def test_nothing_is_offered_by_which_he_is_contacted(page: LeadPage) -> None:
    assert "This customer asked not to be contacted again." in words(page)
    assert list(buttons(page)) == ["He may be contacted again"]


def test_that_he_may_be_contacted_again_is_asked_once(
    page: LeadPage, leads: list[LeadId], around: Around
) -> None:
    buttons(page)["He may be contacted again"].click()
    assert "Did the customer say himself that you may contact him again?" in words(page)
    assert list(buttons(page)) == ["Yes, he said so himself", "Back"]
    buttons(page)["Yes, he said so himself"].click()

    assert {"Call", "Mail", "WhatsApp"} <= set(buttons(page))
    assert "He may be contacted again" not in buttons(page)
    prompts = [around.qt_desk.desk.lead(lead).prompt for lead in leads]
    assert [None if prompt is None else prompt.step for prompt in prompts] == [Step.CALL] * 2


def test_who_did_not_say_so_stays_left_alone(page: LeadPage) -> None:
    buttons(page)["He may be contacted again"].click()
    buttons(page)["Back"].click()

    assert list(buttons(page)) == ["He may be contacted again"]
