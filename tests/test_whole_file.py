"""A file is there whole or not at all."""

from pathlib import Path

import pytest

from assistant.whole_file import put_whole, written_whole


def test_a_file_takes_the_place_of_another_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.toml"

    put_whole(path, b"first")
    put_whole(path, b"second")

    assert path.read_bytes() == b"second"
    assert [each.name for each in path.parent.iterdir()] == ["a.toml"]


def test_what_cannot_take_its_place_is_taken_away_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.mkdir()

    with pytest.raises(OSError, match=r"a\.toml"):
        put_whole(path, b"content")

    assert [each.name for each in tmp_path.iterdir()] == ["a.toml"]


def test_one_that_is_broken_off_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")

    def break_off() -> None:
        with written_whole(path) as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
