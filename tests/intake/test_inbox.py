"""The watched folder takes what is whole, waits for what is not, and leaves nothing behind."""

import os
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.intake.files import landed_at, message_files
from assistant.intake.inbox import Inbox, InboxWatch
from assistant.intake.spool import Spool
from tests.conftest import FakeClock

ADF = b"<?xml version='1.0'?><adf><prospect></prospect></adf>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def now() -> FakeClock:
    """A clock that shows the computer's time: files carry no other."""
    return FakeClock(datetime.fromtimestamp(Path(os.devnull).stat().st_atime, UTC))


@pytest.fixture
def spool(tmp_path: Path, now: FakeClock) -> Spool:
    return Spool(tmp_path / "spool", now)


@pytest.fixture
def inbox(folder: Path, spool: Spool, now: FakeClock) -> Inbox:
    return Inbox(folder, spool, now)


def names(spool: Spool) -> list[str]:
    return [message.name for message in spool.waiting()]


def put(folder: Path, name: str, content: bytes, now: FakeClock, *, age_s: float = 0) -> Path:
    path = folder / name
    path.write_bytes(content)
    written = now.now.timestamp() - age_s
    os.utime(path, (written, written))
    return path


def test_a_file_that_parses_whole_is_taken_at_once_and_moves_to_done(
    inbox: Inbox, folder: Path, spool: Spool, now: FakeClock
) -> None:
    put(folder, "lead.xml", ADF, now)

    assert inbox.look() == (1, False)

    assert names(spool) == ["lead.xml"]
    assert (folder / "done" / "lead.xml").read_bytes() == ADF
    assert inbox.look() == (0, False)


def test_a_half_written_file_is_left_until_it_stood_still_for_two_seconds(
    inbox: Inbox, folder: Path, spool: Spool, now: FakeClock
) -> None:
    put(folder, "lead.xml", ADF[:30], now)

    assert inbox.look() == (0, True)
    assert names(spool) == []
    now.advance(seconds=1.9)
    assert inbox.look() == (0, True)
    now.advance(seconds=0.2)
    assert inbox.look() == (1, False)

    assert [message.content for message in spool.waiting()] == [ADF[:30]]


def test_a_half_written_file_from_a_clock_that_is_ahead_stands_still_as_well(
    inbox: Inbox, folder: Path, spool: Spool, now: FakeClock
) -> None:
    put(folder, "lead.xml", ADF[:30], now, age_s=-3_600)

    assert inbox.look() == (0, True)
    now.advance(seconds=1.9)
    assert inbox.look() == (0, True)
    put(folder, "lead.xml", ADF[:40], now, age_s=-3_600)
    now.advance(seconds=1.9)
    assert inbox.look() == (0, True)
    now.advance(seconds=2)
    assert inbox.look() == (1, False)

    assert [message.content for message in spool.waiting()] == [ADF[:40]]


def test_a_pipe_is_not_waited_for(inbox: Inbox, folder: Path, spool: Spool, now: FakeClock) -> None:
    os.mkfifo(folder / "0.xml")
    put(folder, "lead.xml", ADF, now)

    assert inbox.look() == (1, False)

    assert names(spool) == ["lead.xml"]
    assert "0.xml" in str(inbox.problems["0.xml"])
    assert list(message_files([folder])) == [folder / "done" / "lead.xml"]


def test_a_file_of_two_seconds_ago_was_moved_in_and_is_taken_at_once(
    inbox: Inbox, folder: Path, spool: Spool, now: FakeClock
) -> None:
    put(folder, "mail.eml", b"From: a@example.com\n\nhello", now, age_s=3)

    assert inbox.look() == (1, False)
    assert names(spool) == ["mail.eml"]


def test_files_of_the_same_name_stand_side_by_side_in_done(
    inbox: Inbox, folder: Path, now: FakeClock
) -> None:
    for _ in range(3):
        put(folder, "lead.xml", ADF, now)
        inbox.look()

    assert sorted(path.name for path in (folder / "done").iterdir()) == [
        "lead-1.xml",
        "lead-2.xml",
        "lead.xml",
    ]


def test_only_the_first_mebibyte_is_read_of_a_large_file(
    inbox: Inbox, folder: Path, spool: Spool, now: FakeClock
) -> None:
    put(folder, "large.xml", ADF + b" " * 3 * 1024 * 1024, now, age_s=3)

    inbox.look()

    (message,) = spool.waiting()
    assert message.cut_off
    assert len(message.content) == 1024 * 1024
    assert (folder / "done" / "large.xml").stat().st_size > 3 * 1024 * 1024


def test_folders_loops_and_hidden_files_stay_and_do_not_stop_the_rest(
    inbox: Inbox, folder: Path, spool: Spool, now: FakeClock
) -> None:
    (folder / "a folder").mkdir()
    (folder / "loop.xml").symlink_to(folder / "loop.xml")
    put(folder, ".hidden.xml", ADF, now)
    put(folder, "~lock.xml", ADF, now)
    put(folder, "z.xml", ADF, now)

    inbox.look()

    assert names(spool) == ["z.xml"]
    assert set(inbox.problems) == {"a folder", "loop.xml"}
    assert all(str(problem) for problem in inbox.problems.values())
    (folder / "a folder").rmdir()
    inbox.look()
    assert set(inbox.problems) == {"loop.xml"}


def test_a_file_that_cannot_be_put_away_is_taken_once(
    inbox: Inbox, folder: Path, spool: Spool, now: FakeClock
) -> None:
    (folder / "done").write_text("a file where the folder should be")
    put(folder, "lead.xml", ADF, now)

    inbox.look()
    inbox.look()

    assert names(spool) == ["lead.xml"]
    assert "cannot be put away" in str(inbox.problems["lead.xml"])


def test_when_the_spool_cannot_be_written_the_file_stays(
    folder: Path, tmp_path: Path, now: FakeClock
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    inbox = Inbox(folder, Spool(blocked, now), now)
    path = put(folder, "lead.xml", ADF, now)

    inbox.look()

    assert path.read_bytes() == ADF
    assert "Nothing can be written" in str(inbox.problems["lead.xml"])


def test_a_folder_that_is_not_there_is_no_error(
    tmp_path: Path, spool: Spool, now: FakeClock
) -> None:
    assert Inbox(tmp_path / "missing", spool, now).look() == (0, False)


def test_a_file_landed_when_it_was_last_written_or_renamed_and_never_in_the_future(
    folder: Path, now: FakeClock
) -> None:
    path = put(folder, "lead.xml", ADF, now, age_s=3_600)
    changed = datetime.fromtimestamp(path.stat().st_ctime, UTC)

    assert landed_at(path.stat(), changed + timedelta(hours=1)) == changed
    assert landed_at(path.stat(), changed - timedelta(hours=1)) == changed - timedelta(hours=1)


def test_a_folder_is_walked_in_order_and_links_to_folders_are_not_followed(folder: Path) -> None:
    (folder / "b").mkdir()
    for name in ("b/2.eml", "a.XML", "c.txt", "d.xlsx", "e.json"):
        (folder / name).write_bytes(b"x")
    (folder / "b" / "up").symlink_to(folder)

    found = [path.relative_to(folder).as_posix() for path in message_files([folder])]

    assert found == ["a.XML", "c.txt", "e.json", "b/2.eml"]


def test_the_watch_takes_what_landed_when_it_is_poked(
    inbox: Inbox, folder: Path, now: FakeClock
) -> None:
    arrived = threading.Event()
    watch = InboxWatch(inbox, arrived.set)
    watch.start()
    try:
        put(folder, "lead.xml", ADF, now)
        watch.poke()
        assert arrived.wait(timeout=10)
    finally:
        watch.stop()


def test_the_watch_survives_a_look_that_fails(
    inbox: Inbox, folder: Path, now: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, failed, arrived = inbox.look, threading.Event(), threading.Event()

    def fail_once() -> tuple[int, bool]:
        if not failed.is_set():
            failed.set()
            raise RuntimeError("the share went away")
        return real()

    monkeypatch.setattr(inbox, "look", fail_once)
    watch = InboxWatch(inbox, arrived.set)
    watch.start()
    try:
        assert failed.wait(timeout=10)
        put(folder, "lead.xml", ADF, now)
        watch.poke()
        assert arrived.wait(timeout=10)
    finally:
        watch.stop()
