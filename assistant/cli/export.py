"""Taking tables of the log to other programs."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.context import Context, NamedPath, choice, pass_context
from assistant.cli.moments import read_days
from assistant.cli.stopping import ended_like_ctrl_c
from assistant.cli.streams import binary_output
from assistant.core.errors import WrongCallError
from assistant.desk.exports import Table, Wanted
from assistant.names import in_text
from assistant.reporting.export import Form, Watch, to_file, to_stream
from assistant.words.catalogue import tr_count

if TYPE_CHECKING:
    from assistant.start import Office

_FORMS = [form.value for form in (Form.CSV, Form.XLSX, Form.JSONL)]
_STANDARD_OUTPUT = Path("-")


@click.command()
@click.argument("table", type=choice(Table))
@click.option("--format", "form", type=click.Choice(_FORMS), required=True)
@click.option("--plain", is_flag=True, help="CSV for programs: commas, LF, numbers as E.164.")
@click.option("--from", "first", metavar="DATE", help="The first day, as 2026-03-09.")
@click.option("--to", "last", metavar="DATE", help="The last day.")
@click.option("--pseudonyms", is_flag=True, help="No names, numbers, addresses or free text.")
@click.argument("file", type=NamedPath(dir_okay=False, allow_dash=True, path_type=Path))
@pass_context
def export(  # noqa: PLR0913 - as the command line has it
    context: Context,
    *,
    table: str,
    form: str,
    plain: bool,
    first: str | None,
    last: str | None,
    pseudonyms: bool,
    file: Path,
) -> None:
    """Write a table of the log to FILE; - is standard output."""
    if plain and form != Form.CSV:
        raise WrongCallError("--plain goes with --format csv only.")
    with context.office() as office:
        for _ in office.desk.plans.count_older_leads():
            pass
        zone = office.settings.dealer.zone
        start, end = read_days(first, last, zone)
        wanted = Wanted(
            table=Table(table),
            start=start,
            end=end,
            now=context.clock(),
            zone=zone,
            country=office.settings.dealer.country,
            pseudonyms=pseudonyms,
        )
        with ended_like_ctrl_c():
            _write(office, wanted, Form.PLAIN_CSV if plain else Form(form), file)


def _write(office: "Office", wanted: Wanted, form: Form, file: Path) -> None:
    database = office.folder.database
    with _bar() as watch:
        if file == _STANDARD_OUTPUT:
            with binary_output() as stream:
                to_stream(database, wanted, form, stream, watch)
            return
        rows = to_file(database, wanted, form, file, watch)
    said = tr_count("{count} row written to {path}.", "{count} rows written to {path}.", rows)
    click.echo(said.format(count=rows, path=in_text(file)))


@contextmanager
def _bar() -> Iterator[Watch]:
    """Show how far it is, on a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield Watch()
        return
    with click.progressbar(length=1, file=sys.stderr) as bar:

        def report(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield Watch(report)
