"""What is measured without a screen: the agenda's command, and a press that reaches the disk."""

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from uuid import uuid4

from assistant.core.facts import LeadId, Outcome
from assistant.core.request import Channel
from assistant.folders import DataFolder
from assistant.start import open_office
from tests.bench.report import Row, ratio
from tests.conftest import FakeClock, a_request

RUNS = 9
PRESSES = 200
_CHECKOUT = Path(__file__).parents[2]


def agenda(small: DataFolder, large: DataFolder) -> Row:
    """Compare ``followup agenda`` on a large log with the same on a small one."""
    times: dict[Path, list[float]] = {small.root: [], large.root: []}
    for _ in range(RUNS + 1):
        for root, taken in times.items():
            since = time.perf_counter()
            subprocess.run(  # noqa: S603 - our own program
                [sys.executable, "main.py", "--data", str(root), "agenda", "--json"],
                cwd=_CHECKOUT,
                check=True,
                capture_output=True,
            )
            taken.append(time.perf_counter() - since)
    warm = {root: taken[1:] for root, taken in times.items()}
    return ratio("agenda, 100,000 leads / 1,000", warm[large.root], warm[small.root], 1.2)


def pressed(folder: DataFolder) -> Row:
    """Compare logging an outcome, plan and all, with a raw insert that is as durable."""
    clock = FakeClock()
    office = open_office(folder, clock)
    leads = [_new_lead(office.desk, number) for number in range(PRESSES)]
    office.desk.rules.hours.next_open(clock())
    ours, raw = [], []
    with closing(_raw(folder.root / "raw.db")) as db:
        for lead in leads:
            raw.append(_insert(db, lead))
            since = time.perf_counter()
            office.desk.record(lead, Channel.CALL, Outcome.VOICEMAIL)
            ours.append(time.perf_counter() - since)
    office.close()
    return ratio("outcome to row on disk, plan and all / raw insert", ours, raw, 1.5)


def _new_lead(desk: object, number: int) -> LeadId:
    request = a_request(phones=(), emails=(f"pressed{number}@example.com",))
    taken = desk.log_contact(request)  # type: ignore[attr-defined]
    return LeadId(taken.lead_id)


def _raw(path: Path) -> sqlite3.Connection:
    """Make a file with a table of attempts like ours, as durable as ours."""
    db = sqlite3.connect(path)
    db.execute("pragma journal_mode = wal")
    db.execute("pragma synchronous = full")
    db.execute(
        """create table attempts (seq integer primary key, id text not null unique, lead_id text,
           desk text, at text, by text, kind text, channel text, what text, note text)"""
    )
    db.execute("create index attempts_by_lead on attempts (lead_id, seq)")
    db.commit()
    return db


def _insert(db: sqlite3.Connection, lead: LeadId) -> float:
    row = (uuid4().hex, lead, "desk", "2026-03-02T09:00:00.000Z", "Piet", "attempt", "call")
    since = time.perf_counter()
    db.execute(
        """insert into attempts (id, lead_id, desk, at, by, kind, channel, what, note)
           values (?, ?, ?, ?, ?, ?, ?, 'voicemail', '')""",
        row,
    )
    db.commit()
    return time.perf_counter() - since


def machine() -> str:
    """Return what the ratios were measured on."""
    return (
        f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}, {os.cpu_count()} cores"
    )
