"""A data folder with a log of any size: leads are told some hundreds at a time, on all processors.

The same seed, size and end make the same facts, on however many processors.
"""

import gc
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from datetime import datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple, Protocol

from assistant.core.rules import Rules
from assistant.demo.stage import furnish
from assistant.folders import DataFolder
from assistant.settings import change, load
from assistant.settings.rules import rules
from assistant.start import open_office
from tests.bench import bulk
from tests.bench.year.rows import Lead, rows

SEED = 20_260_302
_AT_A_TIME = 250


class Teller(Protocol):
    """What makes leads up."""

    def tell(self, chance: Random, first: int, leads: int) -> Iterator[list[Lead]]:
        """Yield so many leads in all; those in one list have to do with each other.

        Args:
            chance: By which everything goes.
            first: How many leads come before these, those of other calls too.
            leads: How many.
        """


MakeTeller = Callable[[Rules, datetime], Teller]
"""Makes a teller for a dealer's rules and the end of the log; it goes to other processes."""


class _Share(NamedTuple):
    """What one process makes: its share of the batches, by the number of their first lead."""

    root: Path
    aside: Path
    desk: str
    until: datetime
    seed: int
    firsts: range
    leads: int
    make_teller: MakeTeller


def make_folder(
    root: Path,
    leads: int,
    now: datetime,
    make_teller: MakeTeller,
    *,
    always_open: bool,
    seed: int = SEED,
) -> DataFolder:
    """Make a data folder with so many leads of the year before ``now``.

    Raises:
        FileExistsError: If there is a log already.
    """
    folder = DataFolder(root)
    if folder.database.exists():
        raise FileExistsError(folder.database)
    furnish(folder, always_open=always_open)
    change(folder.settings, "privacy", {"retention_months": 0})  # nobody is forgotten meanwhile
    with closing(open_office(folder, lambda: now - timedelta(days=366))) as office:
        desk = office.store.desk
    firsts = range(0, leads, _AT_A_TIME)
    count = min(os.cpu_count() or 1, len(firsts))
    with TemporaryDirectory(dir=root) as scratch:
        shares = [
            _Share(
                root,
                Path(scratch, f"{n}.db"),
                desk,
                now,
                seed,
                firsts[n::count],
                leads,
                make_teller,
            )
            for n in range(count)
        ]
        if shares:
            spawn = get_context("spawn")
            with ProcessPoolExecutor(count, mp_context=spawn, initializer=gc.disable) as pool:
                list(pool.map(_make, shares))
            bulk.write(folder.database, [share.aside for share in shares])
    return folder


def _make(share: _Share) -> None:
    folder = DataFolder(share.root)
    dealers = rules(load(folder.settings).settings, folder.holidays)
    teller = share.make_teller(dealers, share.until)
    with closing(bulk.Aside(share.aside, bulk.columns(folder.database))) as aside:
        for first in share.firsts:
            chance = Random(f"{share.seed} {first}")  # noqa: S311 - a repeatable log, no secret
            told = teller.tell(chance, first, min(_AT_A_TIME, share.leads - first))
            aside.put((row for leads in told for row in rows(leads, dealers, share.desk)), first)
