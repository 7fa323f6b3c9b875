"""What the files are that are dropped on the window: lists of passive leads, or messages."""

from collections.abc import Sequence
from pathlib import Path

from assistant.intake.list_names import has_list_name
from assistant.names import harmless, in_text


def lists_among(paths: Sequence[Path], *, by_name: bool) -> list[Path]:
    """Return the lists among dropped files.

    Args:
        paths: The files.
        by_name: Whether a list's name is enough, where nothing but lists is dropped.
    """
    named = [path for path in paths if has_list_name(path)]
    if by_name or not named:
        return named
    from assistant.intake.lists import is_list  # noqa: PLC0415 - for who has one

    return [path for path in named if is_list(path)]


def names_of(paths: Sequence[Path]) -> str:
    """Return the names of files, for a sentence."""
    return ", ".join(harmless(in_text(path.name)) for path in paths)
