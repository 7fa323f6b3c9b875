"""What commands print: one JSON object a line, or a table for a person."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from itertools import islice

import click

from assistant.core.facts import LeadId
from assistant.core.plan import Step
from assistant.core.request import Request
from assistant.desk import LeadFile

Row = Mapping[str, object]

_AT_A_TIME = 500

HANDED_OVER = "handed_over"
"""Stands as the step of a lead that the BDC has."""


def print_json(row: Row) -> None:
    """Print one object on one line: UTF-8, moments as UTC, nothing as null."""
    print_many_json((row,))


def print_many_json(rows: Iterable[Row]) -> None:
    """Print an object a line, many at a time: a call a line takes as long as its JSON."""
    lines = map(_json, rows)
    while some := list(islice(lines, _AT_A_TIME)):
        click.echo("\n".join(some))


def _json(row: Row) -> str:
    return json.dumps({key: plain(value) for key, value in row.items()}, ensure_ascii=False)


def plain(value: object) -> object:
    """Return a value as JSON has it; an empty text is nothing."""
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        case StrEnum():
            return value.value
        case "":
            return None
        case tuple() | list():
            return [plain(item) for item in value]
        case _:
            return value


def print_table(rows: Iterable[Sequence[str]]) -> None:
    """Print rows in columns as wide as what stands in them."""
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(padded).rstrip())


def number(request: Request) -> str:
    """Return the number of a request to call first, or nothing."""
    return request.phones[0].key if request.phones else ""


def standing(lead: LeadFile) -> dict[str, object]:
    """Return where a lead stands after a step: the fields that scripts read on."""
    step: Step | str | None = None
    if lead.prompt is not None:
        step = lead.prompt.step
    elif lead.course.end is None and lead.course.forgotten_at is None:
        step = HANDED_OVER
    return {
        "lead": lead.lead_id,
        "step": step,
        "due_at": None if lead.prompt is None else lead.prompt.due_at,
        "tries": len(lead.course.tries),
        "beside": lead.plan.beside,
        "handed_over": None if lead.handed_over is None else lead.handed_over.reason,
    }


def lead_id(text: str) -> LeadId:
    """Return the lead that a person named."""
    return LeadId(text.strip().lower())
