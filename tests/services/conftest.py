"""A mail server, and a whole desk behind one of its mailboxes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from threading import Event

import pytest

from assistant.core.clock import utc_now
from assistant.folders import DataFolder
from assistant.intake.mailbox import MailboxReader, MailboxWatch, Times
from assistant.intake.mailbox.watch import Credential
from assistant.settings import MailboxSettings
from assistant.start import Office, open_office
from tests.journeys.packages import require
from tests.journeys.waiting import Patience
from tests.services.certificates import Authority
from tests.services.dovecot import PASSWORD, USER, Dovecot, dovecot


def a_mail(number: int, text: str = "") -> bytes:
    """Write the mail of a portal in which a customer of this number asks about a car."""
    mail = EmailMessage()
    mail["From"] = "AutoTrack <noreply@autotrack.nl>"
    mail["To"] = USER
    mail["Subject"] = "Vraag over advertentie voor Kia Rio - AutoTrack"
    mail["Message-ID"] = f"<{number}@autotrack.nl>"
    mail.set_content(
        f"*Naam:* Klant {number}\n*Telefoonnummer:* 06{20_000_000 + number}\n\n"
        f"*Bericht:*\nIs hij er nog? {text}\n"
    )
    return mail.as_bytes()


def by_password(_mailbox: MailboxSettings) -> str:
    """Return what opens every mailbox of the server."""
    return PASSWORD


@dataclass(slots=True)
class Desk:
    """A data folder, and watches that bring mail into it."""

    office: Office
    patience: Patience = field(default_factory=Patience)
    watches: list[MailboxWatch] = field(default_factory=list)
    told: Event = field(default_factory=Event)
    times: Times = field(default_factory=Times)

    def reader(self, mailbox: MailboxSettings) -> MailboxReader:
        """Return what reads a mailbox from where this desk stopped."""
        return MailboxReader(mailbox, self.office.spool, self.office.folder.mailboxes, utc_now)

    def watch(self, mailbox: MailboxSettings, credential: Credential = by_password) -> MailboxWatch:
        """Begin to read a mailbox as mail arrives."""
        watch = MailboxWatch(self.reader(mailbox), credential, self.told.set, self.times)
        self.watches.append(watch)
        watch.start()
        return watch

    def watch_until_idle(
        self, mailbox: MailboxSettings, credential: Credential = by_password
    ) -> MailboxWatch:
        """Begin, and wait for the first look: what arrives from now on is new."""
        watch = self.watch(mailbox, credential)
        self.patience.until(lambda: watch.contact.at is not None, "the first look")
        return watch

    def names(self) -> list[str]:
        """Take in what is in the spool; return the customers, in the order they asked."""
        self.office.reception.empty_spool()
        items = self.office.desk.agenda()
        return sorted(item.summary.name for item in items)

    def has(self, *numbers: int, within: float | None = None) -> None:
        """Wait until exactly these customers are there."""
        wanted = sorted(f"Klant {number}" for number in numbers)
        self.patience.until(lambda: self.names() == wanted, f"{wanted}", within)


@pytest.fixture
def server(authority: Authority) -> Iterator[Dovecot]:
    require("services")
    with dovecot(authority) as running:
        yield running


@pytest.fixture
def mailbox(server: Dovecot, authority: Authority) -> MailboxSettings:
    """The mailbox as a dealer sets it up, with the tests' own authority."""
    return MailboxSettings(
        name="sales", host="127.0.0.1", port=server.tls, user=USER, ca_file=str(authority.file)
    )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    office = open_office(DataFolder(tmp_path / "data"), utc_now)
    desk = Desk(office)
    yield desk
    for watch in desk.watches:
        watch.stop()
    office.close()
