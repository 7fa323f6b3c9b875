"""One app a folder."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from assistant.folders import DataFolder
from assistant.ui.single import Single


def test_a_second_start_raises_the_first(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = Single(DataFolder(tmp_path)), Single(DataFolder(tmp_path))
    try:
        assert first.take()
        assert not second.take()
        with qtbot.waitSignal(first.raised, timeout=10_000):
            assert second.raise_other()
    finally:
        first.release()


def test_another_folder_is_another_app(tmp_path: Path, qtbot: QtBot) -> None:  # noqa: ARG001
    (tmp_path / "b").mkdir()
    first, other = Single(DataFolder(tmp_path)), Single(DataFolder(tmp_path / "b"))
    try:
        assert first.take()
        assert other.take()
    finally:
        first.release()
        other.release()


def test_after_the_end_the_folder_is_free_again(tmp_path: Path, qtbot: QtBot) -> None:  # noqa: ARG001
    first, second = Single(DataFolder(tmp_path)), Single(DataFolder(tmp_path))
    assert first.take()
    first.release()

    assert second.take()
    second.release()
