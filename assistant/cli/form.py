"""The form on the command line: a walk-in or an answered call, with what it ended in."""

import click

from assistant.cli.context import Context, choice, pass_context
from assistant.cli.moments import read_moment
from assistant.cli.output import print_json, standing
from assistant.core.contact import Phone, read_email, read_phone
from assistant.core.errors import WrongCallError
from assistant.core.facts import AgreementKind, LostReason
from assistant.core.followable import missing
from assistant.core.request import Door, Request, RequestKind
from assistant.desk import NextStep
from assistant.start import Office
from assistant.words.catalogue import tr
from assistant.words.vocabulary import things_missing, word

_WALK_IN = "walk-in"


@click.command()
@click.argument("contact", type=click.Choice([_WALK_IN, "call"]))
@click.option("--name", default="", help="The customer's name.")
@click.option("--number", default="", help="His telephone number.")
@click.option("--number-asked", is_flag=True, help="He was asked for the number.")
@click.option("--number-read-back", is_flag=True, help="The number was read back to him.")
@click.option("--email", default="", help="His e-mail address.")
@click.option("--email-asked", is_flag=True, help="He was asked for the address.")
@click.option("--email-read-back", is_flag=True, help="The address was read back to him.")
@click.option("--question", default="", help="What he asked.")
@click.option("--vehicle", default="", help="The car he asked about.")
@click.option("--plate", default="", help="That car's number plate.")
@click.option("--called", default="", help="The number that he called.")
@click.option("--source", default="", help="Where he saw us.")
@click.option("--appointment", help="He comes at: 2026-03-09T10:00.")
@click.option("--call-back", help="He is called back at.")
@click.option("--follow-up", help="He gets information; followed up at.")
@click.option("--sold", is_flag=True, help="He bought.")
@click.option("--lost", type=choice(LostReason), help="He did not, and why.")
@click.option("--note", default="", help="Anything worth keeping.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_context
def log(context: Context, /, contact: str, as_json: bool, **fields: str | bool | None) -> None:
    """Log a showroom visit or an answered call."""
    said = {key: value for key, value in fields.items() if isinstance(value, str)}
    with context.office() as office:
        request = _request(office, contact, said, fields)
        taken = office.desk.log_contact(request, _next_step(office, said, bool(fields["sold"])))
        assert taken.lead_id is not None  # noqa: S101 - a request always has its lead
        lead = office.desk.lead(taken.lead_id)
        lacks = missing(request)
        if as_json:
            print_json(standing(lead) | {"result": taken.result, "missing": lacks})
            return
        click.echo(f"{lead.lead_id}  {word(taken.result)}")
        if lacks:
            things = things_missing(lacks)
            click.echo(tr("Missing to follow up: {things}").format(things=things))


def _request(
    office: Office, contact: str, said: dict[str, str], fields: dict[str, str | bool | None]
) -> Request:
    walk_in = contact == _WALK_IN
    source = said["source"] or office.reception.source_of(said["called"])
    if not any(said[key] for key in ("name", "number", "email", "question", "vehicle", "plate")):
        raise WrongCallError("Nothing was said about the customer.")
    email = read_email(said["email"])
    if said["email"] and email is None:
        raise WrongCallError("{text} is no e-mail address.", text=said["email"])
    return Request(
        kind=RequestKind.QUESTION if walk_in else RequestKind.ANSWERED_CALL,
        door=Door.SHOWROOM if walk_in else Door.PHONE,
        source=source,
        name=said["name"],
        phones=_phones(said["number"], office.settings.dealer.country),
        emails=() if email is None else (email,),
        vehicle=said["vehicle"],
        plate=said["plate"],
        question=said["question"],
        phone_asked=bool(fields["number_asked"]),
        phone_read_back=bool(fields["number_read_back"]),
        email_asked=bool(fields["email_asked"]),
        email_read_back=bool(fields["email_read_back"]),
    )


def _phones(number: str, country: str) -> tuple[Phone, ...]:
    if not number:
        return ()
    phone = read_phone(number, country)
    if phone is None:
        raise WrongCallError("{text} is no telephone number.", text=number)
    return (phone,)


def _next_step(office: Office, said: dict[str, str], sold: bool) -> NextStep | None:
    zone, note = office.settings.dealer.zone, said["note"]
    steps = [
        NextStep(kind=kind, moment=read_moment(said[option], zone), note=note)
        for option, kind in _WITH_MOMENT.items()
        if option in said
    ]
    if sold:
        steps.append(NextStep(kind=AgreementKind.SOLD, note=note))
    if "lost" in said:
        reason = LostReason(said["lost"])
        steps.append(NextStep(kind=AgreementKind.LOST, reason=reason, note=note))
    if len(steps) > 1:
        raise WrongCallError("A conversation ends in exactly one next step.")
    if note and not steps:
        raise WrongCallError("A note goes with what was agreed: say that too.")
    return steps[0] if steps else None


_WITH_MOMENT = {
    "appointment": AgreementKind.APPOINTMENT,
    "call_back": AgreementKind.CALL_BACK,
    "follow_up": AgreementKind.FOLLOW_UP,
}
