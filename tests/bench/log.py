"""A log of any size in which most leads are over and a few dozen are open."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random

from assistant.core.facts import (
    Agreed,
    AgreementKind,
    Attempt,
    Fact,
    FactId,
    LeadId,
    Outcome,
    Requested,
)
from assistant.core.request import Channel, Door, Request, RequestKind
from assistant.core.rules import Rules
from assistant.demo.stage import SALESPERSON
from assistant.folders import DataFolder
from tests.bench.making import make_folder
from tests.bench.year import people
from tests.bench.year.rows import Lead

OPEN_LEADS = 40


def make_log(root: Path, leads: int, now: datetime) -> DataFolder:
    """Make a data folder with so many leads, spread over the year before ``now``."""
    return make_folder(root, leads, now, partial(_Plain, total=leads), always_open=True)


class _Plain:
    """Tells of leads that were called at once, and sold or put off to the next century."""

    def __init__(self, _rules: Rules, until: datetime, *, total: int) -> None:
        self._until = until
        self._total = total

    def tell(self, chance: Random, first: int, leads: int) -> Iterator[list[Lead]]:
        """Yield leads, each alone."""
        for number in range(first, first + leads):
            yield [self._lead(chance, number)]

    def _lead(self, chance: Random, number: int) -> Lead:
        lead_id, share = LeadId(f"lead{number:08}"), number / self._total
        at = self._until - timedelta(days=365 * (1 - share), minutes=5)
        at = at.replace(microsecond=0)

        def common(count: int) -> dict[str, object]:
            moment = at + timedelta(minutes=count)
            fact_id = FactId(f"{lead_id}-{count}")
            return {"id": fact_id, "lead_id": lead_id, "at": moment, "by": SALESPERSON}

        if number >= self._total - OPEN_LEADS:
            later = datetime(2100, 1, 1, 9, tzinfo=UTC) + timedelta(minutes=number)
            end = Agreed(**common(2), kind=AgreementKind.FOLLOW_UP, moment=later)  # type: ignore[arg-type]
        else:
            end = Agreed(**common(2), kind=AgreementKind.SOLD)  # type: ignore[arg-type]
        asked = _request(chance, number)
        facts: list[Fact] = [
            Requested(**common(0), request=asked, arrived_at=at, clock_from=at),  # type: ignore[arg-type]
            Attempt(**common(1), channel=Channel.CALL, outcome=Outcome.SPOKE),  # type: ignore[arg-type]
            end,
        ]
        return Lead(id=lead_id, owner=SALESPERSON, opened_at=at, facts=facts)


def _request(chance: Random, number: int) -> Request:
    who = people.customer(chance, number)
    return Request(
        kind=RequestKind.QUESTION,
        door=Door.WEB,
        source=who.source,
        name=f"{who.name} {number}",
        phones=(people.mobile(number),),
        emails=(f"klant{number}@example.com",),
        vehicle=who.vehicle,
        plate=who.plate,
        question="Is deze auto nog beschikbaar en mag ik zaterdag langskomen?",
    )
