"""What a person does with the settings, and what then stands in the file."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from assistant.folders import DataFolder
from assistant.settings import Settings, load
from assistant.ui.settings_page.account_card import AccountCard
from assistant.ui.settings_page.page import SettingsPage


def type_hours(page: SettingsPage, day: int, text: str) -> None:
    field = page.hours.days[day]
    field.setFocus()
    field.selectAll()
    if text:
        QTest.keyClicks(field, text)
    else:
        QTest.keyClick(field, Qt.Key.Key_Delete)


def stored(folder: DataFolder) -> Settings:
    loaded = load(folder.settings)
    assert loaded.problems == ()
    return loaded.settings


def keep(card: AccountCard) -> None:
    """Press the button that saves an account, and wait for the keyring."""
    card.keep.click()
    wait_for_keyring(card)


def wait_for_keyring(card: AccountCard) -> None:
    for _ in range(1_000):
        if not card.key.is_keeping:
            return
        QTest.qWait(5)
    raise AssertionError("the keyring does not answer")
