"""What a telephone program calls: a call that comes in, and one that was missed.

At most a message is left in the spool, which takes milliseconds and works while the app is
closed. Nothing heavy may be imported here. A caller who gives no number is kept as one:
missed, he is shown to a person; ringing, he brings an empty form.
"""

import json

import click

from assistant.cli.context import Context, pass_context
from assistant.cli.moments import read_moment
from assistant.cli.status import DONE, LOOK_AT_IT
from assistant.core.contact import (
    WITHHELD,
    is_extension,
    is_withheld,
    national,
    read_caller,
    without_extension,
)
from assistant.core.errors import AssistantError, CouldNotError, WrongCallError
from assistant.intake.ringing import Ringing, own_calls
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
    said = _said(number, called, settings) | {"name": name}
    if at is not None:
        try:
            said["at"] = read_moment(at, settings.dealer.zone).isoformat()
        except WrongCallError as error:
            problem = error  # the call is a lead all the same
    _ringing(context).end(said["number"])
    return _take_in(context, said, settings, problem)


@click.command()
@click.argument("number")
@click.option("--called", default="", help="The number that was called.")
@pass_context
def incoming_call(context: Context, number: str, called: str) -> None:
    """Raise the caller's card in the running app, or an empty form."""
    said = _said(number, called, _settings(context)[0])
    _leave(context, Kind.INCOMING_CALL, Kind.INCOMING_CALL, said)
    _ringing(context).begin(said["number"])


@click.command()
@click.argument("number")
@pass_context
def call_answered(context: Context, number: str) -> None:
    """Say that a call was answered: one that came in, or one that you made."""
    said = _said(number, "", _settings(context)[0])
    _ringing(context).end(said["number"])
    called = without_extension(said["number"])
    if own_calls(context.folder.own_calls, context.clock).since(called) is not None:
        _leave(context, Kind.OWN_CALL_ANSWERED, Kind.OWN_CALL_ANSWERED, {"number": called})


@click.command()
@click.argument("number")
@click.option("--called", default="", help="The number that was called.")
@pass_context
def call_ended(context: Context, number: str, called: str) -> int:
    """Say that a call ended: one that came in and was not answered is a missed call."""
    settings, problem = _settings(context)
    said = _said(number, called, settings)
    ring, own = _ringing(context), own_calls(context.folder.own_calls, context.clock)
    customer = without_extension(said["number"])
    rang, called_at = ring.since(said["number"]), own.since(customer)
    is_own = called_at is not None and (rang is None or rang < called_at)
    if not is_own and ring.end(said["number"]):
        return _take_in(context, said, settings, problem)
    if own.end(customer):
        _leave(context, Kind.OWN_CALL_ENDED, Kind.OWN_CALL_ENDED, {"number": customer})
    return DONE


def _take_in(
    context: Context, said: dict[str, str], settings: Settings, problem: AssistantError | None
) -> int:
    """Leave a missed call, and say so; return the exit status."""
    _leave(context, Kind.MISSED_CALL, tr("Missed call"), said)
    if said["number"] == WITHHELD:
        click.echo(tr("A missed call without a number was kept; look at it."), err=True)
    else:
        shown = national(said["number"], settings.dealer.country)
        click.echo(tr("Missed call of {number} taken in.").format(number=shown))
    if problem is not None:
        click.echo(explain(problem), err=True)
    return DONE if problem is None and said["number"] != WITHHELD else LOOK_AT_IT


def _ringing(context: Context) -> Ringing:
    return Ringing(context.folder.ringing, context.clock)


def _settings(context: Context) -> tuple[Settings, AssistantError | None]:
    """Return the settings; the starting values, and why, when the file cannot be used."""
    try:
        return context.settings(), None
    except CouldNotError as error:
        return starting_values(), error


def _said(caller: str, called: str, settings: Settings) -> dict[str, str]:
    """Return both numbers in one spelling, and the caller as the telephone said it.

    Raises:
        WrongCallError: A colleague called, by an extension; or it is no caller at all.
    """
    region = settings.dealer.country
    phone, line = read_caller(caller, region), read_caller(called, region)
    if phone is None and (is_extension(caller) or not is_withheld(caller)):
        raise WrongCallError("{text} is no telephone number.", text=caller)
    return {
        "number": WITHHELD if phone is None else phone.number,
        "called": called if line is None else line.number,
        "caller": caller,
    }


def _leave(context: Context, kind: Kind, name: str, said: dict[str, str]) -> None:
    Spool(context.folder.spool, context.clock).put(
        Message(
            kind=kind,
            name=name,
            arrived_at=context.clock(),
            content=json.dumps(said).encode(),
        )
    )
