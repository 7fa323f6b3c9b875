"""Working leads: the agenda, attempts, what was agreed, appointments."""

from collections.abc import Mapping
from datetime import timedelta

import click

from assistant.cli.context import Context, choice, pass_context
from assistant.cli.moments import read_moment
from assistant.cli.output import lead_id, print_json, print_many_json, print_table, standing
from assistant.core.contact import national, without_extension
from assistant.core.errors import WrongCallError
from assistant.core.facts import (
    WITH_MOMENT,
    AgreementKind,
    AppointmentEvent,
    FactId,
    LostReason,
    Outcome,
)
from assistant.core.request import Channel
from assistant.core.rules import TRIES
from assistant.core.summary import AgendaItem
from assistant.desk import NextStep
from assistant.desk.values import still_expected
from assistant.start import Office
from assistant.words.catalogue import tr
from assistant.words.times import due_in_words, moment_in_words
from assistant.words.vocabulary import word

_json = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")


@click.command()
@_json
@pass_context
def agenda(context: Context, as_json: bool) -> None:
    """Print the open leads in the order to work."""
    with context.office() as office:
        items, now = office.desk.agenda(), context.clock()
        if as_json:
            print_many_json(
                _agenda_row(item)
                | {"late": int(max(now - item.prompt.due_at, timedelta(0)).total_seconds())}
                for item in items
            )
        elif items:
            zone, country = office.settings.dealer.zone, office.settings.dealer.country
            print_table(
                (
                    item.summary.lead_id,
                    due_in_words(item.prompt.due_at, now, zone),
                    word(item.prompt.step),
                    f"{item.summary.tries}/{TRIES}",
                    item.summary.name,
                    national(item.summary.phone, country),
                    item.summary.vehicle,
                    item.summary.source,
                    "" if item.summary.call_note is None else word(item.summary.call_note),
                )
                for item in items
            )
        else:
            click.echo(tr("Nothing is due."))


def _agenda_row(item: AgendaItem) -> dict[str, object]:
    lead, prompt = item.summary, item.prompt
    return {
        "lead": lead.lead_id,
        "step": prompt.step,
        "due_at": prompt.due_at,
        "late": 0,
        "tries": lead.tries,
        "name": lead.name,
        "phone": without_extension(lead.phone),
        "email": lead.email,
        "vehicle": lead.vehicle,
        "question": lead.question,
        "source": lead.source,
        "owner": lead.owner,
        "last_outcome": lead.last_outcome,
        "last_channel": lead.last_channel,
        "last_at": lead.last_at,
        "last_by": lead.last_by,
        "wants": lead.wants,
        "beside": lead.beside,
        "asked_at": lead.asked_at,
        "plate": lead.plate,
        "call_note": lead.call_note,
    }


@click.command()
@click.argument("lead")
@click.option("--channel", type=choice(Channel), required=True)
@click.option("--outcome", type=choice(Outcome), required=True)
@click.option("--note", default="", help="Anything worth keeping.")
@_json
@pass_context
def attempt(
    context: Context, lead: str, channel: str, outcome: str, note: str, as_json: bool
) -> None:
    """Log an attempt made just now; print the next step and when it is due."""
    with context.office() as office:
        made = office.desk.record(lead_id(lead), Channel(channel), Outcome(outcome), note=note)
        _print_standing(office, context, lead, {"attempt": made.id}, as_json)


@click.command()
@click.argument("lead")
@click.argument("ending", type=choice(AgreementKind))
@click.option("--at", "at", help="When: 2026-03-09T10:00.")
@click.option("--reason", type=choice(LostReason), help="Why it was lost.")
@click.option("--note", default="", help="Anything worth keeping.")
@_json
@pass_context
def agree(
    context: Context,
    lead: str,
    ending: str,
    at: str | None,
    reason: str | None,
    note: str,
    as_json: bool,
) -> None:
    """Log what a conversation ended in."""
    kind = AgreementKind(ending)
    with context.office() as office:
        _insist(kind, "--at", at, "2026-03-09T10:00", wanted=kind in WITH_MOMENT)
        _insist(kind, "--reason", reason, LostReason.PRICE, wanted=kind is AgreementKind.LOST)
        next_step = NextStep(
            kind=kind,
            moment=None if at is None else read_moment(at, office.settings.dealer.zone),
            reason=None if reason is None else LostReason(reason),
            note=note,
        )
        agreed = office.desk.agree(lead_id(lead), next_step)
        made = {"appointment": agreed.id} if kind is AgreementKind.APPOINTMENT else {}
        _print_standing(office, context, lead, made, as_json)


@click.command()
@click.argument("appointment_id", metavar="ID")
@click.argument("event", type=choice(AppointmentEvent))
@click.option("--at", "at", help="The new time of a moved appointment.")
@_json
@pass_context
def appointment(
    context: Context, appointment_id: str, event: str, at: str | None, as_json: bool
) -> None:
    """Log what happened to an appointment."""
    happened = AppointmentEvent(event)
    with context.office() as office:
        is_moved = happened is AppointmentEvent.MOVED
        _insist(happened, "--at", at, "2026-03-09T10:00", wanted=is_moved)
        moment = None if at is None else read_moment(at, office.settings.dealer.zone)
        changed = office.desk.change_appointment(
            FactId(appointment_id.strip().lower()), happened, moment
        )
        _print_standing(
            office, context, changed.lead_id, {"appointment": changed.appointment_id}, as_json
        )


def _insist(what: str, option: str, given: str | None, example: str, *, wanted: bool) -> None:
    """Raise WrongCallError for an option that is missing, or that does not belong there."""
    if wanted and given is None:
        raise WrongCallError(
            "{option} is missing: {what} wants it, such as {option} {example}.",
            option=option,
            what=what,
            example=example,
        )
    if not wanted and given is not None:
        raise WrongCallError("{option} does not go with {what}.", option=option, what=what)


def _print_standing(
    office: Office, context: Context, lead: str, more: Mapping[str, object], as_json: bool
) -> None:
    known = office.desk.lead(lead_id(lead))
    expected = still_expected([known], context.clock())
    if as_json:
        print_json({**standing(known), **more, "to_call_off": next(iter(expected), None)})
        return
    for made in more.values():
        click.echo(made)
    if known.prompt is not None:
        due = due_in_words(known.prompt.due_at, context.clock(), office.settings.dealer.zone)
        click.echo(f"{word(known.prompt.step)}: {due}")
    elif known.handed_over is not None:
        click.echo(tr("Handed over: {reason}").format(reason=word(known.handed_over.reason)))
    else:
        click.echo(tr("Closed."))
    for moment in expected:
        when = moment_in_words(moment, context.clock(), office.settings.dealer.zone)
        said = tr(
            "The customer still counts on {moment}: "
            "the message that calls it off is on the page of lead {lead}."
        )
        click.echo(said.format(moment=when, lead=known.lead_id))
