"""Opening hours as a person types them: ``9-12.30, 13:00 - 18:00``. Rules only: no widgets."""

import re
from collections.abc import Iterable

from assistant.core.hours import Span
from assistant.settings.readers import spans

CLOSED = frozenset({"", "-", "–", "closed", "gesloten", "dicht"})
_HOUR_ALONE = re.compile(r"(?<![\d:])(\d{1,2})(?![\d:])")
_LONGEST = 200


def read_hours(text: str) -> tuple[Span, ...]:
    """Return the spans of one day, none for a closed one.

    Raises:
        ValueError: If the text says no hours, or hours that overlap.
    """
    written = text.strip().lower()[:_LONGEST]
    if written in CLOSED:
        return ()
    colons = re.sub(r"(?<=\d)\.(?=\d)", ":", written).replace("–", "-")
    whole = _HOUR_ALONE.sub(r"\1:00", colons)
    return spans([re.sub(r"\s", "", part) for part in re.split("[,;]", whole)])


def span_texts(day: Iterable[Span]) -> list[str]:
    """Return spans as the settings file has them: ``09:00-18:00``."""
    return [f"{_clock(span.opens)}-{_clock(span.closes)}" for span in day]


def hours_text(day: Iterable[Span]) -> str:
    """Return spans as they stand in a field."""
    return ", ".join(span_texts(day))


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
