"""What a telephone program calls: a missed call, a call that comes in.

Both only leave a message in the spool, which takes milliseconds and works while the app is
closed. Nothing heavy may be imported here.
"""

import json

import click

from assistant.cli.context import Context, pass_context
from assistant.cli.moments import read_moment
from assistant.cli.status import LOOK_AT_IT
from assistant.core.contact import national, read_phone
from assistant.core.errors import AssistantError, CouldNotError, WrongCallError
from assistant.intake.spool import Kind, Message, Spool
from assistant.settings import Settings, starting_values
from assistant.words.catalogue import explain, tr


@click.command()
@click.argument("number")
@click.option("--called", default="", help="The number that was called.")
@click.option("--name", default="", help="The caller's name, if the telephone knows it.")
@click.option("--at", "at", help="When it was; now if left out.")
@pass_context
def missed_call(context: Context, number: str, called: str, name: str, at: str | None) -> int:
    """Take in a missed call: it is a lead."""
    settings, problem = _settings(context)
    known = _number(number, settings)
    said = {"number": known, "called": called, "name": name}
    if at is not None:
        try:
            said["at"] = read_moment(at, settings.dealer.zone).isoformat()
        except WrongCallError as error:
            problem = error  # the call is a lead all the same
    _leave(context, Kind.MISSED_CALL, said)
    shown = national(known, settings.dealer.country)
    click.echo(tr("Missed call of {number} taken in.").format(number=shown))
    if problem is not None:
        click.echo(explain(problem), err=True)
    return 0 if problem is None else LOOK_AT_IT


@click.command()
@click.argument("number")
@click.option("--called", default="", help="The number that was called.")
@pass_context
def incoming_call(context: Context, number: str, called: str) -> None:
    """Raise the caller's card in the running app, or an empty form."""
    known = _number(number, _settings(context)[0])
    _leave(context, Kind.INCOMING_CALL, {"number": known, "called": called})


def _settings(context: Context) -> tuple[Settings, AssistantError | None]:
    """Return the settings; the starting values, and why, when the file cannot be used."""
    try:
        return context.settings(), None
    except CouldNotError as error:
        return starting_values(), error


def _number(text: str, settings: Settings) -> str:
    phone = read_phone(text, settings.dealer.country)
    if phone is None:
        raise WrongCallError("{text} is no telephone number.", text=text)
    return phone.number


def _leave(context: Context, kind: Kind, said: dict[str, str]) -> None:
    Spool(context.folder.spool, context.clock).put(
        Message(
            kind=kind,
            name=kind.value,
            arrived_at=context.clock(),
            content=json.dumps(said).encode(),
        )
    )
