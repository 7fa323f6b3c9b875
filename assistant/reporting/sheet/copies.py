"""Whose copies the figures are of beside this desk's log, and how old: on a sheet, and as rows."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from assistant.desk.union import Copy, is_old
from assistant.names import harmless, in_text, shortened
from assistant.words.catalogue import explain, tr
from assistant.words.copy_words import copy_in_words

LETTERS = 220
"""So long is the line, two lines of a sheet: it has two pages and is full without it."""
_BETWEEN = " · "


def told_of(copies: Sequence[Copy], now: datetime) -> str:
    """Return one line about the copies; nothing without any.

    What cannot be read and the oldest come first; for what there is no room is counted.
    """
    if not copies:
        return ""
    ranked = sorted(copies, key=lambda copy: (copy.problem is None, copy.newest or now))
    named, room = list[str](), LETTERS
    for copy in ranked:
        said = shortened(harmless(copy_in_words(copy, now)), LETTERS)
        room -= len(said) + len(_BETWEEN)
        if room < 0 and named:
            named.append(tr("and {count} more").format(count=len(ranked) - len(named)))
            break
        named.append(said)
    return tr("With colleagues' copies: {copies}").format(copies=_BETWEEN.join(named))


def rows_of_copies(copies: Sequence[Copy], now: datetime) -> Iterator[Mapping[str, object]]:
    """Yield a row a copy, as ``docs/inspect.md`` tells."""
    for copy in copies:
        yield {
            "row": "copy",
            "path": in_text(copy.path),
            "desk": copy.desk,
            "salespeople": copy.salespeople,
            "newest": copy.newest,
            "old": is_old(copy, now),
            "problem": None if copy.problem is None else explain(copy.problem),
        }
