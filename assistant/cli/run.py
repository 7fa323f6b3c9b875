"""Starting the desktop app."""

import logging
import signal
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler

import click

from assistant.cli.context import Context, pass_context
from assistant.cli.screen import must_have_screen
from assistant.core.errors import CouldNotError
from assistant.folders import DataFolder
from assistant.words.catalogue import tr

_LOG_BYTES = 1_000_000


@click.command()
@pass_context
def run(context: Context) -> int:
    """Start the desktop app, or raise its window if it runs already."""
    context.settings()
    must_have_screen()
    context.folder.make()
    write_log(context.folder)
    return start(context)


def start(context: Context, opened: Callable[[], None] = lambda: None) -> int:
    """Run the app until its end; return the exit status.

    Args:
        context: The data folder, clock and language.
        opened: Called once the windows are there.
    """
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - not without a screen

    from assistant.app import Desktop  # noqa: PLC0415
    from assistant.ui.single import Single  # noqa: PLC0415

    app = QApplication(["followup"])
    app.setApplicationName("followup")
    app.setQuitOnLastWindowClosed(False)
    single = Single(context.folder)
    if not single.take():
        if not single.raise_other():
            raise CouldNotError(
                "The app already runs on {path}, but does not answer.", path=context.folder.root
            )
        click.echo(tr("The app is running already; its window was raised."))
        return 0
    desktop = Desktop(app, context.folder, context.clock, context.tongue)
    single.raised.connect(desktop.come)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: app.exit(0))
    opened()
    status = app.exec()
    desktop.close()
    single.release()
    return status


def write_log(folder: DataFolder) -> None:
    """Write what the program does of its own into the folder's log, a megabyte at most."""
    handler = RotatingFileHandler(
        folder.logs / "followup.log", maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    sys.excepthook = lambda kind, error, trace: logging.getLogger("assistant").critical(
        "a bug", exc_info=(kind, error, trace)
    )
