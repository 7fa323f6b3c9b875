"""The privacy card: the term, and how many it would forget today."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assistant.core.facts import AgreementKind, LostReason
from assistant.desk import Desk, NextStep
from assistant.folders import DataFolder
from assistant.ui.settings_page.page import SettingsPage
from tests.conftest import FakeClock, a_request
from tests.ui.settings_page.hands import stored


def said(page: SettingsPage, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: not page.privacy.slices.is_running)
    return page.privacy.effect.text()


def test_it_says_how_many_would_be_forgotten_while_the_term_is_typed(
    page: SettingsPage, desk: Desk, clock: FakeClock, folder: DataFolder, qtbot: QtBot
) -> None:
    lead = desk.log_contact(a_request()).lead_id
    assert lead is not None
    desk.agree(lead, NextStep(kind=AgreementKind.LOST, reason=LostReason.PRICE))
    clock.advance(days=100)
    card = page.privacy
    assert said(page, qtbot) == "As of today nobody would be forgotten."

    card.months.clear()
    QTest.keyClicks(card.months, "3")

    assert said(page, qtbot) == "As of today 1 lead would be forgotten, for good."
    assert len(desk.known(a_request().identities)) == 1
    page.save()
    assert stored(folder).privacy.retention_months == 3


def test_an_empty_term_forgets_nobody(page: SettingsPage, folder: DataFolder) -> None:
    page.privacy.months.setFocus()
    page.privacy.months.selectAll()
    QTest.keyClicks(page.privacy.months, "\b")

    assert page.privacy.effect.text() == "Customers are never forgotten by themselves."
    page.save()
    assert stored(folder).privacy.retention_months == 0


def test_a_term_beyond_a_century_is_named_and_not_saved(
    page: SettingsPage, folder: DataFolder
) -> None:
    page.privacy.months.setText("1201")

    page.save()

    assert page.footer.message.message.text() == "Months are a whole number up to 1200."
    assert not folder.settings.exists()
