"""The inspection sheet, of a week or a morning: on the terminal, as rows, as a page or a PDF."""

import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assistant.cli.context import Context, NamedPath, choice, pass_context
from assistant.cli.days import Days, asked_day, asked_period
from assistant.cli.output import print_many_json, print_table
from assistant.cli.status import DONE, LOOK_AT_IT
from assistant.core.errors import CouldNotError, WrongCallError
from assistant.core.figures import By, Choice
from assistant.core.preset import Preset
from assistant.desk.inspection import Inspection, inspection
from assistant.desk.union import Copy, colleagues, copies_at, open_union
from assistant.names import harmless, in_text
from assistant.reporting.sheet.copies import CopiesTold, rows_of_copies, told_of
from assistant.reporting.sheet.inspected import look
from assistant.reporting.sheet.rows import rows_of
from assistant.start import Office
from assistant.whole_file import put_whole
from assistant.words.catalogue import explain, tr

if TYPE_CHECKING:
    from assistant.reporting.sheet.paper import Section, Sheet

_HTML, _PDF = ".html", ".pdf"
_MOST_NAMED = 10
"""So many salespeople are named to who asked for one that there is not."""


@click.command()
@click.option("--week", help="A week: 2026-W47. The last whole one if nothing is said.")
@click.option("--from", "first", help="The first day: 2026-11-02.")
@click.option("--to", "last", help="The last day; today if left out.")
@click.option("--day", help="The sheet of a morning instead: 2026-11-02, or today.")
@click.option("--owner", help="One salesperson's leads only.")
@click.option("--benchmark", type=choice(Preset), help="What the figures are held against.")
@click.option(
    "--with",
    "beside",
    multiple=True,
    type=NamedPath(path_type=Path),
    help="A colleague's data folder or backup, or a folder of them; may be repeated.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.argument("file", required=False, type=NamedPath(dir_okay=False, path_type=Path))
@pass_context
def inspect(
    context: Context,
    /,
    file: Path | None,
    owner: str | None,
    benchmark: str | None,
    beside: tuple[Path, ...],
    as_json: bool,
    **days: str | None,
) -> int:
    """Print the inspection sheet, or write it (FILE.html or FILE.pdf)."""
    asked = Days(**days)
    asked.check()
    _check_file(file, as_json=as_json, is_day=asked.day is not None)
    with context.office() as office:
        for _ in office.desk.plans.count_older_leads():
            pass
        preset = Preset(benchmark or office.settings.inspection.benchmark)
        with _opened(context, office, beside) as (opened, copies):
            chosen = _chosen(opened, owner)
            if as_json:
                inspected = look(opened, asked_period(asked, opened), chosen, preset)
                print_many_json(rows_of(inspected))
                print_many_json(rows_of_copies(copies, context.clock()))
                return _told_of_broken(copies)
            told = told_of(copies, context.clock())
            sheet = _sheet(office, opened, asked, chosen, preset, told)
    if file is None:
        _print(sheet)
    else:
        put_whole(file, _written(sheet, file.suffix.lower()))
        click.echo(tr("Written to {file}.").format(file=in_text(file)))
    return _told_of_broken(copies)


@contextmanager
def _opened(
    context: Context, office: Office, beside: tuple[Path, ...]
) -> Iterator[tuple[Inspection, Sequence[Copy]]]:
    """Open this desk's log, with the copies of colleagues' where there are any.

    What ``--with`` names stands in the place of the setting.
    """
    own, folder = office.folder.database, office.settings.inspection.folder
    named = beside or ((office.folder.root / folder,) if folder else ())
    if not named:
        with inspection(own, context.clock, office.desk.rules) as opened:
            yield opened, ()
        return
    paths = (own, *(path for each in named for path in copies_at(each)))
    with open_union(paths, context.clock, office.desk.rules) as united:
        yield united, colleagues(united.copies)


def _told_of_broken(copies: Sequence[Copy]) -> int:
    """Name on standard error what could not be read; return the exit status."""
    problems = [copy.problem for copy in copies if copy.problem is not None]
    for problem in problems:
        click.echo(" ".join(explain(problem).split()), err=True)
    return LOOK_AT_IT if problems else DONE


def _check_file(file: Path | None, *, as_json: bool, is_day: bool) -> None:
    if as_json and (file is not None or is_day):
        raise WrongCallError("--json prints the figures of a period; it takes no file and no day.")
    if file is not None and file.suffix.lower() not in {_HTML, _PDF}:
        raise WrongCallError("{file} must end in .html or .pdf.", file=in_text(file))
    if file is not None and not (folder := file.resolve().parent).is_dir():
        raise CouldNotError("There is no folder {folder}.", folder=in_text(folder))


def _chosen(opened: Inspection, owner: str | None) -> Choice:
    """Return whose leads were asked for; a name is taken in whatever case it was typed."""
    if owner is None:
        return Choice()
    known = opened.choices(By.OWNER)
    same = [name for name in known if _as_typed(name) == _as_typed(owner)]
    found = [name for name in (owner, owner.strip()) if name in same][:1] or same
    if len(found) != 1:
        raise _nobody(owner, [harmless(name) for name in known if name])
    return Choice(owner=found[0])


def _as_typed(name: str) -> str:
    return unicodedata.normalize("NFC", name.strip()).casefold()


def _nobody(owner: str, known: list[str]) -> WrongCallError:
    name = harmless(owner)
    if not owner.strip():
        return WrongCallError("{option} is empty.", option="--owner")
    if not known:
        return WrongCallError("{name} has no leads here.", name=name)
    if len(known) > _MOST_NAMED:
        known[_MOST_NAMED:] = [tr("and {count} more").format(count=len(known) - _MOST_NAMED)]
    names = ", ".join(known)
    return WrongCallError("{name} has no leads here. There are: {names}.", name=name, names=names)


def _sheet(
    office: Office,
    opened: Inspection,
    asked: Days,
    chosen: Choice,
    preset: Preset,
    copies: CopiesTold,
) -> "Sheet":
    dealer = office.settings.dealer
    if asked.day is None:
        from assistant.reporting.sheet.weekly import weekly_sheet  # noqa: PLC0415 - rows need none

        inspected = look(opened, asked_period(asked, opened), chosen, preset)
        return weekly_sheet(inspected, dealer, copies)
    from assistant.reporting.sheet.daily import daily_sheet, look_at_morning  # noqa: PLC0415 - too

    day = asked_day(asked.day, opened)
    morning = look_at_morning(opened, day, chosen, office.desk.rules.hours)
    return daily_sheet(morning, dealer, copies)


def _written(sheet: "Sheet", kind: str) -> bytes:
    from assistant.reporting.sheet.page import as_html  # noqa: PLC0415 - rows need none

    page = as_html(sheet)
    if kind == _HTML:
        return page.encode("utf-8")
    from assistant.cli.screen import must_have_libraries  # noqa: PLC0415 - it asks the system's

    must_have_libraries(on_x=False)
    from assistant.ui.paper import pdf_without_screen  # noqa: PLC0415 - Qt, for this alone

    return pdf_without_screen(page, sheet.title)


def _print(sheet: "Sheet") -> None:
    click.echo(sheet.title)
    click.echo(sheet.told)
    if sheet.copies:
        click.echo(sheet.copies)
    for section in sheet.sections:
        click.echo(f"\n{section.heading}\n{'-' * len(section.heading)}")
        if section.said:
            click.echo(section.said)
        if section.table is not None:
            print_table((section.table.columns, *section.table.rows))
        _print_entries(section)
        if section.more:
            click.echo(section.more)
    has_bars = any(section.table and section.table.bars for section in sheet.sections)
    for note in sheet.notes[: -1 if has_bars else None]:  # the last is about them
        click.echo(f"\n{note}")


def _print_entries(section: "Section") -> None:
    for entry in section.entries:
        click.echo(f"\n{entry.heading}: {entry.said}")
        for label, said in entry.lines:
            click.echo(f"  {label}: {said or '…'}")
