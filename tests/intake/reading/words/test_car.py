"""A car in one line, its price and its plate."""

import pytest

from assistant.intake.reading.words.car import car, make_and_model, plate, price


@pytest.mark.parametrize(
    ("text", "name", "cost"),
    [
        ("Peugeot 208 - AutoTrack", "Peugeot 208", ""),
        ("BMW 320i - € 18.950", "BMW 320i", "€ 18.950"),
        ("€ 18.950 - BMW 320i", "BMW 320i", "€ 18.950"),
        ("Audi A3 EUR 19.950,- incl. BTW", "Audi A3", "EUR 19.950"),
        ("Peugeot 208 €12.950,-", "Peugeot 208", "€12.950"),
        ("VW Polo 14.900 €", "VW Polo", "14.900 €"),
        ("'Opel Corsa 1.2'", "Opel Corsa 1.2", ""),
        ("Renault Clio XX-123-X", "Renault Clio", ""),
        ("Mazda MX-5 RF", "Mazda MX-5 RF", ""),
        ("uw auto", "", ""),
        ("AutoTrack", "", ""),
        ("- autotrack", "", ""),
        ("https://x.example/a", "", ""),
        ("€ 0", "", ""),
        ("", "", ""),
    ],
)
def test_a_car_and_its_price_are_parted(text: str, name: str, cost: str) -> None:
    assert (car(text, "AutoTrack"), price(text)) == (name, cost)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("over XX-123-X!", "XX-123-X"), ("1-TST-23", "1-TST-23"), ("06-12-34", ""), ("e-208-GT", "")],
)
def test_a_plate_is_found(text: str, expected: str) -> None:
    assert plate(text) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("Honda", "Accord", "EX-L", "2024"), "Honda Accord EX-L (2024)"),
        (("Peugeot", "Peugeot 208", "", ""), "Peugeot 208"),
        (("Ford", "F-150", "F-150 XLT", "2025"), "Ford F-150 XLT (2025)"),
        (("", "", "", "2024"), ""),
    ],
)
def test_what_a_part_repeats_is_left_out(parts: tuple[str, str, str, str], expected: str) -> None:
    assert make_and_model(*parts) == expected
