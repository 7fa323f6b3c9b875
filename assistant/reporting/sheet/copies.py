"""Whose copies the figures are of beside this desk's log, and how old: on a sheet, and as rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from assistant.desk.union import Copy, is_old
from assistant.names import harmless, in_text, shortened
from assistant.words.catalogue import explain, tr
from assistant.words.copy_words import copy_in_words, copy_shortly

LETTERS = 220
"""So long is the line, two lines of a sheet: the figures stand below it."""
_ALL_LETTERS = 1_100
"""So long is what is said of all at the end: twenty desks have room."""
_BETWEEN = " · "
_KEPT = "\u00a0"
"""A space at which no line ends: a copy stands on one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesTold:
    """What a sheet says of the copies; nothing without any.

    Attributes:
        line: Stands under the title: what cannot be read and the oldest first.
        each: Stands at the end where that line has no room for all: how old each is.
    """

    line: str = ""
    each: str = ""


NO_COPIES = CopiesTold()


def told_of(copies: Sequence[Copy], now: datetime) -> CopiesTold:
    """Return what is said of the copies; for what there is no room is counted."""
    if not copies:
        return NO_COPIES
    ranked = sorted(copies, key=lambda copy: (copy.problem is None, copy.newest or now))
    named = [shortened(harmless(copy_in_words(copy, now)), LETTERS) for copy in ranked]
    first = _as_fit(named, LETTERS, tr("and {count} more, see the end"))
    line = tr("With colleagues' copies: {copies}").format(copies=first)
    if first == _BETWEEN.join(named):
        return CopiesTold(line=line)
    short = [harmless(copy_shortly(copy, now)).replace(" ", _KEPT) for copy in ranked]
    each = _as_fit(short, _ALL_LETTERS, tr("and {count} more"))
    return CopiesTold(line=line, each=tr("How old each copy is: {copies}").format(copies=each))


def _as_fit(named: Sequence[str], letters: int, more: str) -> str:
    """Return at least one, and of the others as many as there is room for."""
    room, shown = letters, list[str]()
    for said in named:
        room -= len(said) + len(_BETWEEN)
        if room < 0 and shown:
            shown.append(more.format(count=len(named) - len(shown)))
            break
        shown.append(said)
    return _BETWEEN.join(shown)


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
