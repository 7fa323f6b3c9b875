"""What a person may ask about himself: to be forgotten, to see his file; and the term."""

from pathlib import Path

import click

from assistant.cli.context import Context, NamedPath, pass_context
from assistant.cli.status import DONE, LOOK_AT_IT
from assistant.core.errors import WrongCallError
from assistant.names import in_text
from assistant.privacy.forgetting import Forgotten, identities_in, told_appointments
from assistant.privacy.forgetting import forget as forget_him
from assistant.words.catalogue import tr, tr_count
from assistant.words.times import day_in_full, moment_in_words


@click.command()
@click.argument("who", metavar="PHONE|EMAIL")
@pass_context
def forget(context: Context, who: str) -> int:
    """Erase a customer: what was done still counts, who he was is gone."""
    with context.office() as office:
        country = office.settings.dealer.country
        customer = office.desk.privacy.customer(identities_in(who, country))
        expected = told_appointments(office.desk, customer, context.clock())
        zone = office.settings.dealer.zone
        done = forget_him(office, customer)
    if done.was_anybody:
        click.echo(_told(done))
    else:
        click.echo(tr("Nobody with {who} is known.").format(who=who))
    for moment in expected:
        when = moment_in_words(moment, context.clock(), zone)
        click.echo(tr("His appointment of {moment} stays in his own calendar.").format(moment=when))
    for path in done.left:
        click.echo(
            tr("Look at {path}: the customer still stands in it.").format(path=in_text(path))
        )
    if not done.is_clean:
        click.echo(tr("Remains lie in the database until no other program uses it; run retain."))
    return LOOK_AT_IT if done.left or not done.is_clean else DONE


def _told(done: Forgotten) -> str:
    leads = tr_count("{count} lead", "{count} leads", done.leads).format(count=done.leads)
    messages = tr_count("{count} message", "{count} messages", done.messages)
    files = tr_count("{count} file", "{count} files", done.removed)
    return tr("Forgotten: {leads}, {messages}, {files}. What was done still counts.").format(
        leads=leads,
        messages=messages.format(count=done.messages),
        files=files.format(count=done.removed),
    )


@click.command()
@click.option("--dry-run", is_flag=True, help="Only say who is past the term.")
@pass_context
def retain(context: Context, dry_run: bool) -> int:
    """Apply the retention term: forget who had no contact for so long."""
    from assistant.privacy import term  # noqa: PLC0415 - for this command alone

    with context.office() as office:
        limit, past = term.limit_of(office, context.clock()), term.Past()
        if limit is None:
            click.echo(tr("No term is set: nobody is forgotten."))
            return DONE
        for _ in term.apply(office, limit, past, dry=dry_run):
            pass
        zone = office.settings.dealer.zone
        click.echo(_would_be(past.leads) if dry_run else _were(past.leads))
        if past.oldest is not None:
            day = day_in_full(past.oldest.astimezone(zone))
            click.echo(tr("The last contact with the oldest was {day}.").format(day=day))
        if dry_run or term.tidy(office, limit, context.clock()):
            return DONE
    click.echo(tr("Some of it could not be removed; run this again."))
    return LOOK_AT_IT


def _would_be(count: int) -> str:
    said = tr_count("{count} lead would be forgotten.", "{count} leads would be forgotten.", count)
    return said.format(count=count)


def _were(count: int) -> str:
    said = tr_count("{count} lead forgotten.", "{count} leads forgotten.", count)
    return said.format(count=count)


@click.command()
@click.argument("who", metavar="PHONE|EMAIL")
@click.argument("file", required=False, type=NamedPath(dir_okay=False, path_type=Path))
@pass_context
def file(context: Context, who: str, file: Path | None) -> None:
    """Print everything that is kept of a customer, for himself (FILE.html or FILE.txt)."""
    from assistant.privacy import person  # noqa: PLC0415 - for this command alone

    if file is not None and file.suffix.lower() not in {".html", ".txt"}:
        raise WrongCallError("{file} must end in .html or .txt.", file=in_text(file))
    with context.office() as office:
        identities = identities_in(who, office.settings.dealer.country)
        sheet = person.sheet_of(office, identities, context.clock())
    if sheet is None:
        click.echo(tr("Nobody with {who} is known.").format(who=who))
    elif file is None:
        click.echo(person.as_text(sheet))
    else:
        page = person.as_html(sheet) if file.suffix.lower() == ".html" else person.as_text(sheet)
        file.write_text(page, "utf-8")
        click.echo(tr("Written to {file}.").format(file=in_text(file)))
