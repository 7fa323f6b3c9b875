"""What the system refuses is told in our words, and in Dutch."""

import errno
import os
from pathlib import Path

import pytest

from assistant.cli.system_errors import in_our_words
from tests.cli.conftest import Followup, Mail


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "The disk is full."),
        (errno.ENOENT, "There is no x.html, or not the folder it is to be in."),
        (errno.EACCES, "We may not open or write x.html."),
        (errno.EISDIR, "x.html is a folder and not a file."),
        (errno.ENOTDIR, "x.html cannot be: a part of it is no folder."),
        (errno.EMFILE, f"The system says: {os.strerror(errno.EMFILE)}: x.html"),
    ],
)
def test_what_people_meet_has_a_sentence_of_ours(number: int, said: str) -> None:
    assert str(in_our_words(OSError(number, os.strerror(number), "x.html"))) == said


def test_an_error_without_a_file_is_told_too() -> None:
    assert str(in_our_words(FileNotFoundError(errno.ENOENT, "Gone"))) == "The system says: Gone"


def test_a_page_for_a_folder_that_is_not_there_is_told_in_dutch(
    followup: Followup, mail: Mail, tmp_path: Path
) -> None:
    followup("intake", mail())
    page = tmp_path / "nowhere" / "page.html"

    printed = followup("file", "0612345678", page, lang="nl")

    assert (printed.status, printed.out) == (3, "")
    assert printed.err == f"{page} is er niet, of de map waarin het moet staan is er niet.\n"
