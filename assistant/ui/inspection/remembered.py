"""What the inspection page looked at last, kept beside the places of windows."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QSettings

from assistant.core.figures import Choice
from assistant.core.milestones import Interest
from assistant.core.period import Period
from assistant.core.preset import Preset
from assistant.core.request import Door
from assistant.ui.inspection.day_field import read_day
from assistant.ui.inspection.scope import Span

_GROUP = "inspection/"
_COPIES = f"{_GROUP}copies"
_ANY = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """What was chosen.

    Attributes:
        typed: The days last chosen by hand.
    """

    span: Span
    typed: Period
    choice: Choice
    preset: Preset


def remember(places: QSettings, chosen: Remembered) -> None:
    """Keep what was chosen; of people it has names of salespeople only."""
    choice = chosen.choice
    values = {
        "span": chosen.span.value,
        "first": chosen.typed.first.isoformat(),
        "last": chosen.typed.last.isoformat(),
        "owner": _ANY if choice.owner is None else f"={choice.owner}",
        "source": _ANY if choice.source is None else f"={choice.source}",
        "doors": " ".join(sorted(choice.doors)),
        "interest": choice.interest or "",
        "benchmark": chosen.preset.value,
    }
    for name, value in values.items():
        places.setValue(_GROUP + name, str(value))


def remembered(places: QSettings, today: date, preset: Preset) -> Remembered:
    """Return what was chosen last; what cannot be read is as at the first time.

    Args:
        places: Where it is kept.
        today: The day on the dealer's calendar.
        preset: The benchmark of the settings.
    """

    def kept(name: str) -> str:
        return str(places.value(_GROUP + name, ""))

    doors = [Door(word) for word in kept("doors").split() if word in set(Door)]
    usual = Choice()
    choice = Choice(
        owner=_named(kept("owner")),
        source=_named(kept("source")),
        doors=frozenset(doors) or usual.doors,
        interest=Interest(kept("interest")) if kept("interest") in set(Interest) else None,
    )
    return Remembered(
        span=Span(kept("span")) if kept("span") in set(Span) else Span.THIS_WEEK,
        typed=_typed(kept("first"), kept("last"), today),
        choice=choice,
        preset=Preset(kept("benchmark")) if kept("benchmark") in set(Preset) else preset,
    )


def remember_copies(places: QSettings, folder: Path | None) -> None:
    """Keep in which folder colleagues' copies are read; ``None``: they are not."""
    places.setValue(_COPIES, "" if folder is None else str(folder))


def remembered_copies(places: QSettings, usual: Path | None) -> Path | None:
    """Return the folder chosen last; at the first time that of the settings."""
    if not places.contains(_COPIES):
        return usual
    kept = str(places.value(_COPIES))
    return Path(kept) if kept else None


def _named(kept: str) -> str | None:
    return kept[1:] if kept.startswith("=") else None


def _typed(first: str, last: str, today: date) -> Period:
    days = read_day(first), read_day(last)
    if days[0] is None or days[1] is None or days[1] < days[0]:
        return Period(first=today - timedelta(days=27), last=today)
    return Period(first=days[0], last=days[1])
