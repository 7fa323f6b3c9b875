"""From a mail server to the card, with a real server and a real keyring."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from assistant.settings import MailboxSettings, keep_mailbox
from tests.journeys.keyring import SERVICE, keep_in_keyring, unlocked_keyring
from tests.journeys.office import MAIN, Office
from tests.journeys.packages import require
from tests.journeys.servers import is_on_bus
from tests.services.certificates import make_authority
from tests.services.conftest import a_mail
from tests.services.dovecot import PASSWORD, USER, Dovecot, dovecot

PUSHED_WITHIN_S = 15.0


@pytest.fixture
def office(day_and_night: Office) -> Iterator[Office]:
    """An office with a keyring."""
    require("services")
    office = day_and_night
    desktop = office.desktop
    log = desktop.folder / "keyring.log"
    with unlocked_keyring(desktop.environment(), log):
        desktop.screen.patience.until(
            lambda: is_on_bus(desktop.environment(), SERVICE), "the keyring"
        )
        yield office


@pytest.fixture
def server(office: Office) -> Iterator[Dovecot]:
    with dovecot(make_authority(office.data)) as running:
        yield running


@pytest.fixture
def mailbox(office: Office, server: Dovecot) -> MailboxSettings:
    """A mailbox that was set up, with its password in the keyring."""
    mailbox = MailboxSettings(
        name="sales",
        host="127.0.0.1",
        port=server.tls,
        user=USER,
        ca_file=str(office.data / "authority.pem"),
    )
    keep_mailbox(office.data / "settings.toml", mailbox)
    keep_in_keyring(office.desktop.environment(), f"imap://{USER}@127.0.0.1", PASSWORD)
    return mailbox


def test_a_mail_on_the_server_is_on_the_card_at_once(
    office: Office, server: Dovecot, mailbox: MailboxSettings
) -> None:
    office.open()
    is_read(office, mailbox)

    server.deliver(a_mail(1))

    card = office.card("Klant 1")
    card.shows("AutoTrack")
    office.desktop.notices.one("Klant 1", within=PUSHED_WITHIN_S)
    assert [row["name"] for row in office.agenda()] == ["Klant 1"]


@pytest.mark.usefixtures("server")
def test_a_mailbox_that_cannot_be_read_is_named(office: Office, mailbox: MailboxSettings) -> None:
    keep_mailbox(office.data / "settings.toml", replace(mailbox, folder="Leads"))
    office.open()

    office.main.press("Unreadable")

    office.main.shows("There is no folder Leads")


def is_read(office: Office, mailbox: MailboxSettings) -> None:
    """Wait until the program has found its place in the mailbox."""
    place = office.data / "mailboxes" / f"{mailbox.name}.json"
    office.desktop.screen.patience.until(place.exists, "the place in the mailbox", 20)


def test_a_newcomer_sets_a_mailbox_up_from_the_settings_alone(
    office: Office, server: Dovecot
) -> None:
    office.open()
    screen, main = office.desktop.screen, office.main
    screen.activate(MAIN)
    screen.key("ctrl+8")

    main.press("Add a mailbox")
    main.press("Security: None")
    for field, text in (
        ("E-mail address", USER),
        ("Password", "a wrong one"),
        ("Mail server", "localhost"),
        ("Port", str(server.plain)),
    ):
        main.field(field).focus()
        main.has_keyboard(field)
        screen.type(text)
    main.press("Test the connection")
    main.shows("check name and password", within=20)
    main.field("Password").focus()
    main.has_keyboard("Password")
    screen.key("ctrl+a")
    screen.type(PASSWORD)
    main.press("Test the connection")
    main.shows(f"It works: INBOX of {USER} is reached.", within=20)
    main.press("Save the mailbox")
    place = office.data / "mailboxes" / "sales.json"
    screen.patience.until(place.exists, "the place in the mailbox", 20)
    server.deliver(a_mail(1))

    office.card("Klant 1")
    assert PASSWORD not in (office.data / "settings.toml").read_text("utf-8")
