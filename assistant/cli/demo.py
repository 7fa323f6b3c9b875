"""The demonstration: the app with a lead that arrives, or the same played in words."""

import os
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


def _prepare(folder: DataFolder, now: datetime) -> StageClock:
    furnish(folder, always_open=True)
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
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - not without its libraries

    from assistant.app import Desktop  # noqa: PLC0415
    from assistant.ui.shots import take_pictures  # noqa: PLC0415

    clock = _prepare(folder, MONDAY_TEN)
    stage = Stage(folder, clock)
    stage.arrive(SANNE)
    stage.close()
    clock.advance(seconds=13)
    app = QApplication.instance() or QApplication(["followup"])
    assert isinstance(app, QApplication)  # noqa: S101 - there is no other kind here
    desktop = Desktop(app, folder, clock, context.tongue, open_link=lambda _link: None)
    for path in take_pictures(desktop.windows, shots):
        click.echo(path)
    desktop.close()


def _on_screen(context: Context, folder: DataFolder) -> int:
    must_have_screen()
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - not without its libraries

    from assistant.cli.run import start  # noqa: PLC0415

    _prepare(folder, context.clock())
    click.echo(tr("A new lead arrives in three seconds. Quit with Ctrl+Q."))
    prepared = folder.root / f"{SANNE.number}.eml"
    prepared.write_bytes(SANNE.mail())

    def let_a_lead_arrive() -> None:
        QTimer.singleShot(ARRIVES_MS, lambda: prepared.rename(folder.inbox / prepared.name))

    return start(Context(folder, context.tongue, context.clock), let_a_lead_arrive)
