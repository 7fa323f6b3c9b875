"""The program's own log: a file when there is something to write, and no trouble when it cannot."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.app.log import _LateFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "followup.log"


@pytest.fixture
def log(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[logging.Logger]:
    monkeypatch.setattr(logging, "raiseExceptions", False)
    handler = _LateFile(path)
    log = logging.getLogger("mailbox sales")
    log.setLevel(logging.INFO)
    log.addHandler(handler)
    yield log
    log.removeHandler(handler)
    handler.close()


def test_a_good_day_writes_no_file(log: logging.Logger, path: Path) -> None:
    assert log.handlers
    assert not path.exists()


def test_what_happened_stands_in_it_with_its_time_and_place(
    log: logging.Logger, path: Path
) -> None:
    log.warning("the server %s does not answer", "imap.example.com")
    log.info("it answers")

    first, second = path.read_text(encoding="utf-8").splitlines()
    assert first.endswith("WARNING mailbox sales: the server imap.example.com does not answer")
    assert first[:2] == "20"
    assert second.endswith("INFO mailbox sales: it answers")


def test_a_folder_that_is_gone_stops_nobody(log: logging.Logger, path: Path) -> None:
    path.parent.rmdir()

    log.warning("nobody can write this down")

    path.parent.mkdir()
    log.warning("somebody can")
    assert "somebody can" in path.read_text(encoding="utf-8")
