"""What is measured of exports: against the sqlite3 shell and bare xlsxwriter, on the same rows.

``python -m tests.bench.exports DATABASE csv|xlsx|jsonl FILE`` writes one and prints by how many
MB the memory grew.
"""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

import xlsxwriter

from assistant.core.clock import utc_now
from assistant.desk.exports import Table, Wanted
from assistant.folders import DataFolder
from assistant.reporting.export import Form, Watch, to_stream
from tests.bench.report import Row, ratio
from tests.journeys.packages import command

RUNS = 5
_MORE = 9
_MULTIPLY = f"""
    insert into facts (id, lead_id, desk, at, by, kind, channel, what, note)
    select facts.id || '-' || n.value, lead_id, desk,
           strftime('%Y-%m-%dT%H:%M:%fZ', at, '+' || n.value || ' hours'), by, kind, channel,
           iif(n.value % 3, 'voicemail', 'spoke'), iif(n.value % 4, '', 'belt "terug"; na vijven')
    from facts, json_each('{list(range(1, _MORE + 1))}') n
    where facts.kind = 'attempt' order by n.value, facts.seq
"""  # noqa: S608 - our own figures
_SAME_ROWS = """
    with homes as materialized (
        select lead_id as lead, other_lead as home from facts merged
        where kind = 'merged' and not exists (
            select 1 from facts where kind = 'retraction' and refers_to = merged.id)
    )
    select f.id as attempt, coalesce(homes.home, f.lead_id) as lead, f.at, f.channel,
           f.what as outcome, f.what in ('spoke', 'answered') as reached, f.by, f.note,
           s.name, s.phone, s.email, s.vehicle, s.source, s.door, s.owner
    from facts f left join homes on homes.lead = f.lead_id
        left join summaries s on s.lead_id = coalesce(homes.home, f.lead_id)
    where f.kind = 'attempt' and not exists (
        select 1 from facts r where r.kind = 'retraction' and r.refers_to = f.id)
    order by f.seq
"""


def written(folder: DataFolder, scratch: Path) -> Iterator[Row]:
    """Compare exports of a log of 100,000 attempts, and of one with ten times as many."""
    scratch.mkdir()
    long = _ten_times(folder, scratch / "long.db")
    yield _against("CSV", long, Form.CSV, lambda: _shell(long, "csv", scratch / "peer"), 1.0)
    yield _against("JSON", long, Form.JSONL, lambda: _shell(long, "json", scratch / "peer"), 1.5)
    few = Path(shutil.copy(folder.database, scratch / "few.db"))
    yield _against("XLSX", few, Form.XLSX, lambda: _bare_book(few, scratch / "peer.xlsx"), 1.2)
    for form, database in ((Form.CSV, long), (Form.JSONL, long), (Form.XLSX, few)):
        grown = _memory(database, form, scratch / "ours")
        yield Row(f"{form} of the attempts: memory over start", grown, 200, f"{grown:.0f} MB")


def _ten_times(folder: DataFolder, path: Path) -> Path:
    shutil.copy(folder.database, path)
    with closing(sqlite3.connect(path)) as db:
        db.execute(_MULTIPLY)
        db.commit()
        db.execute("pragma wal_checkpoint(truncate)")
    return path


def _against(name: str, database: Path, form: Form, peer: Callable[[], None], goal: float) -> Row:
    ours, theirs = [], []
    for _ in range(RUNS):
        ours.append(_took(lambda: _export(database, form, database.with_name("ours"))))
        theirs.append(_took(peer))
    what = "bare xlsxwriter" if form is Form.XLSX else "sqlite3 shell"
    return ratio(f"{name} of the attempts / {what}", ours, theirs, goal)


def _took(work: Callable[[], object]) -> float:
    since = perf_counter()
    work()
    return perf_counter() - since


def _export(database: Path, form: Form, path: Path) -> int:
    """Write an export as the peers do, who do not wait for the disk at the end."""
    zone = ZoneInfo("Europe/Amsterdam")
    wanted = Wanted(table=Table.ATTEMPTS, now=utc_now(), zone=zone, country="NL")
    with path.open("wb") as file:
        return to_stream(database, wanted, form, file, Watch())


def _shell(database: Path, mode: str, path: Path) -> None:
    script = f".mode {mode}\n.headers on\n.once {path}\n{_SAME_ROWS};\n"
    subprocess.run(  # noqa: S603 - our own words
        [command("sqlite3"), "-readonly", str(database)], input=script, text=True, check=True
    )


def _bare_book(database: Path, path: Path) -> None:
    with (
        closing(sqlite3.connect(database)) as db,
        xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book,
    ):
        sheet: Any = book.add_worksheet()
        for number, row in enumerate(db.execute(_SAME_ROWS)):
            sheet.write_row(number, 0, row)


def _memory(database: Path, form: Form, path: Path) -> float:
    words = [sys.executable, "-m", "tests.bench.exports", str(database), form, str(path)]
    done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603
    return float(done.stdout)


def _peak_mb() -> float:
    """Return the most memory that this process had; ``ru_maxrss`` would be its parent's too."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def main() -> None:
    """Write an export; print by how much the memory grew."""
    database, form, path = sys.argv[1:]
    before = _peak_mb()
    _export(Path(database), Form(form), Path(path))
    sys.stdout.write(f"{_peak_mb() - before:.0f}\n")


if __name__ == "__main__":
    main()
