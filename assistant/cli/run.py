"""Starting the desktop app."""

import click

from assistant.cli.context import Context, pass_context
from assistant.cli.screen import must_have_screen
from assistant.words.catalogue import speak, system_tongue, tr


@click.command()
@pass_context
def run(context: Context) -> int:
    """Start the desktop app, or raise its window if it runs already."""
    speak(context.tongue or system_tongue())
    must_have_screen()
    from assistant.app.start import run as run_desktop  # noqa: PLC0415 - not without a screen

    status = run_desktop(context.folder, context.clock, context.tongue)
    if status is None:
        click.echo(tr("The app is running already; its window was raised."))
    return status or 0
