"""The server by which mail leaves is set up from the settings page alone."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assistant.core.errors import CouldNotError
from assistant.folders import DataFolder
from assistant.passwords import password_at, place_of
from assistant.settings import OutgoingSettings, Security, SignIn, keep_outgoing, load
from assistant.ui.around import Around
from assistant.ui.sending import Sending
from assistant.ui.settings_page.outgoing_card import OutgoingCard
from assistant.ui.settings_page.page import SettingsPage
from tests.conftest import a_request
from tests.ui.conftest import Show
from tests.ui.seen import HOSTILE, nameless, rich_labels, texts
from tests.ui.settings_page.hands import keep, wait_for_keyring

pytestmark = pytest.mark.usefixtures("pocket")

PIET = "piet@example.com"
SERVER = OutgoingSettings(host="smtp.example.com", address=PIET)


class Server:
    """Answers whoever tries it as the test wants it."""

    def __init__(self) -> None:
        self.problem: CouldNotError | None = None
        self.tried: list[tuple[OutgoingSettings, str | None]] = []

    def reach(self, outgoing: OutgoingSettings, password: str | None) -> None:
        self.tried.append((outgoing, password))
        if self.problem is not None:
            raise self.problem


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def card(around: Around, file: Path, server: Server, show: Show) -> OutgoingCard:
    card = OutgoingCard(around, file, reach=server.reach)
    show(card)
    card.begin.click()
    return card


def stored(file: Path) -> OutgoingSettings:
    loaded = load(file)
    assert loaded.problems == ()
    return loaded.settings.outgoing


def try_it(card: OutgoingCard, qtbot: QtBot) -> str:
    with qtbot.waitSignal(card.test.ended):
        card.try_it.click()
    card.test.wait()
    return card.said.text()


def test_an_address_and_a_password_are_enough(card: OutgoingCard, file: Path, qtbot: QtBot) -> None:
    card.form.address.setText(PIET)
    card.form.sign_in.password.setText("secret")

    with qtbot.waitSignal(card.changed):
        keep(card)

    assert stored(file) == replace(SERVER, host="smtp.example.com")
    assert password_at(place_of(stored(file))) == "secret"
    assert "secret" not in file.read_text()


def test_the_password_of_a_mailbox_is_another(card: OutgoingCard, file: Path) -> None:
    card.form.address.setText(PIET)

    keep(card)

    assert "the keyring has none" in card.said.text()
    assert not stored(file).is_set


def test_a_test_says_that_it_works(card: OutgoingCard, server: Server, qtbot: QtBot) -> None:
    card.form.address.setText(PIET)
    card.form.sign_in.password.setText("secret")

    assert try_it(card, qtbot) == "It works: smtp.example.com takes your mail."
    assert server.tried == [(SERVER, "secret")]


def test_a_test_says_in_a_sentence_what_is_wrong(
    card: OutgoingCard, server: Server, qtbot: QtBot
) -> None:
    server.problem = CouldNotError("{host} offers no STARTTLS.", host=HOSTILE)
    card.form.address.setText(PIET)

    assert try_it(card, qtbot) == f"{HOSTILE} offers no STARTTLS."
    assert rich_labels(card) == []


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("address", "nobody", "Type the e-mail address from which your mails are to come."),
        ("address", "", "Type the e-mail address from which your mails are to come."),
        (
            "host",
            "no server",
            "Type the name of the mail server, such as smtp.example.com.",
        ),
        ("port", "70000", "A port is a number from 1 to 65535."),
        ("ca_file", "/nowhere.pem", "There is no file /nowhere.pem."),
    ],
)
def test_what_cannot_be_is_told_at_its_field(
    card: OutgoingCard, file: Path, field: str, text: str, sentence: str
) -> None:
    card.form.address.setText(PIET)
    card.form.host.setText("smtp.example.com")
    getattr(card.form, field).setText(text)

    keep(card)

    assert card.said.text() == sentence
    assert getattr(card.form, field).hasFocus()
    assert not stored(file).is_set


def test_without_encryption_only_this_computer_sends(card: OutgoingCard) -> None:
    card.form.address.setText(PIET)
    card.form.security.choose(Security.PLAIN.value)

    keep(card)

    assert card.said.text() == "Without encryption only a server on this computer can send."


def test_the_usual_server_and_port_are_shown(card: OutgoingCard) -> None:
    card.form.address.setText(PIET)
    assert card.form.host.placeholderText() == "smtp.example.com"
    assert card.form.port.placeholderText() == "587"

    card.form.sign_in.choice.buttons.button(list(SignIn).index(SignIn.MICROSOFT)).click()
    card.form.security.buttons.button(list(Security).index(Security.TLS)).click()

    assert card.form.host.placeholderText() == "smtp.office365.com"
    assert card.form.port.placeholderText() == "465"


def test_the_own_mail_program_can_be_used_again(
    around: Around, file: Path, show: Show, qtbot: QtBot
) -> None:
    keep_outgoing(file, SERVER)
    card = OutgoingCard(replace(around, settings=replace(around.settings, outgoing=SERVER)), file)
    show(card)

    with qtbot.waitSignal(card.changed):
        card.drop.click()

    assert not stored(file).is_set
    assert stored(file).address == PIET


def test_it_says_what_waits_what_asks_and_what_is_wrong(
    around: Around, file: Path, show: Show
) -> None:
    desk = around.qt_desk.desk
    lead = desk.log_contact(a_request()).lead_id
    assert lead is not None
    for number in range(3):
        desk.outgoing.put(
            lead,
            b"",
            message_id=f"<{number}>",
            recipient=PIET,
            subject="x",
            hold=timedelta(0),
        )
    first, second, _ = desk.outgoing.waiting()
    desk.outgoing.gone(first.id)
    desk.outgoing.unsure(second.id)
    sending = Sending(around.qt_desk, lambda _mail, _gate: None)
    sending.problem = CouldNotError("There is no server {host}.", host="smtp.example.com")

    settings = replace(around.settings, outgoing=SERVER)
    card = OutgoingCard(replace(around, settings=settings), file, sending)
    show(card)

    assert card.trouble.text() == "There is no server smtp.example.com."
    assert card.state.text() == (
        "1 mail waits.\n1 mail needs you: see the page of its lead.\nLast sent: 10:00"
    )
    sending.problem = None
    card.tick()
    assert card.trouble.text() not in texts(card)


def test_every_control_has_a_name(card: OutgoingCard) -> None:
    assert nameless(card) == []


def test_both_forms_are_saved_together(page: SettingsPage, folder: DataFolder) -> None:
    page.mailboxes.add.click()
    page.mailboxes.form.user.setText("sales@example.com")
    page.mailboxes.form.sign_in.password.setText("secret")
    page.outgoing.begin.click()
    page.outgoing.form.address.setText(PIET)
    page.outgoing.form.sign_in.password.setText("secret")

    keep(page.mailboxes)
    wait_for_keyring(page.outgoing)

    assert stored(folder.settings).is_set
    assert len(load(folder.settings).settings.mailboxes) == 1
