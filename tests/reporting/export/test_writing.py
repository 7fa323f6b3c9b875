"""An export is there whole or not at all, and says why in a sentence."""

import errno
import gc
import io
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from typing_extensions import Buffer, override

from assistant.core.errors import CouldNotError
from assistant.core.figures import Choice
from assistant.desk.exports import Wanted
from assistant.reporting.export import Form, StoppedError, Watch, to_file, to_stream
from assistant.store.exports import reading

FORMS = pytest.mark.parametrize("form", list(Form))


class FullDisk(io.RawIOBase):
    """A file on a disk that has no room for it."""

    @override
    def writable(self) -> bool:
        return True

    @override
    def write(self, _content: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "log")


@FORMS
def test_an_export_takes_the_place_of_another_and_counts_its_rows(
    form: Form, database: Path, attempts: Wanted, tmp_path: Path
) -> None:
    path = tmp_path / "attempts"
    path.write_bytes(b"old")

    assert to_file(database, attempts, form, path, Watch()) == 3

    assert left(tmp_path) == ["attempts"]
    assert len(path.read_bytes()) > 300


@FORMS
def test_one_that_is_stopped_leaves_what_was_there(
    form: Form, database: Path, attempts: Wanted, tmp_path: Path
) -> None:
    path = tmp_path / "attempts"
    path.write_bytes(b"old")

    with pytest.raises(StoppedError):
        to_file(database, attempts, form, path, Watch(is_stopped=lambda: True))

    assert left(tmp_path) == ["attempts"]
    assert path.read_bytes() == b"old"


@FORMS
def test_it_tells_how_far_it_is(
    form: Form, database: Path, attempts: Wanted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "BATCH", 2)
    told: list[tuple[int, int]] = []

    to_file(
        database, attempts, form, tmp_path / "x", Watch(lambda done, of: told.append((done, of)))
    )

    assert told == [(2, 3), (3, 3)]


def test_how_many_rows_a_choice_has_is_not_told_before_they_are_there(
    database: Path, attempts: Wanted, tmp_path: Path
) -> None:
    told: list[tuple[int, int]] = []
    watch = Watch(lambda done, of: told.append((done, of)))

    to_file(
        database, replace(attempts, choice=Choice(owner="Piet")), Form.CSV, tmp_path / "x", watch
    )

    assert told == [(3, 0)]


@FORMS
def test_a_full_disk_is_an_error_of_the_disk(form: Form, database: Path, attempts: Wanted) -> None:
    with pytest.raises(OSError, match="No space left"), FullDisk() as disk:
        to_stream(database, attempts, form, disk, Watch())  # type: ignore[arg-type]


class SmallDisk(io.BytesIO):
    """A file on a disk that is full once something was written."""

    @override
    def write(self, content: Buffer) -> int:
        if self.tell() > 500:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return super().write(content)


def test_a_workbook_for_which_the_room_ends_half_way_is_given_up_in_silence(
    database: Path, attempts: Wanted, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The archive that xlsxwriter leaves behind writes its end when it is collected."""
    said: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", said.append)

    with pytest.raises(OSError, match="No space left") as caught:
        to_stream(database, attempts, Form.XLSX, SmallDisk(), Watch())
    del caught
    gc.collect()

    assert said == []


def test_a_full_disk_is_said_in_a_sentence_and_nothing_is_left(
    database: Path, attempts: Wanted, tmp_path: Path
) -> None:
    path = tmp_path / "attempts.csv"

    def fill(done: int, total: int) -> None:
        raise OSError(errno.ENOSPC, f"{done} of {total}")

    with pytest.raises(CouldNotError, match=r"The disk is full: .*attempts\.csv was not written"):
        to_file(database, attempts, Form.CSV, path, Watch(fill))

    assert left(tmp_path) == []


def test_a_folder_that_is_not_there_is_not_made(
    database: Path, attempts: Wanted, tmp_path: Path
) -> None:
    with pytest.raises(CouldNotError, match=r"There is no folder .*nowhere"):
        to_file(database, attempts, Form.CSV, tmp_path / "nowhere" / "x.csv", Watch())

    assert left(tmp_path) == []


def test_what_is_no_file_is_never_replaced(
    database: Path, attempts: Wanted, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    with pytest.raises(CouldNotError, match="is no file that can be replaced"):
        to_file(database, attempts, Form.CSV, pipe, Watch())

    assert left(tmp_path) == ["pipe"]


def test_a_link_goes_on_pointing_where_the_export_is(
    database: Path, attempts: Wanted, tmp_path: Path
) -> None:
    (tmp_path / "share").mkdir()
    link, real = tmp_path / "x.csv", tmp_path / "share" / "x.csv"
    link.symlink_to(real)

    to_file(database, attempts, Form.CSV, link, Watch())

    assert link.is_symlink()
    assert real.read_text("utf-8-sig").startswith("attempt;lead;at;")
