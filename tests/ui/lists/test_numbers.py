"""The number that a person would find first in a message."""

import pytest

from assistant.ui.lists.numbers import first_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Bel me op 06 12 34 56 78 na vijven", "+31612345678"),
        ("Naam: Sanne\n\nTel. 0612345678\nof 020 123 4567", "+31612345678"),
        ("Prijs € 12.950, bouwjaar 2019", ""),
        ("", ""),
        ("x" * 5_000 + "\n" + "Nummer: +31612349999", "+31612349999"),
    ],
)
def test_the_first_number_is_found(text: str, number: str) -> None:
    assert first_number(text, "NL") == number


def test_a_number_under_the_headers_comes_before_one_in_them() -> None:
    mail = "From: a@example.com\nX-Phone: 0201234567\n\nBel 0612345678\n"

    assert first_number(mail, "NL") == "+31612345678"
    assert first_number(mail.replace("Bel 0612345678", ""), "NL") == "+31201234567"


def test_the_dealers_own_number_is_nobodys_lead() -> None:
    text = "U belde 020 123 4567\nvan 0612345678"

    assert first_number(text, "NL", frozenset({"+31201234567"})) == "+31612345678"
