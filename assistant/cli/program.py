"""The program ``followup``: its commands, its exit statuses, and one sentence for an error.

Commands are imported when they are called: a softphone waits for ``missed-call``.
"""

import importlib
import os
import sys
import tempfile
import traceback
from pathlib import Path
from typing import NoReturn

import click
from typing_extensions import override

from assistant import __version__
from assistant.cli.click_words import click_speaks
from assistant.cli.context import Context, NamedPath, choice
from assistant.cli.status import COULD_NOT, DONE, WRONG_CALL
from assistant.cli.streams import patient_streams
from assistant.cli.system_errors import in_our_words
from assistant.core.clock import Clock, utc_now
from assistant.core.errors import AssistantError, WrongCallError
from assistant.folders import DataFolder, default_folder
from assistant.names import in_text
from assistant.words.catalogue import Tongue, explain, speak, system_tongue, tr

_COMMANDS = {
    "agenda": "assistant.cli.leads:agenda",
    "agree": "assistant.cli.leads:agree",
    "appointment": "assistant.cli.leads:appointment",
    "attempt": "assistant.cli.leads:attempt",
    "backup": "assistant.cli.backup:backup",
    "call-answered": "assistant.cli.telephone:call_answered",
    "call-ended": "assistant.cli.telephone:call_ended",
    "demo": "assistant.cli.demo:demo",
    "doctor": "assistant.cli.upkeep:doctor",
    "export": "assistant.cli.export:export",
    "file": "assistant.cli.privacy:file",
    "forget": "assistant.cli.privacy:forget",
    "handover": "assistant.cli.handover:handover",
    "incoming-call": "assistant.cli.telephone:incoming_call",
    "inspect": "assistant.cli.inspect:inspect",
    "intake": "assistant.cli.intake:intake",
    "log": "assistant.cli.form:log",
    "missed-call": "assistant.cli.telephone:missed_call",
    "passive": "assistant.cli.passive:passive",
    "rebuild": "assistant.cli.upkeep:rebuild",
    "restore": "assistant.cli.backup:restore",
    "retain": "assistant.cli.privacy:retain",
    "run": "assistant.cli.run:run",
}


class _Commands(click.Group):
    """A group that imports a command when it is asked for."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command = getattr(importlib.import_module(module), name)
        return command if isinstance(command, click.Command) else None


@click.group(cls=_Commands, invoke_without_command=True)
@click.option(
    "--data",
    type=NamedPath(file_okay=False, readable=False, path_type=Path),
    help="The folder that holds everything; the platform's own if left out.",
)
@click.option("--lang", type=choice(Tongue), help="The language of what is printed.")
@click.version_option(__version__, prog_name="followup")
@click.pass_context
def followup(ctx: click.Context, data: Path | None, lang: str | None) -> None:
    """Call every new car lead within two minutes, and keep trying until he is reached.

    Without a command the desktop app starts.
    """
    ctx.obj = Context(_folder(data), Tongue(lang) if lang else None, ctx.obj)
    if ctx.obj.tongue is not None:
        speak(ctx.obj.tongue)
    if ctx.invoked_subcommand is None:
        ctx.invoke(_Commands.get_command(followup, ctx, "run"))  # type: ignore[arg-type]


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the program and end with one of its exit statuses; never show a traceback."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None, clock: Clock = utc_now) -> int:
    """Run the program and return its exit status."""
    speak(system_tongue())
    with patient_streams():
        return _run(list(map(_in_text, sys.argv[1:] if arguments is None else arguments)), clock)


def _in_text(argument: str) -> str:
    """Return an argument without bytes that are no text; the name of a file stays as it is."""
    if os.path.lexists(argument):
        return argument
    return in_text(argument)


def _run(arguments: list[str], clock: Clock) -> int:
    try:
        status = _called(arguments, clock)
    except AssistantError as error:
        _say(explain(error))
        return WRONG_CALL if isinstance(error, WrongCallError) else COULD_NOT
    except (click.Abort, KeyboardInterrupt):
        _say(tr("Stopped."))
        return COULD_NOT
    except OSError as error:
        _say(explain(in_our_words(error)))
        return COULD_NOT
    except Exception as error:  # noqa: BLE001 - a bug: no traceback reaches a person
        _say(_reported(error))
        return COULD_NOT
    return status if isinstance(status, int) else DONE


def _called(arguments: list[str], clock: Clock) -> object:
    """Call a command; a help or what is wrong with the call is told in the user's language."""
    if "--help" not in arguments:
        try:
            return _click(arguments, clock)
        except click.ClickException:
            pass  # parsed again below: what is wrong is put into words where it is found
    tongue = _tongue_of(arguments, clock)
    speak(tongue)
    with click_speaks(tongue):
        try:
            return _click(arguments, clock)
        except click.ClickException as error:
            _say(error.format_message())
            return WRONG_CALL


def _click(arguments: list[str], clock: Clock) -> object:
    return followup(arguments, prog_name="followup", standalone_mode=False, obj=clock)


def _tongue_of(arguments: list[str], clock: Clock) -> Tongue:
    """Return the language for what click says, however wrong the call is."""
    asked = followup.make_context(
        "followup", list(arguments), resilient_parsing=True, obj=clock
    ).params
    if asked["lang"]:
        return Tongue(asked["lang"])
    context = Context(_folder(asked["data"]), None)
    try:
        return context.chosen_tongue(context.settings())
    except AssistantError:
        return system_tongue()


def _folder(data: Path | None) -> DataFolder:
    return DataFolder(data.absolute()) if data is not None else default_folder()


def _reported(error: Exception) -> str:
    report = Path(tempfile.gettempdir()) / f"followup-error-{os.getpid()}.txt"
    report.write_text("".join(traceback.format_exception(error)), "utf-8")
    return tr("The program made a mistake; what happened is written in {path}.").format(path=report)


def _say(sentence: str) -> None:
    click.echo(" ".join(sentence.split()), err=True)
