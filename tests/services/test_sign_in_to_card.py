"""From the settings page to the card: a sign-in by device code, then a mail on a real server.

The whole desktop, without a screen; only the provider's address is another one.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.app.desktop import Desktop
from assistant.app.outside import Outside
from assistant.core.clock import utc_now
from assistant.demo.stage import furnish
from assistant.folders import DataFolder
from assistant.settings import MailboxSettings, SignIn, change
from assistant.ui.main_window import Place
from assistant.ui.settings_page.mailbox_card import MailboxCard
from tests.services.conftest import a_mail
from tests.services.dovecot import USER, Dovecot
from tests.sign_in.identity import CLIENT_ID, USER_CODE, IdentityProvider, an_error
from tests.sign_in.tokens import Signer

PATIENCE_MS = 20_000


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path / "data")
    furnish(folder, always_open=True, aloud=False)
    folder.database.touch()  # not the first start
    change(folder.settings, "desk", {"language": "en"})
    return folder


@pytest.fixture
def desktop(
    qapp: QApplication, folder: DataFolder, identity: IdentityProvider
) -> Iterator[Desktop]:
    outside = Outside(lambda _link: None, identity.provider)
    desktop = Desktop(qapp, folder, utc_now, None, outside=outside, with_tray=False)
    yield desktop
    desktop.close()


def typed_card(desktop: Desktop, mailbox: MailboxSettings) -> MailboxCard:
    """Type a mailbox of Microsoft's on the settings page."""
    desktop.windows.main.go_to(Place.SETTINGS)
    page = desktop.windows.pages.settings
    page.mailboxes.add.click()
    form = page.mailboxes.form
    form.sign_in.choice.buttons.button(list(SignIn).index(SignIn.MICROSOFT)).click()
    form.user.setText(mailbox.user)
    form.sign_in.client_id.setText(CLIENT_ID)
    form.host.setText(mailbox.host)
    form.port.setText(str(mailbox.port))
    form.ca_file.setText(mailbox.ca_file)
    return page.mailboxes


@pytest.mark.usefixtures("pocket")
def test_who_signs_in_on_the_settings_page_gets_the_next_lead(
    desktop: Desktop,
    folder: DataFolder,
    server: Dovecot,
    mailbox: MailboxSettings,
    signer: Signer,
    identity: IdentityProvider,
    qtbot: QtBot,
) -> None:
    server.trust(signer)
    identity.next.append(an_error("authorization_pending"))
    card = typed_card(desktop, mailbox)

    with qtbot.waitSignal(card.key.run.invited, timeout=PATIENCE_MS):
        card.form.sign_in.button.click()
    assert card.form.sign_in.panel.code.text() == USER_CODE
    qtbot.waitUntil(lambda: not card.key.run.is_running, timeout=PATIENCE_MS)
    card.key.run.wait()
    with qtbot.waitSignal(card.test.ended, timeout=PATIENCE_MS):
        card.try_it.click()
    card.test.wait()
    assert card.said.text() == f"It works: INBOX of {USER} is reached."
    card.keep.click()
    place = folder.mailboxes / "sales.json"
    qtbot.waitUntil(place.exists, timeout=PATIENCE_MS)
    server.deliver(a_mail(1))

    qtbot.waitUntil(desktop.windows.card.isVisible, timeout=PATIENCE_MS)
    assert desktop.windows.card.who.name.text() == "Klant 1"
