"""The demonstration's stage: a desk with a clock of its own, and customers who arrive."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.core.facts import AgreementKind, LeadId, LostReason, Outcome
from assistant.core.request import Channel
from assistant.demo.customers import OTHERS, Customer
from assistant.desk import NextStep, Taken
from assistant.folders import DataFolder
from assistant.intake.spool import Kind, Message
from assistant.settings import change, write_defaults
from assistant.start import Office, open_office

SALESPERSON, DEALER = "Piet", "Autohuis Voorbeeld"
_ALWAYS = ["00:00-24:00"]
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(slots=True)
class StageClock:
    """A clock that the demonstration moves."""

    now: datetime

    def __call__(self) -> datetime:
        """Return the moment that the stage shows."""
        return self.now

    def advance(self, **by: float) -> None:
        """Move on, as ``timedelta`` counts."""
        self.now += timedelta(**by)


def furnish(folder: DataFolder, *, always_open: bool, aloud: bool = True) -> None:
    """Write the settings of the demonstration into an empty folder.

    Args:
        folder: The folder.
        always_open: Whether the dealer never closes, so that a lead rings whenever it is shown.
        aloud: Whether it sounds and notifies.
    """
    folder.make()
    write_defaults(folder.settings)
    change(
        folder.settings,
        "desk",
        {"salesperson": SALESPERSON, "sound": aloud, "notifications": aloud},
    )
    change(folder.settings, "dealer", {"name": DEALER})
    if always_open:
        hours: dict[str, object] = dict.fromkeys(_DAYS, _ALWAYS)
        change(folder.settings, "hours", hours | {"public_holidays_closed": False})


class Stage:
    """Plays customers and the salesperson."""

    def __init__(self, folder: DataFolder, clock: StageClock) -> None:
        self.clock = clock
        self.office: Office = open_office(folder, clock)

    def arrive(self, customer: Customer) -> LeadId:
        """Let a customer's request arrive now."""
        message = Message(
            kind=Kind.FILE,
            name=f"{customer.number}.eml",
            arrived_at=self.clock(),
            content=customer.mail(),
        )
        taken: list[Taken] = self.office.reception.read(message)
        lead_id = taken[0].lead_id
        if lead_id is None:
            raise ValueError(f"the demonstration's own mail is no lead: {taken}")
        return lead_id

    def call(self, lead_id: LeadId, outcome: Outcome) -> None:
        """Let the salesperson call now."""
        self.office.desk.record(lead_id, Channel.CALL, outcome)

    def close(self) -> None:
        """End the play."""
        self.office.close()


def play_the_days_before(stage: Stage) -> None:
    """Fill the log with what happened in the two days before the stage's present moment."""
    now = stage.clock.now
    pieter, lieke, rajesh, john, els = OTHERS

    def at(**ago: float) -> None:
        stage.clock.now = now - timedelta(**ago)

    at(hours=50)
    els_lead = stage.arrive(els)
    stage.clock.advance(minutes=1)
    stage.call(els_lead, Outcome.SPOKE)
    stage.office.desk.agree(
        els_lead, NextStep(kind=AgreementKind.LOST, reason=LostReason.BOUGHT_ELSEWHERE)
    )
    at(hours=26)
    john_lead = stage.arrive(john)
    stage.clock.advance(minutes=1)
    stage.call(john_lead, Outcome.SPOKE)
    stage.office.desk.agree(
        john_lead, NextStep(kind=AgreementKind.APPOINTMENT, moment=now + timedelta(hours=47))
    )
    at(minutes=95)
    rajesh_lead = stage.arrive(rajesh)
    stage.clock.advance(seconds=80)
    stage.call(rajesh_lead, Outcome.VOICEMAIL)
    stage.office.desk.record(rajesh_lead, Channel.MAIL, Outcome.SENT)
    stage.clock.advance(minutes=31)
    stage.call(rajesh_lead, Outcome.NO_ANSWER)
    for channel in (Channel.WHATSAPP, Channel.MAIL):
        stage.office.desk.skip(rajesh_lead, channel)
    at(minutes=44)
    lieke_lead = stage.arrive(lieke)
    stage.clock.advance(minutes=1)
    stage.call(lieke_lead, Outcome.SPOKE)
    stage.office.desk.agree(
        lieke_lead, NextStep(kind=AgreementKind.CALL_BACK, moment=now + timedelta(minutes=40))
    )
    at(minutes=20)
    pieter_lead = stage.arrive(pieter)
    stage.clock.advance(seconds=100)
    stage.call(pieter_lead, Outcome.BUSY)
    for channel in (Channel.WHATSAPP, Channel.MAIL):
        stage.office.desk.skip(pieter_lead, channel)
    stage.clock.now = now
