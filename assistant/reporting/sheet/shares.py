"""Figures in words: a count with its share, and how sure that share is."""

from collections.abc import Callable
from datetime import timedelta

from assistant.core.benchmarks import BENCHMARKS, base
from assistant.core.figures import Counts, Durations, Part
from assistant.core.preset import Preset
from assistant.core.what_if import FEW, share
from assistant.words.catalogue import tr

NOTHING = "–"
"""Stands where there is nothing to count."""


def percent(part: int, whole: int) -> str:
    """Return ``43 %``, of few ``43 %, 16–75``: the bounds of its 95 % interval."""
    found = share(part, whole)
    if found is None:
        return NOTHING
    said = _percent(found.value)
    return said if whole >= FEW else f"{said}, {round(100 * found.low)}–{round(100 * found.high)}"


def counted(part: Part, counts: Counts) -> str:
    """Return a part with its share: ``35 (40 %)``."""
    return _with(part, counts, percent)


def counted_shortly(part: Part, counts: Counts) -> str:
    """Return a part with its share, without bounds: where there is no room for them."""
    return _with(part, counts, lambda some, of: _percent(some / of))


def _with(part: Part, counts: Counts, said: Callable[[int, int], str]) -> str:
    whole = counts[base(part)]
    if part is Part.REQUESTS:
        return str(counts[part])
    return f"{counts[part]} ({said(counts[part], whole)})" if whole else NOTHING


def _percent(share: float) -> str:
    return tr("{share} %").format(share=round(100 * share))


def asked(part: Part, preset: Preset) -> float | None:
    """Return the share that a benchmark asks of a part, 0 to 1."""
    of_100 = BENCHMARKS[preset].per_100.get(part)
    return None if of_100 is None else of_100 / 100


def expected(part: Part, counts: Counts, preset: Preset) -> str:
    """Return what a benchmark asks: ``52 (60 %)``; nothing where it asks nothing."""
    share, count = asked(part, preset), BENCHMARKS[preset].expected(part, counts)
    if share is None or count is None:
        return ""
    return f"{round(count)} ({_percent(share)})"


def length(seconds: int | None) -> str:
    """Return how long something took: ``1:47``, ``3:05 h``; hours once it took one."""
    if seconds is None:
        return NOTHING
    minutes, rest = divmod(seconds, 60)
    if minutes < 60:
        return tr("{time} min").format(time=f"{minutes}:{rest:02}")
    return tr("{time} h").format(time=f"{minutes // 60}:{minutes % 60:02}")


def within(durations: Durations, span: timedelta) -> str:
    """Return how many took at most so long, with their share."""
    if not durations.total:
        return NOTHING
    count = durations.within(int(span.total_seconds()))
    return f"{count} ({percent(count, durations.total)})"
