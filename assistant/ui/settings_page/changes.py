"""What differs between two settings, as the settings file takes it. Rules only: no widgets."""

from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from assistant.settings import Settings, change
from assistant.settings.readers import DAYS
from assistant.ui.settings_page.hours_text import span_texts

_SECTIONS = ("desk", "dealer", "hours", "bdc", "intake", "conversation", "telephone", "privacy")


def changes(before: Settings, after: Settings) -> dict[str, dict[str, Any]]:
    """Return the changed settings of each section that a page can change."""
    found: dict[str, dict[str, Any]] = {}
    for section in _SECTIONS:
        old, new = getattr(before, section), getattr(after, section)
        for field in fields(old):
            value = getattr(new, field.name)
            if value != getattr(old, field.name):
                found.setdefault(section, {})[field.name] = _written(field.name, value)
    return found


def save(path: Path, changed: Mapping[str, Mapping[str, Any]]) -> None:
    """Write changed settings, and keep everything else as a person wrote it.

    Raises:
        CouldNotError: If the file cannot be written, or is no TOML.
    """
    for section, values in changed.items():
        change(path, section, dict(values))


def _written(name: str, value: Any) -> Any:
    if name in DAYS:
        return span_texts(value)
    if isinstance(value, tuple):
        return list(value)
    return value.value if isinstance(value, StrEnum) else value
