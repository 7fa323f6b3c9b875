"""One app a folder."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from assistant.folders import DataFolder
from assistant.ui.single import Single


@pytest.fixture
def folder(tmp_path: Path, qtbot: QtBot) -> DataFolder:  # noqa: ARG001 - files are watched
    folder = DataFolder(tmp_path)
    folder.make()
    return folder


def test_a_second_start_raises_the_first(folder: DataFolder, qtbot: QtBot) -> None:
    first, second = Single(folder), Single(folder)
    heard: list[bool] = []
    asking = threading.Thread(target=lambda: heard.append(second.raise_other()))
    try:
        assert first.take()
        assert not second.take()
        with qtbot.waitSignal(first.raised, timeout=10_000):
            asking.start()
        asking.join()
        assert heard == [True]
    finally:
        first.release()


def test_who_does_not_answer_did_not_hear(folder: DataFolder) -> None:
    first, second = Single(folder), Single(folder)
    assert first.take()

    assert not second.raise_other()

    first.release()
    assert not list(folder.wishes.iterdir())


def test_a_wish_to_an_app_that_ended_raises_nobody(folder: DataFolder, qtbot: QtBot) -> None:
    (folder.wishes / "123").touch()
    first = Single(folder)
    with qtbot.assertNotEmitted(first.raised, wait=200):
        assert first.take()

    first.release()
    assert not list(folder.wishes.iterdir())


def test_another_folder_is_another_app(folder: DataFolder) -> None:
    other_folder = DataFolder(folder.root / "b")
    other_folder.make()
    first, other = Single(folder), Single(other_folder)
    try:
        assert first.take()
        assert other.take()
    finally:
        first.release()
        other.release()


def test_after_the_end_the_folder_is_free_again(folder: DataFolder) -> None:
    first, second = Single(folder), Single(folder)
    assert first.take()
    first.release()

    assert second.take()
    second.release()
