"""Figures as the sheets write them: parts with their share, and lengths of time."""

from collections.abc import Callable
from datetime import timedelta

from assistant.core.benchmarks import BENCHMARKS, base
from assistant.core.durations import Durations
from assistant.core.figures import Counts, Part
from assistant.core.preset import Preset
from assistant.words.catalogue import tr
from assistant.words.figure_words import NOTHING, number, per_cent, with_bare_share, with_share


def counted(part: Part, counts: Counts) -> str:
    """Return a part with its share, of few leads with bounds: ``35 (40%)``."""
    return _with(part, counts, with_share)


def counted_shortly(part: Part, counts: Counts) -> str:
    """Return a part with its share, without bounds: where there is no room for them."""
    return _with(part, counts, with_bare_share)


def _with(part: Part, counts: Counts, said: Callable[[int, int], str]) -> str:
    if part is Part.REQUESTS:
        return number(counts[part])
    return said(counts[part], counts[base(part)])


def asked(part: Part, preset: Preset) -> float | None:
    """Return the share that a benchmark asks of a part, 0 to 1."""
    of_100 = BENCHMARKS[preset].per_100.get(part)
    return None if of_100 is None else of_100 / 100


def expected(part: Part, counts: Counts, preset: Preset) -> str:
    """Return what a benchmark asks: ``52 (60%)``; nothing where it asks nothing."""
    share, count = asked(part, preset), BENCHMARKS[preset].expected(part, counts)
    if share is None or count is None:
        return ""
    return f"{number(count)} ({per_cent(share)})"


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
    return with_share(durations.within(int(span.total_seconds())), durations.total)
