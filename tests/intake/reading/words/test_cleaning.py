"""Strangers' words are made safe to keep and to show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.intake.reading.words.cleaning import one_line, paragraphs, person, web_address

ANY_TEXT = st.text(st.characters())  # half surrogates too


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("De heer J. de Boer", "J. de Boer"),
        ("Mevrouw A. Yilmaz", "A. Yilmaz"),
        ("Dhr. Jansen", "Jansen"),
        ("Dhr.Jansen", "Jansen"),
        ("Mw Jansen", "Jansen"),
        ("Mevr. De Vries", "De Vries"),
        ("De heer/mevrouw Jansen", "Jansen"),
        ("Herr Dr. Groß", "Dr. Groß"),
        ("Mr. John Smith", "John Smith"),
        ("Heer", "Heer"),
        ("Mwangi", "Mwangi"),
        ("  Jan \t van\n Dijk ", "Jan van Dijk"),
        ('"Jansen, Piet"', "Jansen, Piet"),
        ("jan@example.com", ""),
        ("0612345678", ""),
        ("-", ""),
    ],
)
def test_a_name_stands_without_its_title(written: str, expected: str) -> None:
    assert person(written) == expected


def test_a_name_cannot_turn_the_writing_direction() -> None:
    assert person("Jan\u202egnp.exe\u0007\u200b") == "Jangnp.exe"


@given(ANY_TEXT)
def test_one_line_is_one_short_line_that_can_be_stored(text: str) -> None:
    line = one_line(text)

    assert len(line) <= 200
    assert line == " ".join(line.split())
    assert line.encode() == line.encode("utf-8", "strict")
    assert not set(line) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x1b\n")


@given(ANY_TEXT)
def test_a_question_keeps_nothing_that_cannot_be_stored(text: str) -> None:
    question = paragraphs(text)

    assert len(question) <= 20_000
    assert "\x00" not in question
    assert "\n\n\n" not in question
    assert question.encode() == question.encode("utf-8", "strict")


def test_a_question_keeps_its_lines() -> None:
    assert paragraphs("Hoi,\r\n  is hij er?\r\n\r\n\r\n\r\nGroet") == "Hoi,\nis hij er?\n\nGroet"


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("kijk https://x.example/a?b=1&c=2.", "https://x.example/a?b=1&c=2"),
        ("(http://x.example/a)", "http://x.example/a"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("\\\\host\\share", ""),
        ("https://x.example/" + "a" * 300, "https://x.example/" + "a" * 300),
        ("https://x.example/" + "a" * 3_000, ""),
    ],
)
def test_a_link_is_whole_or_nothing(text: str, link: str) -> None:
    assert web_address(text) == link
