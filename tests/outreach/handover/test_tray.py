"""The folder of hand-overs: each file whole, or not there."""

from pathlib import Path

import pytest

from assistant.core.errors import CouldNotError
from assistant.outreach.handover.tray import Tray


def test_a_file_stands_there_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    path = Tray(tmp_path / "new" / "handover").put("a.xml", b"<adf/>")

    assert path.read_bytes() == b"<adf/>"
    assert [one.name for one in path.parent.iterdir()] == ["a.xml"]


def test_the_same_name_again_replaces_the_file(tmp_path: Path) -> None:
    tray = Tray(tmp_path)
    tray.put("a.xml", b"1")

    assert tray.put("a.xml", b"2").read_bytes() == b"2"


def test_a_folder_that_cannot_be_written_is_named_and_left_clean(tmp_path: Path) -> None:
    (tmp_path / "a.xml").mkdir()  # no file can take its place

    with pytest.raises(CouldNotError, match="Nothing can be written to"):
        Tray(tmp_path).put("a.xml", b"1")

    assert [one.name for one in tmp_path.iterdir()] == ["a.xml"]
