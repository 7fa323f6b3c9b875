"""The database file: opened, refused in a sentence, and never half-written."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.core.errors import CouldNotError
from assistant.core.facts import FactId, LeadId, Requested
from assistant.store import migrations
from assistant.store.fact_rows import fact_row, request_row
from assistant.store.migrations import STEPS
from assistant.store.store import Reader, Store, new_id
from tests.conftest import MONDAY_TEN, a_request


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "followup.db"


@pytest.fixture
def on_disk(path: Path) -> Iterator[Store]:
    store = Store(path, MONDAY_TEN)
    yield store
    store.close()


def test_a_desk_keeps_its_id(path: Path) -> None:
    first = Store(path, MONDAY_TEN)
    first.close()
    second = Store(path, MONDAY_TEN)
    second.close()

    assert first.desk == second.desk


def test_ids_differ() -> None:
    assert len({new_id() for _ in range(1_000)}) == 1_000


def test_a_failure_inside_a_transaction_leaves_nothing(on_disk: Store) -> None:
    def write_then_fail() -> None:
        with on_disk.transaction():
            on_disk.log.add_lead(LeadId("lead-1"), MONDAY_TEN, "Piet")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write_then_fail()

    assert on_disk.log.lead_ids() == []


def test_what_was_committed_survives_a_power_cut(on_disk: Store, path: Path) -> None:
    """FULL and WAL: SQLite waits for the disk at each commit."""
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("pragma journal_mode").fetchone()[0] == "wal"
    assert on_disk._db.execute("pragma synchronous").fetchone()[0] == 2


def test_another_process_is_noticed_by_the_data_version(on_disk: Store, path: Path) -> None:
    before = on_disk.data_version()
    with closing(sqlite3.connect(path)) as other:
        other.execute("create table another (id text)")
        other.commit()

    assert on_disk.data_version() != before


def test_a_reader_cannot_write(on_disk: Store, path: Path) -> None:
    reader = Reader(path)
    try:
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            reader.summaries.clear()
    finally:
        reader.close()
    assert on_disk.problems() == []


def test_a_file_from_a_newer_version_is_refused(path: Path) -> None:
    Store(path, MONDAY_TEN).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at) values (?, ?, ?)",
            ["assistant", "m9999_from_the_future", "x"],
        )
        db.commit()

    with pytest.raises(CouldNotError, match=r"newer version of this program.*m9999"):
        Store(path, MONDAY_TEN)


def test_a_file_of_another_program_is_refused_and_left_alone(path: Path) -> None:
    path.write_bytes(b"this is a letter, not a database; it is rather long " * 20)

    with pytest.raises(CouldNotError, match="is not a database of this program"):
        Store(path, MONDAY_TEN)

    assert path.read_bytes().startswith(b"this is a letter")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CouldNotError, match="cannot be opened"):
        Store(tmp_path / "missing" / "followup.db", MONDAY_TEN)


def test_a_full_disk_is_a_sentence_and_nothing_is_half_written(on_disk: Store) -> None:
    with on_disk.transaction():
        on_disk.log.add_lead(LeadId("lead-1"), MONDAY_TEN, "Piet")
    pages = on_disk._db.execute("pragma page_count").fetchone()[0]
    on_disk._db.execute(f"pragma max_page_count = {pages}")  # as if no page more would fit

    def fill() -> None:
        with on_disk.transaction():
            for number in range(10_000):
                on_disk.log.add_lead(LeadId(f"more-{number}"), MONDAY_TEN, "Piet" * 100)

    with pytest.raises(CouldNotError, match="The disk is full"):
        fill()

    assert on_disk.log.lead_ids() == ["lead-1"]


def test_a_database_that_may_not_be_written_is_a_sentence(path: Path) -> None:
    Store(path, MONDAY_TEN).close()
    with closing(sqlite3.connect(path)) as db:
        db.execute("pragma journal_mode = delete")
    path.chmod(0o444)
    if os.access(path, os.W_OK):  # root may write everything: let SQLite itself refuse
        store = Store(path, MONDAY_TEN)
        store._db.execute("pragma query_only = on")
        with pytest.raises(CouldNotError, match="read-only"), store.transaction():
            store.log.add_lead(LeadId("lead-1"), MONDAY_TEN, "Piet")
        store.close()
    else:
        with pytest.raises(CouldNotError, match="read-only"):
            Store(path, MONDAY_TEN)


def test_before_an_update_the_file_is_copied(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(path, MONDAY_TEN)
    with store.transaction():
        store.log.add_lead(LeadId("lead-1"), MONDAY_TEN, "Piet")
    store.close()
    monkeypatch.setitem(STEPS, "m9999_next", "update desk set rules = 'new';")

    Store(path, MONDAY_TEN).close()

    with closing(sqlite3.connect(path.with_suffix(".before-update.db"))) as copy:
        assert copy.execute("select id from leads").fetchall() == [("lead-1",)]
        names = copy.execute("select name from _sqlite_migrations").fetchall()
        assert ("m9999_next",) not in names


def test_a_table_that_is_replaced_keeps_its_rows_and_what_refers_to_them(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replacing = (
        "m0011_hand_overs_opened_as_drafts",
        "m0009_hand_overs_sent_and_come_back",
        "m0004_merged_and_split_leads",
        "m0014_appointments_not_confirmed",  # reads a column that the one before it brings
    )
    with monkeypatch.context() as before:
        others = {step: STEPS[step] for step in STEPS if step not in replacing}
        before.setattr(migrations, "STEPS", others)  # STEPS itself would come back in disorder
        Store(path, MONDAY_TEN).close()
    asked = Requested(
        id=FactId("fact-1"),
        lead_id=LeadId("lead-1"),
        at=MONDAY_TEN,
        request=a_request(),
        arrived_at=MONDAY_TEN,
        clock_from=MONDAY_TEN,
    )
    later = {"other_lead", "recipient", "as_draft"}
    fact = {key: value for key, value in fact_row(asked).items() if key not in later}
    with closing(sqlite3.connect(path)) as db:
        db.execute("insert into leads values ('lead-1', 'desk', '', 'Piet')")
        _insert(db, "facts", fact | {"desk": "desk"})
        _insert(db, "requests", request_row(asked, None))
        db.commit()

    store = Store(path, MONDAY_TEN)

    assert store.log.history(LeadId("lead-1")) == [asked]
    assert store.problems() == []
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), store.transaction():
        store.log.append(replace(asked, id=FactId("fact-2"), lead_id=LeadId("nobody")))
    store.close()


def test_the_facts_keep_every_index_when_their_table_is_replaced(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = list(STEPS)
    with monkeypatch.context() as before:
        released = names[: names.index("m0009_hand_overs_sent_and_come_back")]
        before.setattr(migrations, "STEPS", {name: STEPS[name] for name in released})
        Store(path, MONDAY_TEN).close()
    with closing(sqlite3.connect(path)) as db:
        earlier = _indexes(db, "facts")

    Store(path, MONDAY_TEN).close()

    with closing(sqlite3.connect(path)) as db:
        assert _indexes(db, "facts") >= earlier
        assert earlier


def _indexes(db: sqlite3.Connection, table: str) -> set[str]:
    rows = db.execute(
        "select sql from sqlite_master where type = 'index' and tbl_name = ? and sql is not null",
        [table],
    )
    return {row[0] for row in rows}


def _insert(db: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    columns, values = ", ".join(row), ", ".join(f":{column}" for column in row)
    db.execute(f"insert into {table} ({columns}) values ({values})", row)  # noqa: S608


def test_a_damaged_file_is_found(path: Path) -> None:
    store = Store(path, MONDAY_TEN)
    with store.transaction():
        for number in range(200):
            store.log.add_lead(LeadId(f"lead-{number}"), MONDAY_TEN, "Piet")
    store._db.execute("pragma wal_checkpoint(truncate)")
    store.close()
    content = bytearray(path.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 : page * 4096 + 200] = os.urandom(200)
    path.write_bytes(bytes(content))

    try:
        damaged = Store(path, MONDAY_TEN)
    except CouldNotError as error:
        assert "damaged" in str(error)  # noqa: PT017 - either answer is right
    else:
        try:
            problems = damaged.problems()
        except CouldNotError as error:
            problems = [str(error)]
        damaged.close()
        assert problems
