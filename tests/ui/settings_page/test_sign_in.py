"""Signing in from the settings page, with a provider on loopback and real threads."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from assistant.core.errors import CouldNotError
from assistant.passwords import keep_password, password_at, place_of
from assistant.settings import Account, MailboxSettings, SignIn, load
from assistant.sign_in import Applicant, Grant, Invitation, Provider
from assistant.ui.around import Around
from assistant.ui.settings_page.mailbox_card import MailboxCard
from tests.sign_in.identity import CLIENT_ID, USER_CODE, IdentityProvider, an_error
from tests.ui.conftest import Show
from tests.ui.seen import nameless, rich_labels, texts
from tests.ui.settings_page.hands import keep, wait_for_keyring

pytestmark = pytest.mark.usefixtures("pocket")

CODE = Invitation("https://login.example.com/device", USER_CODE)
LOOKS = 1_000
PAGE = Invitation("https://accounts.example.com/auth?state=1")


class Person:
    """Who signs in when the test says so, at a provider that does what the test wants."""

    def __init__(self) -> None:
        self.invitation = CODE
        self.secrets: list[str] = []
        self.problem: Exception | None = None
        self.is_done = threading.Event()
        self.was_stopped = False

    def provider_of(self, _mailbox: Account) -> Provider:
        return self

    def sign_in(self, applicant: Applicant, invite: Any, stopping: threading.Event) -> Grant | None:
        self.secrets.append(applicant.client_secret)
        invite(self.invitation)
        for _ in range(LOOKS):
            if stopping.is_set():
                self.was_stopped = True
                break
            if self.is_done.wait(0.01):
                if self.problem is not None:
                    raise self.problem
                return Grant("a token", "kept")
        return None

    def renew(self, mailbox: Account, kept: str) -> Grant:
        raise NotImplementedError

    def client_secret(self, kept: str) -> str:
        return f"secret of {kept}" if kept else ""


class Server:
    """Notes with what it was tried."""

    def __init__(self) -> None:
        self.tried: list[str | None] = []

    def reach(self, _mailbox: MailboxSettings, credential: str | None) -> None:
        self.tried.append(credential)


@pytest.fixture
def person() -> Person:
    return Person()


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def card(
    around: Around, file: Path, person: Person, server: Server, show: Show
) -> Iterator[MailboxCard]:
    card = MailboxCard(replace(around, provider_of=person.provider_of), file, reach=server.reach)
    run = card.key.run
    show(card)
    yield card
    run.forget()
    run.wait()


def fill(card: MailboxCard, way: SignIn = SignIn.MICROSOFT) -> None:
    """Type a mailbox that is signed in to."""
    card.add.click()
    press(card, way)
    card.form.user.setText("sales@example.com")
    card.form.sign_in.client_id.setText(CLIENT_ID)


def a_mailbox(way: SignIn) -> MailboxSettings:
    return MailboxSettings(name="sales", host="h", user="s", sign_in=way, client_id=CLIENT_ID)


def changing(mailbox: MailboxSettings, around: Around, file: Path, person: Person) -> MailboxCard:
    """Return a card on which a mailbox in use is being changed."""
    settings = replace(around.settings, mailboxes=(mailbox,))
    card = MailboxCard(replace(around, settings=settings, provider_of=person.provider_of), file)
    card.rows[0].change.click()
    return card


def press(card: MailboxCard, way: SignIn) -> None:
    """Choose how to sign in."""
    card.form.sign_in.choice.buttons.button(list(SignIn).index(way)).click()


def sign_in(card: MailboxCard, person: Person, qtbot: QtBot) -> None:
    """Sign in, to the end."""
    person.is_done.clear()
    with qtbot.waitSignal(card.key.run.invited):
        card.form.sign_in.button.click()
    person.is_done.set()
    qtbot.waitUntil(lambda: not card.key.run.is_running)
    card.key.run.wait()


def stored(file: Path) -> MailboxSettings:
    loaded = load(file)
    assert loaded.problems == ()
    (mailbox,) = loaded.settings.mailboxes
    return mailbox


def in_view(card: MailboxCard) -> list[QWidget]:
    fields = card.form.sign_in
    return [each for each in (*fields.lines, fields.button) if each.isVisible()]


def test_only_what_the_chosen_way_needs_is_asked(card: MailboxCard) -> None:
    fields = card.form.sign_in
    card.add.click()
    assert in_view(card) == [fields.password]

    press(card, SignIn.MICROSOFT)
    assert in_view(card) == [fields.tenant, fields.client_id, fields.button]
    assert fields.button.text() == "Sign in at Microsoft"
    assert card.form.host.placeholderText() == "outlook.office365.com"

    press(card, SignIn.GOOGLE)
    assert in_view(card) == [fields.client_id, fields.client_secret, fields.button]
    assert card.form.host.placeholderText() == "imap.gmail.com"


def test_the_code_is_shown_and_its_page_opened(
    card: MailboxCard, opened: list[str], qtbot: QtBot
) -> None:
    fill(card)
    fields = card.form.sign_in

    with qtbot.waitSignal(card.key.run.invited):
        fields.button.click()

    assert fields.panel.isVisible()
    assert USER_CODE in texts(card)
    assert CODE.address in texts(card)
    assert opened == [CODE.address]
    assert fields.said.text() == "Waiting until you have signed in …"
    assert fields.button.text() == "Stop signing in"
    fields.panel.copy.click()
    assert QGuiApplication.clipboard().text() == USER_CODE
    fields.panel.open.click()
    assert opened == [CODE.address] * 2


def test_a_page_without_a_code_is_opened(
    card: MailboxCard, person: Person, opened: list[str], qtbot: QtBot
) -> None:
    person.invitation = PAGE
    fill(card, SignIn.GOOGLE)

    with qtbot.waitSignal(card.key.run.invited):
        card.form.sign_in.button.click()

    panel = card.form.sign_in.panel
    assert opened == [PAGE.address]
    assert not panel.code.isVisible()
    panel.copy.click()
    assert QGuiApplication.clipboard().text() == PAGE.address


def test_only_pages_of_the_web_are_opened(
    card: MailboxCard, person: Person, opened: list[str], qtbot: QtBot
) -> None:
    person.invitation = Invitation("file:///etc/passwd", USER_CODE)
    fill(card)

    with qtbot.waitSignal(card.key.run.invited):
        card.form.sign_in.button.click()

    assert opened == []


def test_who_has_signed_in_can_try_and_save_the_mailbox(
    card: MailboxCard, person: Person, server: Server, file: Path, qtbot: QtBot
) -> None:
    fill(card)
    sign_in(card, person, qtbot)
    assert card.form.sign_in.said.text() == "You are signed in. Save to keep it so."
    assert not card.form.sign_in.panel.isVisible()

    with qtbot.waitSignal(card.test.ended):
        card.try_it.click()
    card.test.wait()
    assert server.tried == ["a token"]
    with qtbot.waitSignal(card.changed):
        keep(card)

    mailbox = stored(file)
    assert mailbox == MailboxSettings(
        name="sales",
        host="outlook.office365.com",
        user="sales@example.com",
        sign_in=SignIn.MICROSOFT,
        client_id=CLIENT_ID,
    )
    assert password_at(place_of(mailbox)) == "kept"
    assert "token" not in file.read_text("utf-8").partition("[mailboxes.sales]")[2]


def test_without_a_sign_in_nothing_is_saved(card: MailboxCard, file: Path) -> None:
    fill(card)

    keep(card)

    assert card.said.text() == "Sign in first: nobody has signed in to sales@example.com yet."
    assert card.form.sign_in.button.hasFocus()
    assert not file.exists()


def test_a_sign_in_opens_no_other_server(
    card: MailboxCard, person: Person, file: Path, qtbot: QtBot
) -> None:
    fill(card)
    sign_in(card, person, qtbot)
    card.form.host.setText("other.example.com")
    assert not card.form.sign_in.said.isVisible()

    keep(card)

    assert card.said.text().startswith("Sign in first")
    assert not file.exists()


def test_a_sign_in_opens_no_server_that_was_typed_meanwhile(
    card: MailboxCard, person: Person, file: Path, qtbot: QtBot
) -> None:
    fill(card)
    with qtbot.waitSignal(card.key.run.invited):
        card.form.sign_in.button.click()
    card.form.host.setText("other.example.com")
    with qtbot.waitSignal(card.key.run.granted):
        person.is_done.set()
    card.key.run.wait()

    keep(card)

    assert card.said.text().startswith("Sign in first")
    assert not file.exists()


def test_what_is_missing_is_said_where_it_is_mended(card: MailboxCard, person: Person) -> None:
    fields = card.form.sign_in
    fill(card)
    fields.client_id.clear()
    fields.button.click()
    assert fields.said.text().startswith("Type the client id")
    assert fields.client_id.hasFocus()

    fields.client_id.setText("a b")
    fields.button.click()
    assert fields.client_id.hasFocus()

    fields.client_id.setText(CLIENT_ID)
    fields.tenant.setText("no/tenant")
    fields.button.click()
    assert fields.said.text().startswith("A tenant is a domain or an id")
    assert fields.tenant.hasFocus()
    assert person.secrets == []


def test_why_it_was_refused_is_said(card: MailboxCard, person: Person, qtbot: QtBot) -> None:
    person.problem = CouldNotError("The sign-in was declined.")
    fill(card)

    sign_in(card, person, qtbot)

    assert card.form.sign_in.said.text() == "The sign-in was declined."
    assert not card.form.sign_in.panel.isVisible()
    assert card.form.sign_in.button.text() == "Sign in at Microsoft"


def test_a_mistake_of_ours_is_no_endless_wait(
    card: MailboxCard, person: Person, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    person.problem = ZeroDivisionError()
    fill(card)

    sign_in(card, person, qtbot)

    assert "made a mistake" in card.form.sign_in.said.text()
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize("how", ["button", "cancel", "another way"])
def test_a_sign_in_can_be_stopped(
    card: MailboxCard, person: Person, qtbot: QtBot, how: str
) -> None:
    fill(card)
    fields = card.form.sign_in
    with qtbot.waitSignal(card.key.run.invited):
        fields.button.click()

    if how == "button":
        fields.button.click()
    elif how == "cancel":
        card.cancel.click()
    else:
        press(card, SignIn.GOOGLE)

    card.key.run.wait()  # the thread ends though nobody has signed in
    assert person.was_stopped
    assert not card.key.run.is_running
    assert not fields.panel.isVisible()
    assert not fields.said.isVisible()


@pytest.mark.usefixtures("qt_desk")
def test_a_page_may_go_while_somebody_signs_in(
    around: Around, file: Path, person: Person, qtbot: QtBot
) -> None:
    card = MailboxCard(replace(around, provider_of=person.provider_of), file)
    run = card.key.run
    fill(card)
    with qtbot.waitSignal(run.invited):
        card.form.sign_in.button.click()

    shiboken6.delete(card)

    run.wait()
    assert person.was_stopped


def test_a_client_secret_need_not_be_typed_again(
    around: Around, file: Path, person: Person, show: Show, qtbot: QtBot
) -> None:
    mailbox = a_mailbox(SignIn.GOOGLE)
    keep_password(place_of(mailbox), "before")
    card = changing(mailbox, around, file, person)
    show(card)
    assert card.form.sign_in.value is SignIn.GOOGLE

    sign_in(card, person, qtbot)
    card.form.sign_in.client_secret.setText("typed")
    sign_in(card, person, qtbot)
    keep(card)

    assert person.secrets == ["secret of before", "typed"]
    assert password_at(place_of(mailbox)) == "kept"


def test_a_sign_in_that_is_not_saved_yet_is_not_forgotten(
    around: Around, file: Path, person: Person, show: Show, qtbot: QtBot
) -> None:
    mailbox = a_mailbox(SignIn.MICROSOFT)
    card = changing(mailbox, around, file, person)
    show(card)
    before = card.is_touched

    with qtbot.waitSignal(card.edited):
        sign_in(card, person, qtbot)

    assert (before, card.is_touched) == (False, True)
    assert not card.keep_typed()
    wait_for_keyring(card)
    assert card.keep_typed()
    assert password_at(place_of(mailbox)) == "kept"


def test_it_is_done_with_the_keyboard_alone(
    card: MailboxCard, person: Person, qtbot: QtBot
) -> None:
    fields = card.form.sign_in
    card.add.click()
    card.form.user.setText("sales@example.com")
    QTest.keyClick(card.form.user, Qt.Key.Key_Tab)
    QTest.keyClick(card.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(card.focusWidget(), Qt.Key.Key_Space)
    assert fields.value is SignIn.MICROSOFT
    QTest.keyClick(card.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(card.focusWidget(), CLIENT_ID)
    assert fields.client_id.text() == CLIENT_ID
    QTest.keyClick(fields.client_id, Qt.Key.Key_Tab)
    QTest.keyClick(fields.tenant, Qt.Key.Key_Tab)
    assert fields.button.hasFocus()

    with qtbot.waitSignal(card.key.run.invited):
        QTest.keyClick(fields.button, Qt.Key.Key_Space)

    assert fields.panel.copy.hasFocus()
    assert USER_CODE in fields.panel.copy.accessibleDescription()
    person.is_done.set()
    qtbot.waitUntil(lambda: not card.key.run.is_running)
    assert fields.button.hasFocus()


@pytest.mark.parametrize("way", list(SignIn))
def test_every_control_has_a_name_and_no_text_is_rich(
    card: MailboxCard, way: SignIn, qtbot: QtBot
) -> None:
    fill(card, way)
    if way is not SignIn.PASSWORD:
        with qtbot.waitSignal(card.key.run.invited):
            card.form.sign_in.button.click()

    assert nameless(card) == []
    assert rich_labels(card) == []


def test_msal_itself_signs_in_while_the_window_lives(
    around: Around, file: Path, identity: IdentityProvider, show: Show, qtbot: QtBot
) -> None:
    identity.next += [an_error("authorization_pending")]
    card = MailboxCard(replace(around, provider_of=identity.provider), file)
    show(card)
    fill(card)

    with qtbot.waitSignal(card.key.run.granted, timeout=15_000):
        card.form.sign_in.button.click()
        assert card.form.sign_in.said.text() == "Connecting …"  # nothing was waited for
    card.key.run.wait()
    keep(card)

    kept = password_at(place_of(stored(file)))
    assert kept is not None
    assert "refresh 1" in kept
