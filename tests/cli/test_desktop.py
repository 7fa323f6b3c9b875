"""Whether the desktop runs, as its own lock says it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from assistant.cli.desktop import desktop_runs
from assistant.folders import DataFolder


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path)


def test_no_desktop_runs_where_none_ever_did(folder: DataFolder) -> None:
    assert not desktop_runs(folder)


def test_a_desktop_runs_while_it_holds_its_lock(folder: DataFolder) -> None:
    lock = QLockFile(str(folder.lock))
    assert lock.tryLock(0)
    assert desktop_runs(folder)

    lock.unlock()

    assert not desktop_runs(folder)


def test_a_lock_that_a_dead_desktop_left_does_not_count(folder: DataFolder) -> None:
    folder.lock.write_text("12345\nfollowup\nhere\n")

    assert not desktop_runs(folder)
