"""One person, however his number and address are written."""

import pytest

from assistant.core.spellings import Spellings

SANNE = Spellings({"+31612345678", "sanne.hoekstra@example.com"}, {"Sanne Hoekstra"})


@pytest.mark.parametrize(
    "text",
    [
        "bel +31612345678 even",
        "06-12345678",
        "06 12 34 56 78",
        "0031 6 1234 5678",
        "+31 (0)6-123 456 78",
        "tel:+31612345678;ext=3",
        "%2B31612345678",
        r"\u002b31612345678",
        "612345678",
        "To: Sanne.Hoekstra@Example.com",
        "?to=sanne.hoekstra%40example.com",
        "mailto%3Asanne.hoekstra%40example.com",
        "sanne.hoekstra=40example.com",
        "sanne.hoekstra&#64;example.com.",
        "mevrouw  sanne\nhoekstra belde",
    ],
)
def test_every_spelling_is_found(text: str) -> None:
    assert SANNE.are_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "06-12345679",
        "10612345678",
        "0612345678123",
        "susanne.hoekstra@example.com",
        "sanne.hoekstra@example.com.au",
        "sanne.hoekstra@example.community",
        "Sanne de Vries",
        "Sanne Hoekstraat",
        "",
    ],
)
def test_somebody_else_is_not(text: str) -> None:
    assert not SANNE.are_in(text)


def test_a_number_that_no_country_knows_is_found_as_it_was_written() -> None:
    assert Spellings({"123456"}).are_in("kamer 123-456")
    assert not Spellings({"123456"}).are_in("kamer 1234567")


def test_nobody_stands_nowhere() -> None:
    assert not Spellings(()).are_in("Sanne Hoekstra, 06-12345678")


def test_painting_over_changes_no_other_byte_and_no_length() -> None:
    line = "refused: Sanne Hoekstra, 06-12345678 é \udcff end".encode("utf-8", "surrogateescape")

    painted = SANNE.painted_over(line)

    assert painted == b"refused: **************, *********** \xc3\xa9 \xff end"
    assert len(painted) == len(line)
