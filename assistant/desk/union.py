"""Inspecting several desks' logs at once: this one's, and copies of the colleagues'.

The figures are those of one desk that saw it all. A copy that cannot be read is named, and
the others count.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from typing_extensions import override

from assistant.core.appointments import Booking
from assistant.core.clock import Clock
from assistant.core.errors import CouldNotError
from assistant.core.facts import LeadId
from assistant.core.figures import Choice
from assistant.core.period import Period
from assistant.core.rules import Rules
from assistant.desk.inspection import Inspection
from assistant.desk.pen import Pen
from assistant.desk.plans import Plans
from assistant.desk.privacy import Privacy
from assistant.desk.ties import Ties
from assistant.store.copies import Copy, copies_at, copies_in, duplicate, look_at
from assistant.store.database import explained, said_of
from assistant.store.store import Reader, Store
from assistant.store.union import BrokenCopyError, taken, unite

__all__ = [
    "Copy",
    "Folded",
    "Union",
    "colleagues",
    "copies_at",
    "copies_in",
    "fold",
    "is_old",
    "open_union",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """Several logs as one file.

    Attributes:
        made: The file.
        copies: What was read, and what could not be, in the order asked for.
        read: The files that were read, each after the copy that it is, or was made from.
    """

    made: Path
    copies: tuple[Copy, ...]
    read: tuple[tuple[Path, Path], ...]


class Union(Inspection):
    """The figures of several desks' logs; its ``copies`` are all of them, in their order."""

    def __init__(self, reader: Reader, clock: Clock, rules: Rules, folded: Folded) -> None:
        super().__init__(reader, clock, rules)
        self.copies = folded.copies
        self._folded = folded

    @override
    def appointments(self, period: Period, choice: Choice) -> list[tuple[str, Booking]]:
        """Return the appointments of some days; of leads taken whole from a copy as it has them."""
        found = super().appointments(period, choice)
        for number, (path, file) in enumerate(self._folded.read):
            with explained(path, is_copy=True), closing(Reader(file, is_copy=True)) as reader:
                copy = Inspection(reader, self._clock, self._rules)
                theirs = copy.appointments(period, choice)
            leads = taken(self._folded.made, number, [booking.lead_id for _, booking in theirs])
            found += [each for each in theirs if each[1].lead_id in leads]
        return sorted(found, key=lambda each: (each[1].starts_at, each[1].id))


def is_old(copy: Copy, now: datetime) -> bool:
    """Say whether nothing was written down in a copy for an opening day: its desk is further."""
    return copy.old_from is not None and now > copy.old_from


def colleagues(copies: Sequence[Copy]) -> Sequence[Copy]:
    """Return the copies beside this desk's own log, which is the first of them.

    Raises:
        AssistantError: If that cannot be read: without it the figures are those of others.
    """
    own, *others = copies
    if own.problem is not None:
        raise said_of(own.problem, own.path, is_copy=False)
    return others


@contextmanager
def open_union(paths: Sequence[Path], clock: Clock, rules: Rules) -> Iterator[Union]:
    """Open several logs as one for inspection, on any thread; none of them is changed.

    Args:
        paths: Data folders, databases or backups.
        clock: The present moment.
        rules: The dealer's, for leads that are put together from several logs.

    Raises:
        CouldNotError: If there is no room for the temporary files.
    """
    with TemporaryDirectory(prefix="followup-", ignore_cleanup_errors=True) as folder:
        folded = fold(paths, Path(folder), clock, rules)
        with closing(Reader(folded.made)) as reader:
            yield Union(reader, clock, rules, folded)


def fold(
    paths: Sequence[Path],
    folder: Path,
    clock: Clock,
    rules: Rules,
    is_wanted: Callable[[], bool] = lambda: True,
) -> Folded:
    """Put several logs together in an empty folder; it takes seconds for years of leads.

    Args:
        paths: As in :func:`open_union`.
        folder: Where the file and what it takes are put.
        clock: The present moment.
        rules: The dealer's.
        is_wanted: Asked again and again: whether to go on.

    Raises:
        CouldNotError: If there is no room, or it is not wanted any more.
    """
    seen = dict.fromkeys(path.absolute() for path in paths)
    found = {copy.path: copy for copy in map(look_at, seen)}
    copies = [_aged(copy, rules) for copy in found.values()]
    readable: dict[int, Path] = {}
    for number, copy in enumerate(copies):
        try:
            if copy.problem is None:
                readable[number] = _as_now(copy, folder / f"{number}.db", clock, rules, is_wanted)
        except CouldNotError as problem:
            copies[number] = replace(copy, problem=problem)
    while True:
        _check(is_wanted)
        made = folder / f"union-{len(readable)}.db"
        numbers = list(readable)
        try:
            _plan(unite(list(readable.values()), made, is_wanted), made, clock, rules, is_wanted)
        except BrokenCopyError as broken:
            number = numbers[broken.number]
            copies[number] = replace(copies[number], problem=_explained(broken, copies[number]))
            del readable[number]
        else:
            read = tuple((copies[number].path, file) for number, file in readable.items())
            return Folded(made=made, copies=tuple(copies), read=read)


def _aged(copy: Copy, rules: Rules) -> Copy:
    newest = copy.newest
    return replace(copy, old_from=None if newest is None else rules.hours.a_day_later(newest))


def _as_now(
    copy: Copy, place: Path, clock: Clock, rules: Rules, is_wanted: Callable[[], bool]
) -> Path:
    """Return a file of this version, counted: the copy itself, or one made from it."""
    if copy.is_current:
        return copy.path
    duplicate(copy.path, place)
    try:
        with explained(place), closing(Store(place, clock())) as store:
            for _ in Plans(store, Pen(store, clock, rules, "")).count_older_leads():
                _check(is_wanted)
    except CouldNotError as problem:
        raise said_of(problem, copy.path, is_copy=True) from problem
    return place


def _plan(
    leads: Sequence[LeadId], made: Path, clock: Clock, rules: Rules, is_wanted: Callable[[], bool]
) -> None:
    with closing(Store(made, clock())) as store:
        pen = Pen(store, clock, rules, "")
        with store.transaction():
            for lead_id in leads:
                _check(is_wanted)
                pen.plan(lead_id)
        privacy, log = Privacy(store, pen, Ties(store, pen)), store.log
        for home in {log.home(lead).lead_id for lead in leads if log.is_forgotten(lead)}:
            _check(is_wanted)
            privacy.erase_past(home)  # what a colleague knows of him besides


def _check(is_wanted: Callable[[], bool]) -> None:
    if not is_wanted():
        raise CouldNotError("Reading was stopped.")


def _explained(broken: BrokenCopyError, copy: Copy) -> CouldNotError:
    try:
        with explained(copy.path, is_copy=True):
            raise broken.error
    except CouldNotError as problem:
        return problem
