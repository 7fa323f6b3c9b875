"""A mailbox is set up from the settings page alone."""

import threading
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
import shiboken6
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from assistant.core.errors import AssistantError, CouldNotError
from assistant.folders import DataFolder
from assistant.intake.mailbox import Contact
from assistant.passwords import Place, keep_password, password_at, place_of
from assistant.settings import MailboxSettings, Security, load
from assistant.ui.around import Around
from assistant.ui.settings_page.connection_test import reach_really
from assistant.ui.settings_page.mailbox_card import MailboxCard
from assistant.ui.settings_page.page import SettingsPage
from tests.conftest import MONDAY_TEN
from tests.pocket_keyring import PocketKeyring
from tests.ui.conftest import Show
from tests.ui.seen import HOSTILE, nameless, rich_labels
from tests.ui.settings_page.hands import keep, type_hours, wait_for_keyring

pytestmark = pytest.mark.usefixtures("pocket")

SALES = MailboxSettings(name="sales", host="imap.example.com", user="sales@example.com")


class FakeWatch:
    """A mailbox that is read, or not."""

    def __init__(self, mailbox: MailboxSettings, problem: AssistantError | None) -> None:
        self.mailbox = mailbox
        self.problem = problem
        self.contact = Contact(at=MONDAY_TEN, message_at=MONDAY_TEN)


class Server:
    """Answers whoever tries a mailbox as the test wants it."""

    def __init__(self) -> None:
        self.problem: CouldNotError | None = None
        self.tried: list[tuple[MailboxSettings, str | None]] = []

    def reach(self, mailbox: MailboxSettings, password: str | None) -> None:
        self.tried.append((mailbox, password))
        if self.problem is not None:
            raise self.problem


class SilentServer:
    """Says nothing until the test lets it."""

    def __init__(self) -> None:
        self.may_answer = threading.Event()
        self.tried = 0

    def reach(self, _mailbox: MailboxSettings, _password: str | None) -> None:
        self.tried += 1
        assert self.may_answer.wait(10)


Silence = tuple[SilentServer, MailboxCard]


def make_a_mistake(_mailbox: MailboxSettings, _password: str | None) -> None:
    raise ZeroDivisionError


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def card(around: Around, file: Path, server: Server, show: Show) -> MailboxCard:
    card = MailboxCard(around, file, reach=server.reach)
    show(card)
    return card


@pytest.fixture
def silence(around: Around, file: Path, show: Show) -> Silence:
    """Return a server that does not answer yet, and a card in which its mailbox is typed."""
    server = SilentServer()
    card = MailboxCard(around, file, reach=server.reach)
    show(card)
    card.add.click()
    fill(card.form.user, "sales@example.com")
    return server, card


def stored(file: Path) -> tuple[MailboxSettings, ...]:
    loaded = load(file)
    assert loaded.problems == ()
    return loaded.settings.mailboxes


def fill(field: QLineEdit, text: str) -> None:
    field.setText(text)


def try_it(card: MailboxCard, qtbot: QtBot) -> str:
    with qtbot.waitSignal(card.test.ended):
        card.try_it.click()
    card.test.wait()
    return card.said.text()


def test_an_address_and_a_password_are_enough(card: MailboxCard, file: Path, qtbot: QtBot) -> None:
    card.add.click()
    fill(card.form.user, "sales@example.com")
    fill(card.form.sign_in.password, "secret")
    assert card.form.host.placeholderText() == "imap.example.com"

    with qtbot.waitSignal(card.changed):
        keep(card)

    assert stored(file) == (SALES,)
    assert password_at(place_of(SALES)) == "secret"
    assert "secret" not in file.read_text("utf-8")
    assert not card.form.isVisible()


def test_everything_about_it_can_be_said(card: MailboxCard, file: Path) -> None:
    card.add.click()
    form = card.form
    fill(form.user, "leads")
    fill(form.sign_in.password, "secret")
    fill(form.host, "localhost")
    fill(form.folder, "Leads/Nieuw")
    form.security.choose(Security.PLAIN.value)
    fill(form.port, "1143")
    fill(form.days_back, "3")
    keep(card)

    (mailbox,) = stored(file)
    assert mailbox == MailboxSettings(
        name="leads",
        host="localhost",
        user="leads",
        folder="Leads/Nieuw",
        security=Security.PLAIN,
        port=1143,
        days_back=3,
    )


def test_what_is_wrong_is_said_where_it_is_mended(card: MailboxCard, file: Path) -> None:
    card.add.click()
    keep(card)
    assert "e-mail address" in card.said.text()
    assert card.form.user.hasFocus()

    fill(card.form.user, "sales")
    keep(card)
    assert "imap.example.com" in card.said.text()
    assert card.form.host.hasFocus()

    fill(card.form.host, "imap.example.com")
    card.form.security.choose(Security.PLAIN.value)
    keep(card)
    assert "Without encryption" in card.said.text()

    fill(card.form.port, "0")
    keep(card)
    assert "A port is" in card.said.text()
    assert card.form.port.hasFocus()

    fill(card.form.port, "143")
    fill(card.form.ca_file, "nowhere.pem")
    keep(card)
    assert card.said.text() == "There is no file nowhere.pem."
    assert card.form.ca_file.hasFocus()
    assert not file.exists()


def test_a_guessed_server_is_not_read_unencrypted(card: MailboxCard) -> None:
    card.add.click()
    fill(card.form.user, "sales@example.com")
    card.form.security.choose(Security.PLAIN.value)

    keep(card)

    assert "Without encryption" in card.said.text()


def test_a_password_that_nobody_knows_is_asked_for(card: MailboxCard, file: Path) -> None:
    card.add.click()
    fill(card.form.user, "sales@example.com")

    keep(card)

    assert card.said.text() == "Type the password of sales@example.com: the keyring has none."
    assert card.form.sign_in.password.hasFocus()
    assert not file.exists()


def test_enter_in_a_field_saves(card: MailboxCard, file: Path) -> None:
    card.add.click()
    QTest.keyClicks(card.form.user, "sales@example.com")
    QTest.keyClicks(card.form.sign_in.password, "secret")

    QTest.keyClick(card.form.sign_in.password, Qt.Key.Key_Return)
    wait_for_keyring(card)

    assert stored(file) == (SALES,)


def test_the_window_goes_on_while_a_locked_keyring_asks(
    card: MailboxCard, file: Path, pocket: PocketKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlocked, keep_it = threading.Event(), pocket.set_password

    def ask_first(*asked: str) -> None:
        unlocked.wait(5)
        keep_it(*asked)

    monkeypatch.setattr(pocket, "set_password", ask_first)
    card.add.click()
    card.form.user.setText("sales@example.com")
    card.form.sign_in.password.setText("secret")

    card.keep.click()
    assert card.said.text() == "The keyring is asked …"
    assert stored(file) == ()
    unlocked.set()
    wait_for_keyring(card)

    assert stored(file) == (SALES,)


def test_the_connection_is_tried_before_anything_is_written(
    card: MailboxCard, file: Path, server: Server, qtbot: QtBot
) -> None:
    card.add.click()
    fill(card.form.user, "sales@example.com")
    fill(card.form.sign_in.password, "secret")

    assert try_it(card, qtbot) == "It works: INBOX of sales@example.com is reached."
    assert server.tried == [(SALES, "secret")]

    server.problem = CouldNotError("There is no server {host}.", host="imap.example.com")
    assert try_it(card, qtbot) == "There is no server imap.example.com."
    assert not file.exists()


def test_the_password_in_the_keyring_is_tried_when_none_is_typed(
    around: Around, file: Path, server: Server, show: Show, qtbot: QtBot
) -> None:
    card = show_with(around, file, server, show, SALES)
    card.rows[0].change.click()
    assert card.form.sign_in.password.text() == ""

    try_it(card, qtbot)

    assert server.tried == [(SALES, None)]


def test_a_closed_port_is_told_by_the_real_connection(
    around: Around, file: Path, show: Show, qtbot: QtBot
) -> None:
    card = MailboxCard(around, file, reach=reach_really)
    show(card)
    card.add.click()
    fill(card.form.user, "sales")
    fill(card.form.host, "127.0.0.1")
    fill(card.form.port, "1")
    fill(card.form.sign_in.password, "x")

    assert try_it(card, qtbot) == "127.0.0.1, port 1, does not answer."


def test_what_was_said_goes_with_the_words_it_was_said_of(
    card: MailboxCard, server: Server, qtbot: QtBot
) -> None:
    card.add.click()
    fill(card.form.user, "sales@example.com")
    try_it(card, qtbot)
    assert server.tried == [(SALES, None)]

    fill(card.form.host, "mail.example.com")

    assert not card.said.isVisible()


def test_a_second_press_while_it_is_tried_does_nothing(silence: Silence, qtbot: QtBot) -> None:
    server, card = silence

    card.try_it.click()
    card.try_it.click()
    assert card.said.text() == "Connecting …"
    with qtbot.waitSignal(card.test.ended):
        server.may_answer.set()

    card.test.wait()
    assert server.tried == 1


def test_nobody_hears_of_a_mailbox_that_is_no_longer_asked_for(
    silence: Silence, qtbot: QtBot
) -> None:
    server, card = silence
    card.try_it.click()
    card.cancel.click()
    card.add.click()

    with qtbot.assertNotEmitted(card.test.ended, wait=100):
        server.may_answer.set()
        card.test.wait()

    assert not card.said.isVisible()


@pytest.mark.usefixtures("qt_desk")
def test_a_page_may_go_while_a_server_is_silent(around: Around, file: Path, qtbot: QtBot) -> None:
    server = SilentServer()
    card = MailboxCard(around, file, reach=server.reach)
    test = card.test
    card.add.click()
    fill(card.form.user, "sales@example.com")
    card.try_it.click()

    shiboken6.delete(card)
    server.may_answer.set()
    test.wait()

    qtbot.wait(10)  # an answer that is still on its way finds nobody


def test_a_mistake_of_ours_is_no_endless_wait(
    around: Around, file: Path, show: Show, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    card = MailboxCard(around, file, reach=make_a_mistake)
    show(card)
    card.add.click()
    fill(card.form.user, "sales@example.com")

    assert "made a mistake" in try_it(card, qtbot)
    assert "ZeroDivisionError" in caplog.text


def test_without_a_safe_place_nothing_is_written(card: MailboxCard, file: Path) -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    card.add.click()
    fill(card.form.user, "sales@example.com")
    fill(card.form.sign_in.password, "secret")

    keep(card)

    assert "no safe place" in card.said.text()
    assert not file.exists()
    assert card.form.sign_in.password.text() == "secret"


def test_a_mailbox_is_changed_and_keeps_what_no_field_shows(
    around: Around, file: Path, server: Server, show: Show, pocket: PocketKeyring
) -> None:
    marked = replace(SALES, taken_keyword="Followup")
    pocket.kept["followup-assistant", place_of(SALES)] = "secret"
    card = show_with(around, file, server, show, marked)

    card.rows[0].change.click()
    fill(card.form.folder, "Leads")
    keep(card)

    assert stored(file) == (replace(marked, folder="Leads"),)


def test_two_mailboxes_of_one_name_get_names_of_their_own(
    around: Around, file: Path, server: Server, show: Show
) -> None:
    card = show_with(around, file, server, show, SALES)
    card.add.click()
    fill(card.form.user, "Sales@example.org")  # a file of each would be one on Windows
    fill(card.form.sign_in.password, "secret")
    keep(card)

    assert [mailbox.name for mailbox in stored(file)] == ["Sales2"]


def test_a_mailbox_is_read_once(around: Around, file: Path, server: Server, show: Show) -> None:
    card = show_with(around, file, server, show, SALES)
    card.add.click()
    fill(card.form.user, SALES.user)
    fill(card.form.sign_in.password, "secret")
    keep(card)

    assert card.said.text() == "sales@example.com is read already."
    assert not file.exists()


def test_a_mailbox_is_not_removed_after_a_second_thought(
    around: Around, file: Path, server: Server, show: Show
) -> None:
    card = show_with(around, file, server, show, SALES)
    row = card.rows[0]

    row.drop.click()
    assert row.stay.hasFocus()
    assert "Really" in row.drop.accessibleName()
    row.stay.click()

    assert row.drop.text() == "Remove"
    assert row.drop.accessibleName() == "Remove sales@example.com"
    assert not row.stay.isVisible()


def test_a_mailbox_that_cannot_be_removed_says_why(
    around: Around, file: Path, server: Server, show: Show
) -> None:
    card = show_with(around, file, server, show, SALES)
    file.write_text("[broken", "utf-8")
    card.rows[0].drop.click()

    card.rows[0].drop.click()

    assert "hold a line that is no setting" in card.said.text()
    assert card.said.isVisible()
    assert not card.form.isVisible()


def test_a_mailbox_is_removed_at_the_second_press(
    around: Around, file: Path, server: Server, show: Show, qtbot: QtBot
) -> None:
    card = show_with(around, file, server, show, SALES)
    row = card.rows[0]

    row.drop.click()
    assert row.drop.text() == "Really stop reading it?"
    with qtbot.waitSignal(card.changed):
        row.drop.click()

    assert stored(file) == ()


@pytest.mark.parametrize("is_shared", [False, True])
def test_a_mailbox_that_is_removed_takes_its_password_along_unless_another_needs_it(
    around: Around,
    file: Path,
    server: Server,
    show: Show,
    pocket: PocketKeyring,
    qtbot: QtBot,
    is_shared: bool,
) -> None:
    keep_password(place_of(SALES), "secret")
    keep_password(Place("imap://other"), "other")
    again = (replace(SALES, name="again", folder="Leads"),) if is_shared else ()
    settings = replace(around.settings, mailboxes=(SALES, *again))
    card = MailboxCard(replace(around, settings=settings), file, reach=server.reach)
    show(card)

    card.rows[0].drop.click()
    card.rows[0].drop.click()

    kept = {"secret", "other"} if is_shared else {"other"}
    qtbot.waitUntil(lambda: set(pocket.kept.values()) == kept)


def test_each_mailbox_says_how_it_is_doing(around: Around, file: Path, show: Show) -> None:
    second = replace(SALES, name="second", user="second@example.com")
    settings = replace(around.settings, mailboxes=(SALES, second))
    problem = CouldNotError("{host}, port {port}, does not answer.", host="x", port=1)
    watches = [FakeWatch(SALES, None), FakeWatch(second, problem)]
    card = MailboxCard(replace(around, settings=settings), file, watches)  # type: ignore[arg-type]
    show(card)

    assert card.rows[0].state.text() == "last heard of 10:00 · last message 10:00"
    assert card.rows[1].state.text() == "x, port 1, does not answer."


def test_every_control_has_a_name_and_no_text_is_rich(
    around: Around, file: Path, server: Server, show: Show
) -> None:
    card = show_with(around, file, server, show, replace(SALES, user=HOSTILE))
    card.add.click()

    assert nameless(card) == []
    assert rich_labels(card) == []


def test_saving_a_mailbox_saves_what_else_was_typed(
    page: SettingsPage, folder: DataFolder, qtbot: QtBot
) -> None:
    QTest.keyClicks(page.salesperson, "Piet")
    type_mailbox(page)

    with qtbot.waitSignal(page.changed):
        keep(page.mailboxes)

    assert load(folder.settings).settings.desk.salesperson == "Piet"
    assert stored(folder.settings) == (SALES,)


def test_saving_the_page_saves_the_mailbox_that_was_typed(
    page: SettingsPage, folder: DataFolder, qtbot: QtBot
) -> None:
    type_mailbox(page)
    assert page.footer.primary.isEnabled()

    with qtbot.waitSignal(page.changed):
        QTest.keyClick(
            page.mailboxes.form.sign_in.password,
            Qt.Key.Key_Return,
            Qt.KeyboardModifier.ControlModifier,
        )

    assert stored(folder.settings) == (SALES,)


def test_a_mailbox_waits_until_the_rest_of_the_page_is_right(
    page: SettingsPage, folder: DataFolder, qtbot: QtBot
) -> None:
    type_hours(page, 0, "gebroken")
    type_mailbox(page)

    with qtbot.assertNotEmitted(page.changed):
        keep(page.mailboxes)

    assert "The hours of Monday cannot be read" in page.footer.message.message.text()
    assert page.mailboxes.form.isVisible()
    assert not folder.settings.exists()


def test_a_mailbox_that_is_wrong_keeps_the_page_from_being_saved(
    page: SettingsPage, folder: DataFolder, qtbot: QtBot
) -> None:
    page.mailboxes.add.click()
    fill(page.mailboxes.form.sign_in.password, "secret")

    with qtbot.assertNotEmitted(page.changed):
        page.footer.primary.click()

    assert page.mailboxes.form.user.hasFocus()
    assert not folder.settings.exists()


def test_undo_forgets_a_mailbox(page: SettingsPage) -> None:
    type_mailbox(page)

    page.undo.click()

    assert not page.mailboxes.form.isVisible()
    assert not page.footer.primary.isEnabled()


def test_a_page_with_a_mailbox_has_one_primary_button(page: SettingsPage) -> None:
    page.mailboxes.add.click()

    buttons = page.findChildren(QPushButton)
    shown = [each for each in buttons if each.isVisible()]
    assert [each for each in shown if each.property("variant") == "primary"] == [
        page.footer.primary
    ]


def type_mailbox(page: SettingsPage) -> None:
    page.mailboxes.add.click()
    fill(page.mailboxes.form.user, "sales@example.com")
    fill(page.mailboxes.form.sign_in.password, "secret")


def show_with(
    around: Around, file: Path, server: Server, show: Show, mailbox: MailboxSettings
) -> MailboxCard:
    settings = replace(around.settings, mailboxes=(mailbox,))
    card = MailboxCard(replace(around, settings=settings), file, reach=server.reach)
    show(card)
    return card
