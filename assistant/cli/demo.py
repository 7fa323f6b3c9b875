"""The demonstration: the app with a lead that arrives, or the same played in words."""

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click

from assistant.cli.context import Context, pass_context
from assistant.cli.screen import has_screen, must_have_libraries, must_have_screen
from assistant.core.errors import CouldNotError
from assistant.demo.customers import SANNE
from assistant.demo.play import to_an_appointment, to_the_fifth_try
from assistant.demo.stage import Stage, StageClock, furnish, play_the_days_before
from assistant.folders import DataFolder
from assistant.words.catalogue import speak, system_tongue, tr

ARRIVES_MS = 3_000
MONDAY_TEN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@click.command()
@click.option(
    "--shots",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write pictures of the screens to this folder.",
)
@pass_context
def demo(context: Context, shots: Path | None) -> int:
    """Show the program with invented customers, in a folder that is thrown away."""
    speak(context.tongue or system_tongue())
    root = Path(tempfile.mkdtemp(prefix="followup-demo-"))
    try:
        if shots is None and has_screen():
            return _on_screen(context, DataFolder(root))
        _in_words(root)
        if shots is not None:
            _pictures(context, DataFolder(root / "pictures"), shots)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    return 0


def _in_words(root: Path) -> None:
    for name, play in (("appointment", to_an_appointment), ("tries", to_the_fifth_try)):
        folder = DataFolder(root / name)
        furnish(folder, always_open=False)
        stage = Stage(folder, StageClock(MONDAY_TEN))
        play(stage, click.echo)
        stage.close()
        click.echo()


def _prepare(folder: DataFolder, now: datetime, *, aloud: bool) -> StageClock:
    furnish(folder, always_open=True, aloud=aloud)
    clock = StageClock(now)
    stage = Stage(folder, clock)
    play_the_days_before(stage)
    stage.close()
    return clock


def _pictures(context: Context, folder: DataFolder, shots: Path) -> None:
    try:
        must_have_libraries(on_x=False)
    except CouldNotError as error:
        raise CouldNotError("No pictures: {why}", why=error) from error
    from assistant.app.start import picture  # noqa: PLC0415 - not without its libraries

    clock = _prepare(folder, MONDAY_TEN, aloud=False)
    stage = Stage(folder, clock)
    stage.arrive(SANNE)
    stage.close()
    clock.advance(seconds=13)
    for path in picture(folder, clock, context.tongue, shots):
        click.echo(path)


def _on_screen(context: Context, folder: DataFolder) -> int:
    must_have_screen()
    from assistant.app.start import run as run_desktop  # noqa: PLC0415 - not without a screen

    _prepare(folder, context.clock(), aloud=True)
    prepared = folder.root / f"{SANNE.number}.eml"
    prepared.write_bytes(SANNE.mail())
    click.echo(tr("A new lead arrives in three seconds. Quit with Ctrl+Q."))
    arrival = (ARRIVES_MS, lambda: _move(prepared, folder.inbox))
    return run_desktop(folder, context.clock, context.tongue, arrival) or 0


def _move(path: Path, folder: Path) -> None:
    path.rename(folder / path.name)
