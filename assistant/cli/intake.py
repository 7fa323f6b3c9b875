"""Reading messages from files: one row a prospect."""

from datetime import datetime
from pathlib import Path

import click

from assistant.cli.context import Context, NamedPath, pass_context
from assistant.cli.output import number, print_json, print_table
from assistant.cli.status import LOOK_AT_IT
from assistant.core.contact import national
from assistant.core.errors import CouldNotError
from assistant.core.request import Reading, Request, Unreadable, reason_of
from assistant.desk import Result, Taken
from assistant.intake.files import file_message, message_files
from assistant.start import Office
from assistant.words.catalogue import explain, tr
from assistant.words.vocabulary import word


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.argument("paths", nargs=-1, required=True, type=NamedPath(readable=False, path_type=Path))
@pass_context
def intake(context: Context, as_json: bool, paths: tuple[Path, ...]) -> int:
    """Read messages from files or folders."""
    unreadable = False
    with context.office() as office:
        for path in message_files(paths):
            for taken in _take(office, context, path):
                unreadable = unreadable or taken.result is Result.UNREADABLE
                if as_json:
                    print_json(_row(path, taken, context.clock()))
                else:
                    _print(path, taken, office.settings.dealer.country)
    return LOOK_AT_IT if unreadable else 0


def _take(office: Office, context: Context, path: Path) -> list[Taken]:
    try:
        message = file_message(path, context.clock())
    except CouldNotError as error:
        return [Taken(result=Result.UNREADABLE, reading=Unreadable(explain(error)))]
    return office.reception.read(message)


def _print(path: Path, taken: Taken, country: str) -> None:
    about = [_reason(taken.reading)]
    if isinstance(taken.reading, Request):
        asked = taken.reading
        about = [asked.name, national(number(asked), country), asked.vehicle, asked.source]
    said = ", ".join(text for text in about if text)
    print_table([(path.name, word(taken.result), said)])


def _reason(reading: Reading) -> str:
    reason = reason_of(reading)
    return tr(reason) if reason else ""


def _row(path: Path, taken: Taken, arrived_at: datetime) -> dict[str, object]:
    row: dict[str, object] = {
        "file": str(path),
        "result": taken.result,
        "reason": _reason(taken.reading),
        "lead": taken.lead_id,
    }
    if isinstance(taken.reading, Request):
        return row | _request_fields(taken.reading, arrived_at)
    return row | dict.fromkeys(_FIELDS)


_FIELDS = (
    "request",
    "door",
    "name",
    "phone",
    "email",
    "vehicle",
    "question",
    "source",
    "asked_at",
    "wanted_at",
    "wants",
    "may_call",
)


def _request_fields(asked: Request, arrived_at: datetime) -> dict[str, object]:
    return {
        "request": asked.kind,
        "door": asked.door,
        "name": asked.name,
        "phone": number(asked),
        "email": next(iter(asked.emails), ""),
        "vehicle": asked.vehicle,
        "question": asked.question,
        "source": asked.source,
        "asked_at": asked.asked_at or arrived_at,
        "wanted_at": asked.wanted_at,
        "wants": asked.wants,
        "may_call": asked.may_call,
        "own_vehicle": asked.own_vehicle,
        "plate": asked.plate,
        "price": asked.price,
        "link": asked.link,
        "phones": [phone.key for phone in asked.phones],
        "emails": asked.emails,
        "flags": asked.flags,
    }
