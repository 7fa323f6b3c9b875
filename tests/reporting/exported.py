"""What the exported JSON Lines tell: leads and calls, read with nothing but ``json``."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from assistant.desk.exports import Exports, Style, Table, Wanted
from tests.reporting.told import Told

UTC = ZoneInfo("UTC")  # moments of JSON Lines are in no other
Line = dict[str, Any]


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


def exported(database: Path, now: datetime, stand_ins: dict[str, str]) -> Exported:
    """Export a log, and read it.

    Args:
        database: The log.
        now: The present moment.
        stand_ins: The word that stands for a forgotten customer's number, by request: exports
            have none.
    """
    requests = _happened(_lines(database, Table.REQUESTS, now), "kind", "arrived_at", stand_ins)
    return Exported(
        leads=[_told(line) for line in _lines(database, Table.LEADS, now) if line["asked_at"]],
        calls=[each for each in requests if each.kind in {"missed_call", "answered_call"}],
        visits=_happened(_lines(database, Table.APPOINTMENTS, now), "outcome", "starts_at", {}),
    )


def _happened(
    lines: Iterator[Line], kind: str, at: str, stand_ins: dict[str, str]
) -> list[Happening]:
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
