"""The dealer's own portals: a file in the data folder that adds to those of the program.

A mistake in it never stops the reading: then the program's own portals are used, and the
mistake is told.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.core.errors import AssistantError, CouldNotError

if TYPE_CHECKING:
    from assistant.intake.reading.forms.portals import Portals


class OwnPortals:
    """Reads the file once, when the first message or somebody asks."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _read(self) -> "tuple[Portals | None, AssistantError | None]":
        from assistant.intake.reading.forms.portal_table import portals_with  # noqa: PLC0415

        try:
            return portals_with(self._path.read_text("utf-8-sig")), None
        except FileNotFoundError:
            return None, None
        except (OSError, UnicodeDecodeError, AssistantError) as error:
            why = str(error)[:200]
            return None, CouldNotError(
                "Your portals in {path} are not used: {why}", path=self._path, why=why
            )

    @property
    def portals(self) -> "Portals | None":
        """Return the program's portals and the dealer's; ``None`` for the program's alone."""
        return self._read[0]

    @property
    def problem(self) -> AssistantError | None:
        """Return why the file is not used; nothing when it is, or when there is none."""
        return self._read[1] if self._path.exists() else None
