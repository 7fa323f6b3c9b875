"""Times as people say them."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from assistant.words.catalogue import Tongue, speak
from assistant.words.times import countdown, due_in_words, moment_in_words
from tests.conftest import AMSTERDAM, local

NOW = local("2026-03-02 10:00")


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    speak(Tongue.ENGLISH)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (120, "2:00"),
        (119.2, "2:00"),
        (107, "1:47"),
        (60, "1:00"),
        (5, "0:05"),
        (0.3, "0:01"),
        (0, "0:00 late"),
        (-35, "0:35 late"),
        (-35.9, "0:35 late"),
        (-3_725, "1:02:05 late"),
    ],
)
def test_the_countdown(seconds: float, shown: str) -> None:
    assert countdown(timedelta(seconds=seconds)) == shown


@pytest.mark.parametrize(
    ("moment", "english", "dutch"),
    [
        ("2026-03-02 10:34", "10:34", "10:34"),
        ("2026-03-03 10:00", "tomorrow 10:00", "morgen 10:00"),
        ("2026-03-01 23:59", "yesterday 23:59", "gisteren 23:59"),
        ("2026-03-05 17:00", "Thu 17:00", "do 17:00"),
        ("2026-03-17 09:00", "Tue 17 Mar 09:00", "di 17 mrt 09:00"),
        ("2025-12-24 09:00", "24 Dec 2025 09:00", "24 dec 2025 09:00"),
    ],
)
def test_a_moment(moment: str, english: str, dutch: str) -> None:
    assert moment_in_words(local(moment), NOW, AMSTERDAM) == english
    speak(Tongue.DUTCH)
    assert moment_in_words(local(moment), NOW, AMSTERDAM) == dutch


@pytest.mark.parametrize(
    ("moment", "english", "dutch"),
    [
        ("2026-03-02 10:00:40", "in 40 s", "over 40 s"),
        ("2026-03-02 10:04:30", "in 4 min", "over 4 min"),
        ("2026-03-02 11:30", "11:30", "11:30"),
        ("2026-03-02 09:48", "12 min late", "12 min te laat"),
        ("2026-03-02 07:00", "3 h late", "3 u te laat"),
        ("2026-02-27 10:00", "3 days late", "3 dagen te laat"),
    ],
)
def test_what_is_due(moment: str, english: str, dutch: str) -> None:
    assert due_in_words(local(moment), NOW, AMSTERDAM) == english
    speak(Tongue.DUTCH)
    assert due_in_words(local(moment), NOW, AMSTERDAM) == dutch


def test_a_day_begins_at_the_dealers_midnight() -> None:
    late = local("2026-03-02 23:30")

    assert moment_in_words(local("2026-03-03 00:30"), late, AMSTERDAM) == "tomorrow 00:30"
