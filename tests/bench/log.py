"""A believable log of any size: most leads are over, a few dozen are open."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assistant.core.contact import Phone
from assistant.core.facts import Agreed, AgreementKind, Attempt, FactId, LeadId, Outcome, Requested
from assistant.core.request import Channel, Door, Request, RequestKind
from assistant.demo.stage import furnish
from assistant.folders import DataFolder
from assistant.settings import change
from assistant.start import Office, open_office

OPEN_LEADS = 40
_SEED = 20_260_302
_CARS = ("Peugeot 208 1.2", "Opel Corsa 1.2", "Volkswagen Polo", "Kia Picanto", "Toyota Yaris")
_SOURCES = ("AutoTrack", "Marktplaats", "AutoScout24", "Website")
_NAMES = ("Sanne", "Pieter", "Lieke", "Rajesh", "John", "Els", "Chantal", "Mark")


def make_log(root: Path, leads: int, now: datetime) -> DataFolder:
    """Make a data folder with so many leads, spread over the year before ``now``."""
    folder = DataFolder(root)
    furnish(folder, always_open=True)
    change(folder.settings, "privacy", {"retention_months": 0})  # nobody is forgotten meanwhile
    office = open_office(folder, lambda: now)
    chance = random.Random(_SEED)  # noqa: S311 - a repeatable log, no secret
    store = office.store
    with store.transaction():
        for number in range(leads):
            share = number / max(leads, 1)
            at = now - timedelta(days=365 * (1 - share), minutes=5)
            _write(office, number, at, chance, is_open=number >= leads - OPEN_LEADS)
    office.desk.plans.rebuild()
    office.close()
    return folder


def _write(
    office: Office, number: int, at: datetime, chance: random.Random, *, is_open: bool
) -> None:
    lead_id, log = LeadId(f"lead{number:08}"), office.store.log
    log.add_lead(lead_id, at, "Piet")
    asked = Request(
        kind=RequestKind.QUESTION,
        door=Door.WEB,
        source=chance.choice(_SOURCES),
        name=f"{chance.choice(_NAMES)} {number}",
        phones=(Phone(f"+316{number % 10**8:08}", mobile=True),),
        emails=(f"klant{number}@example.com",),
        vehicle=chance.choice(_CARS),
        plate=f"XX-{number % 1000:03}-X",
        question="Is deze auto nog beschikbaar en mag ik zaterdag langskomen?",
    )

    def common(count: int) -> dict[str, object]:
        moment = at + timedelta(minutes=count)
        return {"id": FactId(f"{lead_id}-{count}"), "lead_id": lead_id, "at": moment, "by": "Piet"}

    log.append(Requested(**common(0), request=asked, arrived_at=at, clock_from=at))  # type: ignore[arg-type]
    spoke = Outcome.SPOKE
    log.append(Attempt(**common(1), channel=Channel.CALL, outcome=spoke))  # type: ignore[arg-type]
    if is_open:
        later = datetime(2100, 1, 1, 9, tzinfo=UTC) + timedelta(minutes=number)
        log.append(Agreed(**common(2), kind=AgreementKind.FOLLOW_UP, moment=later))  # type: ignore[arg-type]
    else:
        log.append(Agreed(**common(2), kind=AgreementKind.SOLD))  # type: ignore[arg-type]
