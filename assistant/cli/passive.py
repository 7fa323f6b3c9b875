"""Taking in a list of passive leads: they go to the BDC and ring nowhere."""

import sys
from collections import Counter
from pathlib import Path

import click

from assistant.cli.context import Context, NamedPath, pass_context
from assistant.cli.output import number, print_json
from assistant.cli.status import LOOK_AT_IT
from assistant.core.privacy import CallNote
from assistant.desk import Result
from assistant.start import Office, dealer
from assistant.words.catalogue import tr

_MOST_ROWS_NAMED = 20


@click.command()
@click.argument("file", type=NamedPath(readable=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a row.")
@pass_context
def passive(context: Context, file: Path, as_json: bool) -> int:
    """Take in a list of passive leads (xlsx, xls, ods, csv)."""
    from assistant.intake import lists  # noqa: PLC0415 - spreadsheets, for who has one

    with context.office() as office:
        table = lists.TableReading(file).read()
        listed = lists.read_list(table, dealer(office.settings))
        usable = [row.request for row in listed.rows if row.request is not None]
        arrival = lists.arrival_of(table, usable, context.clock())
        with _progress(len(arrival.readings), quiet=as_json) as bar:
            taken = iter(office.desk.take_in_list(arrival, lambda: bar.update(1)))
        counted: Counter[str] = Counter()
        unusable = []
        for row in listed.rows:
            one = None if row.request is None else next(taken)
            counted[Result.UNREADABLE if one is None else one.result] += 1
            if one is None:
                unusable.append(row.number)
            if as_json:
                print_json(
                    {
                        "row": row.number,
                        "result": Result.UNREADABLE if one is None else one.result,
                        "reason": tr(row.reason) if row.reason else "",
                        "lead": None if one is None else one.lead_id,
                        "name": "" if row.request is None else row.request.name,
                        "phone": "" if row.request is None else number(row.request),
                        "may_call": bool(row.request and row.request.consent),
                    }
                )
        if not as_json:
            _tell(office, counted, unusable)
    return LOOK_AT_IT if unusable else 0


def _tell(office: Office, counted: Counter[str], unusable: list[int]) -> None:
    new, known = counted[Result.NEW], counted[Result.REPEAT] + counted[Result.JOINED]
    click.echo(tr("{new} new for the BDC, {known} known already.").format(new=new, known=known))
    notes = Counter(lead.call_note for lead in office.desk.handed_over() if not lead.may_call)
    if without := notes[CallNote.NO_CONSENT]:
        click.echo(tr("{count} may not be called: no proof of consent.").format(count=without))
    if left_alone := notes[CallNote.LEFT_ALONE]:
        said = tr("{count} may not be called: asked before not to be contacted.")
        click.echo(said.format(count=left_alone))
    if unusable:
        rows = ", ".join(map(str, unusable[:_MOST_ROWS_NAMED]))
        more = " …" if len(unusable) > _MOST_ROWS_NAMED else ""
        click.echo(tr("Without a number that can be called: row {rows}").format(rows=rows + more))


def _progress(length: int, *, quiet: bool) -> "click._termui_impl.ProgressBar[int]":
    hidden = quiet or not sys.stderr or not sys.stderr.isatty()
    return click.progressbar(length=length, file=sys.stderr, hidden=hidden)
