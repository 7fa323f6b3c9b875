"""Inspected weeks made by hand."""

from collections.abc import Sequence
from datetime import timedelta

from assistant.core.durations import Durations
from assistant.core.facts import LeadId
from assistant.core.figures import Broken, BrokenLead, By, Choice, Counts, Figures, Part, Telephone
from assistant.core.period import Period
from assistant.core.preset import Preset
from assistant.reporting.sheet.inspected import Inspected
from assistant.settings.values import DealerSettings
from tests.conftest import AMSTERDAM, MONDAY_TEN

WEEK = Period.of_week(2026, 9)
DEALER = DealerSettings(
    name="Autobedrijf De Brug",
    address="",
    phone="",
    country="NL",
    zone=AMSTERDAM,
    own_numbers=(),
    own_addresses=(),
)
LONG_NAME = "Maximiliaan-Alexander van Wolfeschlegelsteinhausenbergerdorff"
MARKUP = '<img src="http://evil.example/x"> & Zn'


def some(**counts: int) -> Counts:
    """Return counts that are 0 where nothing is said; a call was due for each request."""
    requests = counts.get("requests", 0)
    return (
        dict.fromkeys(Part, 0) | {Part.CLOCKS: requests} | {Part(k): v for k, v in counts.items()}
    )


def figures(period: Period, owners: dict[str, Counts]) -> Figures:
    """Return the figures of some salespeople together."""
    total = {part: sum(counts[part] for counts in owners.values()) for part in Part}
    by: dict[By, dict[str, Counts]] = {each: {} for each in By}
    by |= {By.OWNER: owners, By.SOURCE: {"AutoTrack": total}}
    return Figures(
        period=period,
        at=MONDAY_TEN,
        counts=total,
        by=by,
        open_hours=Durations(((65, 3), (300, 1))) if owners else Durations(),
        after_hours=Durations(((3_700, 1),)) if owners else Durations(),
        tries=[(0, 3)] if owners else [],
        telephone=Telephone(answered=3, missed={(0, 10): 1}) if owners else Telephone(),
        lost_reasons={"price": 1} if owners else {},
        still_open={part: count // 2 for part, count in total.items()},
    )


def broken_leads(rule: Broken, count: int, name: str = "Klant") -> list[BrokenLead]:
    return [
        BrokenLead(
            lead_id=LeadId(f"{rule}{number}"),
            rule=rule,
            name=f"{name} {number}" if name else "",
            owner="Piet",
            since=MONDAY_TEN - timedelta(days=3),
            tries=1,
            phone="+31612345678",
        )
        for number in range(count)
    ]


def inspected(
    owners: dict[str, Counts] | None = None,
    broken: Sequence[BrokenLead] = (),
    *,
    before: dict[str, Counts] | None = None,
    choice: Choice | None = None,
    written: dict[str, str] | None = None,
    written_before: dict[str, str] | None = None,
) -> Inspected:
    return Inspected(
        choice=choice or Choice(),
        preset=Preset.SIXTY,
        figures=figures(WEEK, owners or {}),
        before=figures(WEEK.before, before or {}),
        broken=tuple(broken),
        written=written or {},
        written_before=written_before or {},
    )
