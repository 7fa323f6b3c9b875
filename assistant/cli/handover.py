"""The list of what others have, and sending it to them."""

from collections.abc import Iterable

import click

from assistant.cli.context import Context, pass_context
from assistant.cli.output import print_json, print_table
from assistant.core.contact import national, without_extension
from assistant.core.handover import HandedOver
from assistant.core.summary import Summary
from assistant.start import Office
from assistant.words.catalogue import tr
from assistant.words.history import to_whom
from assistant.words.times import moment_in_words
from assistant.words.vocabulary import word

Given = tuple[Summary, HandedOver]


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--send", is_flag=True, help="Mail what waits, or write it to the folder.")
@pass_context
def handover(context: Context, as_json: bool, send: bool) -> None:
    """Print what the BDC has or waits for; with --send, send what waits and print that."""
    with context.office() as office:
        if send:
            _send(office, context, as_json)
            return
        leads = _given(office.desk.handed_over())
        if as_json:
            _print_rows(leads)
        elif leads:
            _print_table(leads, office, context)
        else:
            click.echo(tr("Nothing waits for the BDC."))


def _send(office: Office, context: Context, as_json: bool) -> None:
    from assistant.outreach.handover.dispatch import (  # noqa: PLC0415 - seldom needed
        Dispatch,
        in_words,
    )

    dispatch = Dispatch(office.desk, office.settings, context.clock, context.folder)
    outbox = office.outbox
    for _ in dispatch.steps(outbox.put if outbox.is_set else None):
        pass
    sent = dispatch.done
    if as_json:
        known = {lead.lead_id: lead for lead in office.desk.handed_over()}
        _print_rows(_given(known[lead.lead_id] for lead in (*sent.mailed, *sent.written)))
        return
    for said in in_words(sent):
        click.echo(said)
    if not sent.mailed and not sent.written:
        click.echo(tr("Nothing waits for the BDC."))


def _given(leads: Iterable[Summary]) -> list[Given]:
    return [(lead, lead.handed_over) for lead in leads if lead.handed_over is not None]


def _print_rows(leads: list[Given]) -> None:
    for lead, handed in leads:
        print_json(
            {
                "lead": lead.lead_id,
                "reason": handed.reason,
                "since": handed.since,
                "name": lead.name,
                "phone": without_extension(lead.phone),
                "email": lead.email,
                "vehicle": lead.vehicle,
                "question": lead.question,
                "source": lead.source,
                "owner": lead.owner,
                "tries": lead.tries,
                "last_outcome": lead.last_outcome,
                "may_call": lead.may_call,
                "call_note": lead.call_note,
                "to": handed.to,
                "sent_at": handed.sent_at,
            }
        )


def _print_table(leads: list[Given], office: Office, context: Context) -> None:
    zone, country = office.settings.dealer.zone, office.settings.dealer.country
    now = context.clock()

    def sent(handed: HandedOver) -> str:
        if handed.sent_at is None:
            return tr("not sent yet")
        return tr("sent {time}").format(time=moment_in_words(handed.sent_at, now, zone))

    print_table(
        (
            lead.lead_id,
            to_whom(handed.to),
            word(handed.reason),
            moment_in_words(handed.since, now, zone),
            lead.name,
            national(lead.phone, country),
            lead.vehicle,
            sent(handed) if lead.may_be_sent else "",
            "" if lead.call_note is None else word(lead.call_note),
        )
        for lead, handed in leads
    )
