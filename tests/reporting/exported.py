"""What the exported JSON Lines tell: leads and calls, read with nothing but ``json``."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from assistant.core.rules import Rules
from assistant.desk.exports import Exports, Style, Table, Wanted
from tests.reporting.slow_prompts import Line, next_due_at
from tests.reporting.told import Told

UTC = ZoneInfo("UTC")  # moments of JSON Lines are in no other


@dataclass(frozen=True)
class Happening:
    """A call that came in, by its kind; or an appointment, by what became of it."""

    lead: str
    owner: str
    kind: str
    at: datetime
    number: str | None


@dataclass(frozen=True)
class Exported:
    """What was exported: the leads that asked, the calls, the appointments."""

    leads: list[Told]
    calls: list[Happening]
    visits: list[Happening]


def exported(database: Path, now: datetime, stand_ins: dict[str, str], rules: Rules) -> Exported:
    """Export a log, and read it.

    Args:
        database: The log.
        now: The present moment.
        stand_ins: The word that stands for a forgotten customer's number, by request: exports
            have none.
        rules: The dealer's, for when the next thing to do with each lead is due.
    """
    lines = {table: list(_lines(database, table, now)) for table in Table}
    of = {table: _by_lead(lines[table]) for table in Table}
    leads = []
    for line in lines[Table.LEADS]:
        if line["asked_at"]:
            requests, attempts, visits = (
                of[table][line["lead"]]
                for table in (Table.REQUESTS, Table.ATTEMPTS, Table.APPOINTMENTS)
            )
            due = next_due_at(line, requests, attempts, visits, now, rules)
            leads.append(replace(_told(line), next_due_at=due))
    calls = _happened(lines[Table.REQUESTS], "kind", "arrived_at", stand_ins)
    return Exported(
        leads=leads,
        calls=[each for each in calls if each.kind in {"missed_call", "answered_call"}],
        visits=_happened(lines[Table.APPOINTMENTS], "outcome", "starts_at", {}),
    )


def _by_lead(lines: list[Line]) -> defaultdict[str, list[Line]]:
    found = defaultdict[str, list[Line]](list)
    for line in lines:
        found[line["lead"]].append(line)
    return found


def _happened(lines: list[Line], kind: str, at: str, stand_ins: dict[str, str]) -> list[Happening]:
    return [
        Happening(
            lead=line["lead"],
            owner=line["owner"] or "",
            kind=line[kind],
            at=datetime.fromisoformat(line[at]),
            number=line["phone"] or stand_ins.get(line.get("request", "")),
        )
        for line in lines
    ]


def _told(line: Line) -> Told:
    values: Line = {field.name: line.get(field.name) for field in fields(Told)}
    moments = {
        name: value and datetime.fromisoformat(value)
        for name, value in values.items()
        if name.endswith("_at")
    }
    return Told(**values | moments | {"id": line["lead"], "source": line["source"] or ""})


def _lines(database: Path, table: Table, now: datetime) -> Iterator[Line]:
    exports = Exports(database, Wanted(table=table, now=now, zone=UTC, country="NL"))
    try:
        for lines, _ in exports.lines(Style.JSON):
            yield from map(json.loads, lines.splitlines())
    finally:
        exports.close()
