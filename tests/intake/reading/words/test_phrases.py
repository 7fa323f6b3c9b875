"""Phrases with gaps."""

import pytest

from assistant.core.errors import WrongCallError
from assistant.intake.reading.words.phrases import read_phrase


@pytest.mark.parametrize(
    ("phrase", "line", "expected"),
    [
        ("proefrit", "Proefritaanvraag", {}),
        ("lease", "please", None),
        ("lease", "please, lease it", {}),
        ("voor {vehicle}", "Vraag voor Kia Ceed", {"vehicle": "Kia Ceed"}),
        ("voor {vehicle} (*", "voor Kia Ceed (Plus)", {"vehicle": "Kia Ceed"}),
        ("voor {vehicle} (*", "voor Kia Ceed", None),
        (
            "miste op * over {vehicle}, uit",
            "Miste op 10:14 over Audi A3, uit (X)",
            {"vehicle": "Audi A3"},
        ),
        ("^gelezen:", "Gelezen: iets", {}),
        ("^gelezen:", "Is het gelezen: iets", None),
        ("voor {vehicle}", "Vraag voor ", None),
    ],
)
def test_a_phrase_finds_what_stands_in_its_gaps(
    phrase: str, line: str, expected: dict[str, str] | None
) -> None:
    assert read_phrase(phrase).find(line) == expected


@pytest.mark.parametrize("phrase", ["{vehicle} te koop", "*", "", "a {colour}", "a *{vehicle}"])
def test_a_phrase_that_cannot_be_meant_is_refused(phrase: str) -> None:
    with pytest.raises(WrongCallError, match="phrase"):
        read_phrase(phrase)
