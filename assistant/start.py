"""Opening the desk: from a data folder to everything that works on it.

The command line and the desktop open the same desk; what is only on a screen comes on top.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.core.clock import Clock
from assistant.desk import Desk
from assistant.folders import DataFolder
from assistant.intake.original import Dealer
from assistant.intake.own_portals import OwnPortals
from assistant.intake.reception import Reception
from assistant.intake.spool import Spool
from assistant.outreach.outbox import Outbox
from assistant.outreach.own_texts import OwnTexts
from assistant.settings import Loaded, Settings, load, write_defaults
from assistant.settings.rules import rules, rules_mark
from assistant.store.database import explained
from assistant.store.store import Store


@dataclass(frozen=True, slots=True)
class Office:
    """A data folder in use.

    Attributes:
        folder: Where everything lies.
        loaded: The settings, and what of their file could not be used.
        store: The database, for its health only.
        desk: What can be done with leads.
        spool: Where messages land.
        reception: What brings them from the spool to the desk.
        own_portals: What the dealer added to the portals.
        own_texts: What the dealer changed in the texts.
        outbox: Where mails wait until they have left.
    """

    folder: DataFolder
    loaded: Loaded
    store: Store
    desk: Desk
    spool: Spool
    reception: Reception
    own_portals: OwnPortals
    own_texts: OwnTexts
    outbox: Outbox

    @property
    def settings(self) -> Settings:
        """Return the settings in use."""
        return self.loaded.settings

    @property
    def tray(self) -> Path:
        """The folder in which hand-overs are written."""
        return self.folder.placed(self.settings.bdc.folder, self.folder.handover)

    @property
    def inbox(self) -> Path:
        """Return the watched folder."""
        return Path(self.settings.intake.folder or self.folder.inbox)

    def close(self) -> None:
        """Close the database."""
        self.store.close()


def open_office(folder: DataFolder, clock: Clock) -> Office:
    """Open a data folder, making what is missing in it.

    Raises:
        CouldNotError: If the folder, its settings or its database cannot be used.
    """
    folder.make()
    write_defaults(folder.settings)
    loaded = load(folder.settings)
    settings = loaded.settings
    store = Store(folder.database, clock())
    desk = Desk(
        store, clock, rules(settings, folder.holidays), salesperson=settings.desk.salesperson
    )
    desk.plans.make_by(rules_mark(settings))
    spool = Spool(folder.spool, clock)
    own_portals = OwnPortals(folder.portals)
    reception = Reception(
        spool,
        desk,
        dealer(settings),
        clock,
        sources=settings.tracking_numbers,
        own_portals=own_portals,
    )
    own_texts = OwnTexts(folder.texts)
    outbox = Outbox(desk, settings.outgoing, clock)
    return Office(folder, loaded, store, desk, spool, reception, own_portals, own_texts, outbox)


@contextmanager
def office(folder: DataFolder, clock: Clock) -> Iterator[Office]:
    """Open a data folder, take in what waits in its spool, and close it at the end.

    Raises:
        CouldNotError: If it cannot be used, also if its database proves damaged on the way.
    """
    opened = open_office(folder, clock)
    try:
        with explained(folder.database):
            opened.reception.empty_spool()
            yield opened
    finally:
        opened.close()


def dealer(settings: Settings) -> Dealer:
    """Return what the readers of messages must know of the settings."""
    bdc = settings.bdc
    ours = {*settings.dealer.own_addresses, settings.outgoing.address}
    ours |= {bdc.address, *bdc.colleagues.values()}
    return Dealer(
        region=settings.dealer.country,
        zone=settings.dealer.zone,
        own_numbers=frozenset(settings.dealer.own_numbers),
        own_addresses=frozenset(ours) - {""},
    )
