"""What is found where copies should lie: each is named in one sentence, and the rest is read."""

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from assistant.core.figures import Choice, Part
from assistant.core.period import Period
from assistant.desk import Desk
from assistant.desk.union import open_union
from assistant.store.copies import Copy, copies_at, copies_in, look_at
from assistant.store.store import Store
from tests.conftest import RULES, FakeClock, a_request, local

NOBODY = 65_534
DAY = Period(first=local("2026-03-02 12:00").date(), last=local("2026-03-02 12:00").date())


@pytest.fixture
def shared() -> Iterator[Path]:
    """Return a folder that everybody may read and only its owner write, as on a server."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Be one who owns no file: to root no lock is shut."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(was)


def keep_log(path: Path, clock: FakeClock) -> None:
    path.parent.mkdir(exist_ok=True)
    with closing(Store(path, clock())) as store:
        Desk(store, clock, RULES, salesperson="Els").log_contact(a_request())


def said(copies: list[Copy]) -> dict[str, str]:
    return {copy.path.name: str(copy.problem or "") for copy in copies}


def test_a_folder_of_copies_has_data_folders_and_databases(tmp_path: Path) -> None:
    (tmp_path / "els").mkdir()
    (tmp_path / "els" / "followup.db").touch()
    (tmp_path / "photos").mkdir()
    (tmp_path / "jan.db").touch()
    (tmp_path / "notes.txt").touch()

    assert [path.name for path in copies_in(tmp_path)] == ["els", "jan.db"]


def test_who_names_a_folder_means_the_copies_in_it_and_an_empty_one_is_named_itself(
    tmp_path: Path,
) -> None:
    (tmp_path / "els").mkdir()
    (tmp_path / "els" / "followup.db").touch()
    (tmp_path / "empty").mkdir()
    (tmp_path / "jan.db").touch()

    assert copies_at(tmp_path) == [tmp_path / "els", tmp_path / "jan.db"]
    for alone in ("els", "jan.db", "empty", "nowhere"):
        assert copies_at(tmp_path / alone) == [tmp_path / alone]


def test_each_thing_that_is_no_copy_has_its_sentence(tmp_path: Path, clock: FakeClock) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "letter.db").write_text("Dear Kim, " * 500)
    (tmp_path / "loop.db").symlink_to("loop.db")
    keep_log(tmp_path / "team" / "els.db", clock)
    os.mkfifo(tmp_path / "pipe.db")  # whoever opened it would wait for ever
    names = ("empty", "nowhere", "letter.db", "loop.db", "team", "pipe.db", "n" * 300)

    found = said([look_at(tmp_path / name) for name in names])

    assert found == {
        "empty": f"There is no data folder and no backup in {tmp_path / 'empty'}.",
        "nowhere": f"There is no file or folder {tmp_path / 'nowhere'}.",
        "letter.db": f"The file {tmp_path / 'letter.db'} is not a database of this program.",
        "loop.db": f"{tmp_path / 'loop.db'} cannot be read.",
        "team": f"The copies in {tmp_path / 'team'} do not count: they lie a folder too deep.",
        "pipe.db": f"The file {tmp_path / 'pipe.db'} is not a database of this program.",
        "n" * 300: f"{tmp_path / ('n' * 300)} cannot be read.",
    }


def test_of_a_folder_of_folders_each_is_named(tmp_path: Path, clock: FakeClock) -> None:
    keep_log(tmp_path / "els.db", clock)
    keep_log(tmp_path / "team" / "kim.db", clock)

    found = said([look_at(path) for path in copies_at(tmp_path)])

    assert list(found) == ["els.db", "team"]
    assert found["els.db"] == ""
    assert "a folder too deep" in found["team"]


def test_what_nobody_may_open_is_named_and_the_rest_counts(shared: Path, clock: FakeClock) -> None:
    for name in ("els.db", "shut.db", "shut/followup.db"):
        keep_log(shared / name, clock)
    with open_union([shared / "els.db"], clock, RULES):  # loads what nobody could
        (shared / "shut").chmod(0)
        (shared / "shut.db").chmod(0)

    with as_nobody(), open_union(copies_at(shared), clock, RULES) as united:
        found = said(list(united.copies))
        counted = united.figures(DAY, Choice()).counts[Part.REQUESTS]

    (shared / "shut").chmod(stat.S_IRWXU)
    assert found == {
        "els.db": "",
        "shut": f"{shared / 'shut'} cannot be read.",
        "shut.db": f"{shared / 'shut.db'} cannot be read.",
    }
    assert counted == 1


def test_a_log_in_use_stays_ours_while_it_is_read_as_one_of_several(
    tmp_path: Path, clock: FakeClock
) -> None:
    for name in ("own.db", "els.db"):
        keep_log(tmp_path / name, clock)
    another = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('select id from facts')"
    own, wal = tmp_path / "own.db", tmp_path / "own.db-wal"

    with closing(Store(own, clock())) as store:
        Desk(store, clock, RULES, salesperson="Els").log_contact(a_request(name="Kim"))
        before = wal.stat().st_ino
        with open_union([own, tmp_path / "els.db"], clock, RULES):
            pass
        subprocess.run([sys.executable, "-c", another, str(own)], check=True)  # noqa: S603 - our own words

        assert wal.stat().st_ino == before


def test_a_folder_that_may_not_be_read_is_named_itself(shared: Path, clock: FakeClock) -> None:
    keep_log(shared / "shut" / "followup.db", clock)
    (shared / "shut").chmod(0)

    with as_nobody():
        found = said([look_at(path) for path in copies_at(shared / "shut")])

    (shared / "shut").chmod(stat.S_IRWXU)
    assert found == {"shut": f"{shared / 'shut'} cannot be read."}


def test_a_copy_is_read_where_nothing_may_be_written_and_leaves_nothing_there(
    shared: Path, clock: FakeClock
) -> None:
    keep_log(shared / "els.db", clock)
    with open_union([shared / "els.db"], clock, RULES):
        pass  # loads what nobody could

    with as_nobody(), open_union([shared / "els.db"], clock, RULES) as united:
        problems = [copy.problem for copy in united.copies]
        counted = united.figures(DAY, Choice()).counts[Part.REQUESTS]
        united.appointments(DAY, Choice())

    assert (problems, counted) == ([None], 1)
    assert [path.name for path in shared.iterdir()] == ["els.db"]
