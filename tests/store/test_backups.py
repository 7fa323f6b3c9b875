"""A copy is whole or not there, and so is the log in whose place it comes."""

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assistant.core.errors import CouldNotError
from assistant.core.facts import LeadId
from assistant.store import backups
from assistant.store.backups import Amount, HeldLog, copy_checked
from assistant.store.database import open_reader
from assistant.store.store import Store
from tests.conftest import MONDAY_TEN

PAGE = 4_096
KILLED = """
import os, signal, sys
from pathlib import Path
from assistant.store.backups import HeldLog
held = HeldLog(Path(sys.argv[1]))
left = int(sys.argv[3])
def step():
    global left
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
held.give_way_to(Path(sys.argv[2]), step)
"""


def make(path: Path, leads: int) -> Path:
    """Make a log with so many leads, of which some span many pages."""
    with closing(Store(path, MONDAY_TEN)) as store, store.transaction():
        for number in range(leads):
            store.log.add_lead(LeadId(f"lead-{number}"), MONDAY_TEN, "Piet" * 100)
    return path


def leads_in(path: Path) -> int:
    with closing(open_reader(path)) as db:
        return int(db.execute("select count(*) from leads").fetchone()[0])


def damage(path: Path) -> None:
    """Write something else over the pages after the first."""
    with path.open("r+b") as file:
        file.seek(PAGE)
        file.write(b"\xa5" * 20 * PAGE)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return make(tmp_path / "followup.db", 3)


@pytest.fixture
def busy(log: Path) -> Iterator[Store]:
    """Return a store that has the log open, with a lead that is written but not yet there."""
    with closing(Store(log, MONDAY_TEN)) as store:
        with store.transaction():
            store.log.add_lead(LeadId("in-the-wal"), MONDAY_TEN, "Piet")
        store._db.execute("begin immediate")
        store.log.add_lead(LeadId("not-yet"), MONDAY_TEN, "Piet")
        yield store


@pytest.mark.usefixtures("busy")
def test_a_copy_is_of_one_moment_while_the_desk_writes(log: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"

    amount = copy_checked(log, copy)

    assert amount == Amount(leads=4, facts=0)
    assert leads_in(copy) == 4


def test_what_is_written_between_counting_and_copying_is_no_damage(
    log: Path, tmp_path: Path, busy: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = backups._copy

    def copy_late(db: sqlite3.Connection, into: sqlite3.Connection) -> None:
        busy._db.execute("commit")
        copy(db, into)

    monkeypatch.setattr(backups, "_copy", copy_late)

    assert copy_checked(log, tmp_path / "copy.db").leads == 4
    assert leads_in(log) == 5


def test_a_copy_is_one_file_that_needs_nothing_beside_it(log: Path, tmp_path: Path) -> None:
    place = tmp_path / "elsewhere"
    place.mkdir()

    copy_checked(log, place / "copy.db")
    leads_in(place / "copy.db")

    assert [each.name for each in place.iterdir()] == ["copy.db"]


def test_a_damaged_log_gives_no_copy_and_leaves_the_older_one(log: Path, tmp_path: Path) -> None:
    older = tmp_path / "copy.db"
    copy_checked(log, older)
    before = older.read_bytes()
    make(tmp_path / "large.db", 3_000)
    damage(tmp_path / "large.db")

    with pytest.raises(CouldNotError, match=r"large\.db is damaged"):
        copy_checked(tmp_path / "large.db", older)

    assert older.read_bytes() == before
    assert not list(tmp_path.glob(".*"))


def test_a_copy_in_which_an_index_lacks_a_row_is_not_kept(log: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(log)) as db:
        db.execute("create index by_owner on leads (owner) where owner = ''")
        db.execute("pragma writable_schema = on")
        db.execute(
            "update sqlite_master set sql = 'create index by_owner on leads (owner)' "
            "where name = 'by_owner'"
        )
        db.commit()

    with pytest.raises(CouldNotError, match="is damaged: "):
        copy_checked(log, tmp_path / "copy.db")

    assert not (tmp_path / "copy.db").exists()


def test_where_no_copy_can_be_written_the_place_is_named(log: Path, tmp_path: Path) -> None:
    with pytest.raises(CouldNotError, match=r"missing.copy\.db cannot be opened or made there"):
        copy_checked(log, tmp_path / "missing" / "copy.db")


def test_a_log_that_somebody_reads_is_not_held(log: Path) -> None:
    reading = (
        "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); "
        "db.execute('select * from leads').fetchone(); print(flush=True); input()"
    )
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", reading, str(log)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as reader:
        assert reader.stdout is not None
        reader.stdout.readline()

        with pytest.raises(CouldNotError, match="Another program holds the database"):
            HeldLog(log)

        reader.communicate(b"\n")
    HeldLog(log).close()


def test_nobody_writes_to_a_log_that_is_held(log: Path) -> None:
    writing = (
        "import sqlite3, sys; db = sqlite3.connect(sys.argv[1], timeout=0); "
        "db.execute('delete from leads')"
    )
    with closing(HeldLog(log)):
        done = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", writing, str(log)], capture_output=True, text=True, check=False
        )

    assert "database is locked" in done.stderr
    assert leads_in(log) == 3


def test_another_log_comes_in_its_place_and_the_old_one_is_kept(log: Path, tmp_path: Path) -> None:
    other = make(tmp_path / "other.db", 5)

    with closing(HeldLog(log)) as held:
        held.keep(tmp_path / "kept.db")
        held.give_way_to(other)

    assert (leads_in(log), leads_in(tmp_path / "kept.db")) == (5, 3)


@pytest.mark.parametrize(("steps", "leads"), [(1, 3), (2, 3), (3, 15_000)])
def test_who_is_killed_on_the_way_leaves_one_of_both_logs_whole(
    log: Path, tmp_path: Path, steps: int, leads: int
) -> None:
    other = make(tmp_path / "other.db", 15_000)

    done = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", KILLED, str(log), str(other), str(steps)], check=False
    )

    assert done.returncode == -signal.SIGKILL
    with closing(Store(log, MONDAY_TEN)) as store:
        assert store.problems() == []
        assert len(store.log.lead_ids()) == leads


def test_the_wal_of_the_old_log_is_not_laid_over_the_new_one(log: Path, tmp_path: Path) -> None:
    other = make(tmp_path / "other.db", 5)
    dies = (
        "import os, sys; from pathlib import Path; from assistant.core.facts import LeadId; "
        "from assistant.store.store import Store; from tests.conftest import MONDAY_TEN; "
        f"store = Store(Path({str(log)!r}), MONDAY_TEN); "
        "store._db.execute('pragma wal_autocheckpoint = 0'); store._db.execute('begin'); "
        "store.log.add_lead(LeadId('in-the-wal'), MONDAY_TEN, 'Piet'); "
        "store._db.execute('commit'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", dies], check=True)  # noqa: S603 - our own program
    assert log.with_name("followup.db-wal").stat().st_size > 0

    with closing(HeldLog(log)) as held:
        held.keep(tmp_path / "kept.db")
        held.give_way_to(other)

    with closing(Store(log, MONDAY_TEN)) as store:
        assert store.problems() == []
        assert len(store.log.lead_ids()) == 5
    assert leads_in(tmp_path / "kept.db") == 4


@pytest.mark.parametrize("content", [b"a letter " * 1_000, b"SQLite format 3\x00" + b"\x07" * PAGE])
def test_a_log_that_is_none_any_more_is_kept_as_it_lies_and_gives_way(
    log: Path, tmp_path: Path, content: bytes
) -> None:
    other = make(tmp_path / "other.db", 5)
    log.write_bytes(content)
    log.with_name("followup.db-wal").write_bytes(b"the wal of that")

    with closing(HeldLog(log)) as held:
        assert not held.is_sound
        assert held.lasting() is None
        held.keep(tmp_path / "kept.db")
        held.give_way_to(other)

    assert leads_in(log) == 5
    assert (tmp_path / "kept.db").read_bytes() == content


def test_a_log_with_damaged_pages_is_kept_as_it_lies_and_gives_way(
    log: Path, tmp_path: Path
) -> None:
    other = make(tmp_path / "other.db", 5)
    log.unlink()
    make(log, 3_000)
    damage(log)
    before = log.read_bytes()

    with closing(HeldLog(log)) as held:
        assert not held.is_sound
        held.keep(tmp_path / "kept.db")
        held.give_way_to(other)

    assert leads_in(log) == 5
    assert (tmp_path / "kept.db").read_bytes() == before


def test_a_log_that_lacks_rows_is_not_sound_and_is_still_asked_what_must_last(log: Path) -> None:
    with closing(sqlite3.connect(log)) as db:
        db.execute("insert into left_alone values ('hash:1', '2026')")
        db.execute("insert into prompts values ('nobody', 'call', '', '', null)")
        db.commit()

    with closing(HeldLog(log)) as held:
        assert not held.is_sound
        lasting = held.lasting()

    assert lasting is not None
    assert lasting.wishes == [("hash:1", "2026")]
