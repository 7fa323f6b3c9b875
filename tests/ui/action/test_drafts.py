"""What was typed and not sent is there again, whichever window asks for it."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from assistant.core.facts import LeadId, Outcome
from assistant.core.request import Channel
from assistant.ui.action.panel import ActionPanel
from assistant.ui.around import Around
from tests.conftest import a_request
from tests.ui.conftest import Show


def press(panel: ActionPanel, *names: str) -> None:
    for name in names:
        (button,) = [
            each
            for each in panel.findChildren(QPushButton)
            if name in {each.text(), each.accessibleName()} and each.isVisible()
        ]
        button.click()


def arrive(around: Around, **changes: object) -> LeadId:
    taken = around.qt_desk.desk.log_contact(a_request(**changes))
    assert taken.lead_id is not None
    return taken.lead_id


def show_lead(panel: ActionPanel, around: Around, lead: LeadId) -> None:
    panel.open_lead(around.qt_desk.desk.lead(lead))


@pytest.fixture
def panel(around: Around, show: Show) -> ActionPanel:
    panel = ActionPanel(around)
    show(panel)
    return panel


@pytest.fixture
def typed(panel: ActionPanel, around: Around) -> LeadId:
    """Return a lead to whom a mail was begun, and then another lead was shown."""
    lead = arrive(around)
    show_lead(panel, around, lead)
    press(panel, "Mail")
    panel.pages.message.subject.selectAll()
    QTest.keyClicks(panel.pages.message.subject, "Een vraag")
    QTest.keyClicks(panel.pages.message.body, "Beste Sanne, ")
    show_lead(panel, around, arrive(around, phones=(), emails=("piet@example.com",)))
    return lead


def test_what_was_typed_stands_there_when_its_lead_is_shown_again(
    panel: ActionPanel, typed: LeadId, around: Around
) -> None:
    assert panel.pages.shown is panel.pages.prompt

    show_lead(panel, around, typed)

    assert panel.pages.message.isVisible()
    assert panel.pages.message.subject.text() == "Een vraag"
    assert panel.pages.message.body.toPlainText().startswith("Beste Sanne, ")
    assert panel.is_busy


def test_another_window_shows_it_too(typed: LeadId, around: Around, show: Show) -> None:
    card = ActionPanel(around)
    show(card)

    show_lead(card, around, typed)

    assert card.pages.message.subject.text() == "Een vraag"


def test_who_goes_back_finds_it_where_he_left_it(
    panel: ActionPanel, typed: LeadId, around: Around
) -> None:
    show_lead(panel, around, typed)
    press(panel, "Back")
    show_lead(panel, around, typed)
    assert panel.pages.shown is panel.pages.prompt

    press(panel, "Mail")

    assert panel.pages.message.subject.text() == "Een vraag"


def test_what_happened_since_comes_first(panel: ActionPanel, typed: LeadId, around: Around) -> None:
    around.qt_desk.desk.record(typed, Channel.CALL, Outcome.SPOKE)

    show_lead(panel, around, typed)

    assert panel.pages.shown is panel.pages.next_step


def test_what_was_sent_is_not_kept(panel: ActionPanel, typed: LeadId, around: Around) -> None:
    show_lead(panel, around, typed)
    press(panel, "Mail")
    press(panel, "Mail")

    assert panel.pages.message.subject.text() != "Een vraag"
