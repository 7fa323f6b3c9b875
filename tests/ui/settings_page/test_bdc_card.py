"""The BDC's card: where leads go, when one goes there by itself, and how many wait."""

from PySide6.QtTest import QTest

from assistant.core.request import Door, RequestKind
from assistant.desk import Desk
from assistant.folders import DataFolder
from assistant.ui.settings_page.page import SettingsPage
from tests.conftest import a_request
from tests.ui.settings_page.hands import stored


def test_it_says_where_leads_go_while_the_address_is_typed(
    page: SettingsPage, folder: DataFolder
) -> None:
    card = page.bdc
    assert card.way.text() == f"Leads for the BDC are written to {folder.handover}."

    QTest.keyClicks(card.address, "bdc@example.com")

    assert "no mail server is set" in card.way.text()
    page.save()
    assert stored(folder).bdc.address == "bdc@example.com"


def test_it_says_when_a_lead_nobody_calls_goes_there(
    page: SettingsPage, folder: DataFolder
) -> None:
    card = page.bdc
    assert card.escalation.text() == "A lead waits for its salesperson, however late."

    QTest.keyClicks(card.minutes, "45")

    assert card.escalation.text().endswith("is not called goes there: 10:47.")
    page.save()
    assert stored(folder).bdc.escalate_after_minutes == 45


def test_what_is_no_address_or_too_many_minutes_is_named_and_not_saved(
    page: SettingsPage, folder: DataFolder
) -> None:
    card = page.bdc
    QTest.keyClicks(card.address, "the bdc")
    page.save()
    assert page.footer.message.message.text() == "The BDC's address is no e-mail address."
    assert card.address.hasFocus()

    card.address.clear()
    card.minutes.setText("100001")
    page.save()
    assert page.footer.message.message.text() == "Minutes are a whole number up to 100000."
    assert card.minutes.hasFocus()
    assert not folder.settings.exists()


def test_undo_shows_what_is_in_use_again(page: SettingsPage) -> None:
    QTest.keyClicks(page.bdc.address, "the bdc")
    QTest.keyClicks(page.bdc.minutes, "45")

    page.undo.click()

    assert (page.bdc.address.text(), page.bdc.minutes.text()) == ("", "")
    assert not page.undo.isEnabled()


def test_it_counts_the_leads_that_wait(page: SettingsPage, desk: Desk) -> None:
    assert page.bdc.waiting.text() == "0 leads wait now."

    consent = "form of 3 January"
    desk.log_contact(a_request(kind=RequestKind.PASSIVE, door=Door.LIST, consent=consent))
    page.bdc.look()

    assert page.bdc.waiting.text() == "1 lead waits now."
