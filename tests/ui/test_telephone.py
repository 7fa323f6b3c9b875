"""A call is noted under its number and nothing else."""

from pathlib import Path

import pytest

from assistant.ui.telephone import Telephone


def test_a_number_is_noted_without_its_extension(desk_telephone: Telephone, tmp_path: Path) -> None:
    desk_telephone.begin("+31201234567;ext=12")

    assert [note.name for note in (tmp_path / "own-calls").iterdir()] == ["+31201234567"]
    desk_telephone.end("+31201234567;ext=99")
    assert list((tmp_path / "own-calls").iterdir()) == []


@pytest.mark.parametrize("number", ["../settings.toml", "", "06/12", "a", "."])
def test_what_is_no_number_is_no_name_of_a_file(
    desk_telephone: Telephone, tmp_path: Path, number: str
) -> None:
    desk_telephone.begin(number)
    desk_telephone.end(number)

    assert not (tmp_path / "own-calls").exists()
