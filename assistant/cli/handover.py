"""The list of what others have, and sending it to them."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import click

from assistant.cli.context import Context, pass_context
from assistant.cli.desktop import desktop_runs
from assistant.cli.output import lead_id, print_json, print_table, standing
from assistant.cli.status import DONE, LOOK_AT_IT
from assistant.core.contact import national, without_extension
from assistant.core.errors import AssistantError, WrongCallError
from assistant.core.facts import LeadId
from assistant.core.handover import HandedOver
from assistant.core.summary import Summary
from assistant.desk import OutboxMail
from assistant.sign_in import Credentials
from assistant.start import Office
from assistant.words.catalogue import explain, tr
from assistant.words.handed import ASKING, Stands, stands, stands_in_words, why
from assistant.words.history import to_whom
from assistant.words.times import moment_in_words
from assistant.words.vocabulary import word

if TYPE_CHECKING:
    from assistant.outreach.handover.dispatch import Dispatched

Given = tuple[Summary, HandedOver]
Mails = Mapping[LeadId, OutboxMail]


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option("--send", is_flag=True, help="Mail what waits, or write it to the folder.")
@click.option("--again", metavar="LEAD", help="Send one anew whose mail did not arrive.")
@click.option("--back", metavar="LEAD", help="Give a lead back to its salesperson.")
@pass_context
def handover(
    context: Context, as_json: bool, send: bool, again: str | None, back: str | None
) -> int:
    """Print what the BDC has or waits for; with --send, send what waits and print that."""
    if sum((send, again is not None, back is not None)) > 1:
        raise WrongCallError("Only one of --send, --again and --back goes at a time.")
    with context.office() as office:
        if back is not None:
            _take_back(office, lead_id(back), as_json)
            return DONE
        if send or again is not None:
            return _send(office, context, None if again is None else lead_id(again), as_json)
        leads = _given(office.desk.handed_over())
        return _print(leads, office, context, as_json)


def _take_back(office: Office, lead: LeadId, as_json: bool) -> None:
    office.desk.handovers.came_back(lead)
    if as_json:
        print_json(standing(office.desk.lead(lead)))
    else:
        click.echo(tr("Back with its salesperson"))


def _print(leads: list[Given], office: Office, context: Context, as_json: bool) -> int:
    mails = office.desk.handovers.mails_of(lead for lead, _ in leads)
    if as_json:
        _print_rows(leads, mails)
    elif leads:
        _print_table(leads, mails, office, context)
    else:
        click.echo(tr("Nothing waits for the BDC."))
    is_asked = any(stands(handed, mails.get(lead.lead_id)) in ASKING for lead, handed in leads)
    if is_asked and not as_json:
        click.echo(
            tr("followup handover --again LEAD sends it anew, --back LEAD takes the lead back.")
        )
    return LOOK_AT_IT if is_asked else DONE


def _send(office: Office, context: Context, again: LeadId | None, as_json: bool) -> int:
    """Send what waits, or one lead anew; say what left, and show what did not."""
    from assistant.outreach.handover.dispatch import (  # noqa: PLC0415 - seldom needed
        Dispatch,
        in_words,
    )

    waiting = None if again is None else _recalled(office, again)
    dispatch = Dispatch(office.desk, office.settings, context.clock, context.folder)
    post = partial(office.outbox.put, hold=timedelta(0)) if office.outbox.is_set else None
    for _ in dispatch.steps(post, waiting):
        pass
    sent, said = dispatch.done, in_words(dispatch.done)
    error = None
    if office.outbox.is_set and desktop_runs(context.folder):
        said += [tr("The program that runs on the screen sends the mail.")] if sent.mailed else []
    elif office.outbox.is_set:
        from assistant.outreach.leaving import deliver_by, send_all  # noqa: PLC0415 - likewise

        deliver = deliver_by(office.settings.outgoing, Credentials())
        error = send_all(office.desk.outgoing, deliver, context.clock)
    return _print_sent(office, context, sent, said, error, as_json)


def _recalled(office: Office, lead: LeadId) -> list[Summary]:
    """Take back a hand-over that did not arrive; return its lead, which waits again."""
    office.desk.handovers.recall(lead)
    home = office.desk.lead(lead).lead_id
    return [waiting for waiting in office.desk.handovers.waiting() if waiting.lead_id == home]


def _print_sent(
    office: Office,
    context: Context,
    sent: "Dispatched",
    said: list[str],
    error: AssistantError | None,
    as_json: bool,
) -> int:
    known = {lead.lead_id: lead for lead in office.desk.handed_over()}
    mails, runs = office.desk.handovers.mails_of(known.values()), desktop_runs(context.folder)
    stuck = [
        (lead, handed)
        for lead, handed in _given(known.values())
        if lead.lead_id in mails and (not runs or stands(handed, mails[lead.lead_id]) in ASKING)
    ]
    if as_json:
        _print_rows(_given(known[lead.lead_id] for lead in (*sent.mailed, *sent.written)), mails)
    else:
        for sentence in said or [tr("Nothing waits for the BDC.")]:
            click.echo(sentence)
        if error is not None:
            click.echo(explain(error))
        if stuck:
            _print(stuck, office, context, as_json=False)
    return LOOK_AT_IT if stuck or error is not None else DONE


def _given(leads: Iterable[Summary]) -> list[Given]:
    return [(lead, lead.handed_over) for lead in leads if lead.handed_over is not None]


def _print_rows(leads: list[Given], mails: Mails) -> None:
    for lead, handed in leads:
        mail = mails.get(lead.lead_id)
        how = stands(handed, mail)
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
                "sent_at": handed.sent_at if how is Stands.SENT else None,
                "stands": how,
                "why": why(mail),
            }
        )


def _print_table(leads: list[Given], mails: Mails, office: Office, context: Context) -> None:
    zone, country = office.settings.dealer.zone, office.settings.dealer.country
    now = context.clock()

    def how(lead: Summary, handed: HandedOver) -> str:
        sent_at = "" if handed.sent_at is None else moment_in_words(handed.sent_at, now, zone)
        return stands_in_words(handed, mails.get(lead.lead_id), sent_at)

    print_table(
        (
            lead.lead_id,
            to_whom(handed.to),
            word(handed.reason),
            moment_in_words(handed.since, now, zone),
            lead.name,
            national(lead.phone, country),
            lead.vehicle,
            how(lead, handed) if lead.may_be_sent else "",
            "" if lead.call_note is None else word(lead.call_note),
        )
        for lead, handed in leads
    )
