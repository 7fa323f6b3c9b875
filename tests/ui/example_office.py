"""A small dealer with invented customers, for pictures of the pages."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from assistant.core.contact import Phone
from assistant.core.facts import AgreementKind, LeadId, LostReason, Outcome
from assistant.core.request import Channel, Door, Request, RequestKind, Unreadable
from assistant.desk import Arrival, Desk, NextStep
from assistant.folders import DataFolder
from assistant.intake.reception import Reception
from assistant.intake.ringing import own_calls
from assistant.intake.spool import Spool
from assistant.settings import load
from assistant.settings.values import TelephoneSettings
from assistant.start import dealer
from assistant.store.store import Store
from assistant.ui.around import Around
from assistant.ui.post import OwnMailProgram
from assistant.ui.qt_desk import QtDesk
from assistant.ui.telephone import Telephone
from assistant.words.catalogue import Tongue
from tests.conftest import RULES, FakeClock, a_request, local
from tests.ui.conftest import DeskFinder, HereSearch

LONG_NAME = "Maximiliaan-Alexander van Wolfeschlegelsteinhausenbergerdorff"


def _dials_nobody(telephone: TelephoneSettings, number: str, region: str, secret: str = "") -> None:
    """Dial nobody."""


class ExampleOffice:
    """A desk in memory on a Tuesday morning."""

    def __init__(self, root: Path) -> None:
        self.folder = DataFolder(root)
        self.folder.make()
        self.clock = FakeClock(local("2026-02-24 09:05"))
        self._store = Store(None, self.clock())
        self.desk = Desk(self._store, self.clock, RULES, salesperson="Piet")
        settings = load(self.folder.settings).settings
        spool = Spool(self.folder.spool, self.clock)
        reception = Reception(spool, self.desk, dealer(settings), self.clock)
        qt_desk = QtDesk(self.desk, reception, spool, self.clock, self._store.data_version)
        opens_nothing: Callable[[str], None] = lambda _link: None  # noqa: E731
        post = OwnMailProgram(opens_nothing, self.folder.drafts)
        telephone = Telephone(_dials_nobody, own_calls(self.folder.own_calls, self.clock))
        self.around = Around(
            qt_desk, settings, Tongue.ENGLISH, opens_nothing, post, telephone=telephone
        )
        self.search = HereSearch(lambda: DeskFinder(self.desk))

    def close(self) -> None:
        self.search.stop()
        self._store.close()

    def fill(self) -> None:
        """Let a week of work go by, until Tuesday 3 March, 10:00."""
        lost = self.ask(name="Mark Visser", phones=(Phone("+31612349999", mobile=True),), emails=())
        self.clock.advance(minutes=3)
        self.desk.record(lost, Channel.CALL, Outcome.SPOKE)
        self.desk.agree(lost, NextStep(kind=AgreementKind.LOST, reason=LostReason.PRICE))
        self._sell()
        for day, name in enumerate(("J. de Haan", LONG_NAME, "Lieke van den Berg")):
            self._try_five_times(name, Phone(f"+3162222333{day}", mobile=True))
        self.clock.now = local("2026-03-03 09:40")
        self.ask()
        self.clock.now = local("2026-03-03 10:00")

    def ask(self, **changes: object) -> LeadId:
        """Let a customer ask something."""
        taken = self.desk.log_contact(a_request(**changes))
        assert taken.lead_id is not None
        return taken.lead_id

    def add_unreadable(self, name: str, reason: str, content: bytes) -> None:
        """Let a message arrive that nobody can read."""
        self.clock.advance(minutes=17)
        self.desk.take_in(
            Arrival(
                identity=name,
                name=name,
                arrived_at=self.clock(),
                content=content,
                readings=(Unreadable(reason),),
            )
        )

    def _sell(self) -> None:
        walk_in = Request(
            kind=RequestKind.QUESTION,
            door=Door.SHOWROOM,
            source="",
            name="Sanne Hoekstra",
            phones=(Phone("+31612345678", mobile=True),),
            vehicle="Renault Clio TCe 90",
        )
        self.desk.log_contact(walk_in, NextStep(kind=AgreementKind.SOLD))

    def _try_five_times(self, name: str, phone: Phone) -> None:
        lead = self.ask(name=name, phones=(phone,), emails=(), vehicle="Toyota Yaris 1.5 Hybrid")
        for outcome in (Outcome.VOICEMAIL, Outcome.NO_ANSWER, Outcome.BUSY):
            self.clock.advance(minutes=31)
            self.desk.record(lead, Channel.CALL, outcome)
        for outcome in (Outcome.NO_ANSWER, Outcome.VOICEMAIL):
            self.clock.now += timedelta(days=1)
            self.desk.record(lead, Channel.CALL, outcome)
