"""A backup of the log, and back again. The desktop may run beside the one, not beside the other."""

from pathlib import Path

import click

from assistant.cli.context import Context, NamedPath, pass_context
from assistant.cli.desktop import desktop_runs
from assistant.cli.output import print_json
from assistant.cli.status import DONE, LOOK_AT_IT
from assistant.cli.stopping import ended_like_ctrl_c
from assistant.core.errors import CouldNotError
from assistant.desk.backups import Amount, Restored, back_up
from assistant.desk.backups import restore as put_back
from assistant.names import in_text
from assistant.settings.rules import rules
from assistant.words.catalogue import tr, tr_count
from assistant.words.times import moment_in_words


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.argument("file", type=NamedPath(path_type=Path))
@pass_context
def backup(context: Context, file: Path, as_json: bool) -> None:
    """Copy the log to FILE, or into a folder under the day's name; also while the app runs."""
    zone = context.settings().dealer.zone
    today = context.clock().astimezone(zone).date()
    with ended_like_ctrl_c():
        path, amount = back_up(context.folder.database, file, today)
    if as_json:
        print_json({"file": in_text(path), "leads": amount.leads, "facts": amount.facts})
        return
    said = tr("Backup written to {path}: {amount}.")
    click.echo(said.format(path=in_text(path), amount=_in_words(amount)))


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.argument("file", type=NamedPath(exists=True, dir_okay=False, readable=False, path_type=Path))
@pass_context
def restore(context: Context, file: Path, as_json: bool) -> int:
    """Put a backup in the place of the log; the log that stands there is kept aside."""
    settings, folder = context.settings(), context.folder
    folder.make()
    if desktop_runs(folder):
        raise CouldNotError("The app is running: quit it (Ctrl+Q) and restore then.")
    by = settings.desk.salesperson
    dealers = rules(settings, folder.holidays)
    with ended_like_ctrl_c():
        done = put_back(folder.database, file, context.clock, dealers, by)
    if as_json:
        print_json(_row(file, done))
    else:
        _tell(context, file, done)
    is_lost = done.kept is not None and not done.is_told
    return LOOK_AT_IT if done.leads or done.messages or done.mails or is_lost else DONE


def _row(file: Path, done: Restored) -> dict[str, object]:
    return {
        "file": in_text(file),
        "leads": done.amount.leads,
        "facts": done.amount.facts,
        "newest": done.newest,
        "kept": "" if done.kept is None else in_text(done.kept),
        "forgotten": done.leads,
        "emptied": done.messages,
        "asking": done.mails,
        "erasures_known": done.kept is not None and done.is_told,
    }


def _tell(context: Context, file: Path, done: Restored) -> None:
    said = tr("Restored from {path}: {amount}.")
    click.echo(said.format(path=in_text(file), amount=_in_words(done.amount)))
    if done.newest is not None:
        zone, now = context.settings().dealer.zone, context.clock()
        last = moment_in_words(done.newest, now, zone)
        click.echo(tr("What came in or was done after {moment} is not in it.").format(moment=last))
    if done.kept is None:
        click.echo(tr("No log was here to say who was forgotten since then: forget him again."))
    else:
        click.echo(tr("The log until now is kept as {path}.").format(path=in_text(done.kept)))
        if not done.is_told:
            click.echo(
                tr("It is too damaged to say who was forgotten since then: forget him again.")
            )
    _tell_of_persons(file, done)


def _tell_of_persons(file: Path, done: Restored) -> None:
    """Say what was done about persons and their mails, and what a person must look at."""
    if done.leads or done.messages:
        leads = tr_count("{count} lead", "{count} leads", done.leads).format(count=done.leads)
        messages = tr_count("{count} message", "{count} messages", done.messages)
        click.echo(
            tr("Forgotten since, and now again: {leads}, {messages}.").format(
                leads=leads, messages=messages.format(count=done.messages)
            )
        )
        look = tr("Look at {path}: the customer still stands in it.")
        click.echo(look.format(path=in_text(file)))
    if done.mails:
        asked = tr_count(
            "{count} mail waited then and may have left since: its lead's page asks you.",
            "{count} mails waited then and may have left since: their leads' pages ask you.",
            done.mails,
        )
        click.echo(asked.format(count=done.mails))


def _in_words(amount: Amount) -> str:
    leads = tr_count("{count} lead", "{count} leads", amount.leads).format(count=amount.leads)
    facts = tr_count("{count} entry", "{count} entries", amount.facts).format(count=amount.facts)
    return f"{leads}, {facts}"
