"""``python -m tests.bench.year_log DIR --leads 20000``: a data folder with a year of follow-up."""

from datetime import datetime
from pathlib import Path
from time import perf_counter

import click

from assistant.core.clock import utc_now
from assistant.folders import DataFolder
from tests.bench.making import SEED, make_folder
from tests.bench.year.stories import Stories

USUAL = 200_000


def make_year(root: Path, leads: int, now: datetime, seed: int = SEED) -> DataFolder:
    """Make a data folder with a believable year before ``now``, of a dealer with usual hours."""
    return make_folder(root, leads, now, Stories, always_open=False, seed=seed)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--leads", default=USUAL, show_default=True, help="How many leads.")
@click.option("--seed", default=SEED, show_default=True, help="Another one, another year.")
def main(folder: Path, leads: int, seed: int) -> None:
    """Make a data folder FOLDER with a year of follow-up until now."""
    since = perf_counter()
    made = make_year(folder, leads, utc_now(), seed)
    size = made.database.stat().st_size / 1e6
    click.echo(f"{leads:,} leads in {perf_counter() - since:.1f} s, {size:,.0f} MB")


if __name__ == "__main__":
    main()
