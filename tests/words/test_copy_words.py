"""A copy is told of in one line."""

from datetime import timedelta
from pathlib import Path

import pytest

from assistant.core.errors import CouldNotError
from assistant.store.copies import Copy
from assistant.words.catalogue import Tongue, speak
from assistant.words.copy_words import copy_in_words
from tests.conftest import MONDAY_TEN


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (2, "Els, Jan: tot 2 u geleden (els.db)"),
        (50, "Els, Jan: tot 2 dagen geleden, vraag een nieuwere kopie (els.db)"),
    ],
)
def test_a_copy_says_whose_it_is_how_old_and_whether_to_ask_for_a_newer_one(
    hours: int, said: str
) -> None:
    speak(Tongue.DUTCH)
    newest = MONDAY_TEN - timedelta(hours=hours)
    old_from = newest + timedelta(days=1)
    copy = Copy(
        path=Path("els.db"),
        desk="a",
        salespeople=("Els", "Jan"),
        newest=newest,
        old_from=old_from,
    )

    assert copy_in_words(copy, MONDAY_TEN) == said


def test_a_copy_that_cannot_be_read_says_why_and_an_empty_one_that_it_is() -> None:
    speak(Tongue.ENGLISH)
    path = Path("els.db")
    problem = CouldNotError("The folder {path} cannot be read.", path=path)

    assert copy_in_words(Copy(path=path, problem=problem), MONDAY_TEN) == (
        "The folder els.db cannot be read."
    )
    assert copy_in_words(Copy(path=path, desk="a"), MONDAY_TEN) == (
        "a: nothing written down yet (els.db)"
    )
