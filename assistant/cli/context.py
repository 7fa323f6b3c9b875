"""What every command is given: the data folder, the clock and the language."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import click
from typing_extensions import override

from assistant.core.clock import Clock, utc_now
from assistant.folders import DataFolder
from assistant.words.catalogue import Tongue, speak, system_tongue, tr

if TYPE_CHECKING:
    from assistant.settings import Settings
    from assistant.start import Office


@dataclass(frozen=True, slots=True)
class Context:
    """What the options before the command said.

    Attributes:
        folder: The data folder.
        tongue: The language asked for; ``None`` leaves it to the settings and the system.
    """

    folder: DataFolder
    tongue: Tongue | None
    clock: Clock = utc_now

    def settings(self) -> "Settings":
        """Read the settings, without opening anything else, and speak their language."""
        from assistant.settings import load  # noqa: PLC0415 - a first window waits for nothing

        settings = load(self.folder.settings).settings
        speak(self.chosen_tongue(settings))
        return settings

    @contextmanager
    def office(self) -> Iterator["Office"]:
        """Open the data folder, speak its language, and take in what waits."""
        from assistant.start import office  # noqa: PLC0415 - a telephone waits for missed-call

        with office(self.folder, self.clock) as opened:
            speak(self.chosen_tongue(opened.settings))
            yield opened

    def chosen_tongue(self, settings: "Settings") -> Tongue:
        """Return the language: that of the command line, the settings or the system."""
        if self.tongue is not None:
            return self.tongue
        chosen = settings.desk.language
        return system_tongue() if chosen == "system" else Tongue(chosen)


pass_context = click.make_pass_decorator(Context)


class NamedPath(click.Path):
    """A path that is not empty: a script's unset variable does not mean the present folder."""

    @override
    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        if value == "":
            self.fail(tr("The path is empty."), param, ctx)
        return super().convert(value, param, ctx)


def choice(words: type[StrEnum]) -> click.Choice[str]:
    """Return a parameter that takes one of the rules' words, as it is stored."""
    return click.Choice([word.value for word in words])
