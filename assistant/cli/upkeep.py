"""Keeping the data sound: the derived tables, a health check."""

from contextlib import suppress

import click

from assistant.cli.context import Context, pass_context
from assistant.cli.output import print_json, print_table
from assistant.cli.status import LOOK_AT_IT
from assistant.core.errors import AssistantError
from assistant.health.doctor import check
from assistant.words.catalogue import tr, tr_count


@click.command()
@pass_context
def rebuild(context: Context) -> None:
    """Make the derived tables anew from the facts."""
    with context.office() as office:
        count = office.desk.plans.rebuild()
    click.echo(
        tr_count("{count} lead planned anew.", "{count} leads planned anew.", count).format(
            count=count
        )
    )


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@pass_context
def doctor(context: Context, as_json: bool) -> int:
    """Check settings, database, inbox, clock and notifications."""
    with suppress(AssistantError):  # what is wrong with them is found below
        context.settings()
    findings = check(context.folder, context.clock)
    for finding in findings:
        if as_json:
            print_json({"check": finding.check, "ok": finding.ok, "detail": finding.detail()})
    if not as_json:
        print_table(
            (tr("ok") if finding.ok else tr("LOOK"), finding.check, finding.detail())
            for finding in findings
        )
    return 0 if all(finding.ok for finding in findings) else LOOK_AT_IT
