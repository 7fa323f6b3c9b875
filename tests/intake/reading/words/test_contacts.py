"""The customer's numbers and addresses, and nobody else's."""

import pytest

from assistant.intake.reading.words.contacts import (
    Allowance,
    NotCustomers,
    emails_in,
    is_nobody,
    phones_in_fields,
    phones_in_text,
)
from tests.intake.reading.messages import others


def in_field(text: str) -> list[str]:
    return [phone.number for phone in phones_in_fields([text], others())]


def in_text(text: str) -> list[str]:
    return [phone.number for phone in phones_in_text(text, others())]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("0612345678", ["+31612345678"]),
        ("06 - 12 34 56 78", ["+31612345678"]),
        ("+31 (0)6 1234 5678", ["+31612345678"]),
        ("0031612345678", ["+31612345678"]),
        ("612345678.0", ["+31612345678"]),
        ("06-12345678 / 010-1234567", ["+31612345678", "+31101234567"]),
        ("06-12345678 (na 18:00) of 010 - 123 45 67", ["+31612345678", "+31101234567"]),
        ("+49 171 1234567", ["+491711234567"]),
        ("555-123-4567", ["5551234567"]),
        ("020-1234567", []),
        ("niet opgegeven", []),
        ("12345", []),
        ("jan06123456@example.com", []),
    ],
)
def test_a_field_gives_its_numbers(written: str, expected: list[str]) -> None:
    assert in_field(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("My number is +31 6 10101010.", ["+31610101010"]),
        ("bel 06-12345678 of 010 123 45 67!", ["+31612345678", "+31101234567"]),
        ("tel:0612345678", ["+31612345678"]),
        ("op 01-05-2026 10:14 gemaild", []),
        ("KvK 012345678", []),
        ("IBAN NL91 ABNA 0417 1643 00", []),
        ("NL91ABNA0417164300", []),
        ("Fax: 010-1234567", []),
        ("F: 010-1234567\nT: 010-7654321", ["+31107654321"]),
        ("https://x.example/0612345678", []),
        ("prijs 12.950 en 61.204 km", []),
        ("020-1234567", []),
    ],
)
def test_free_text_gives_only_what_is_a_number(written: str, expected: list[str]) -> None:
    assert in_text(written) == expected


def test_ten_different_numbers_are_enough() -> None:
    fields = ["06 12345678", *(f"06{number}" for number in range(12_345_678, 12_345_700))]

    phones = phones_in_fields(fields, others())

    assert len(phones) == len(set(phones)) == 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan <JAN@Example.com>", ("jan@example.com",)),
        ("a@b.example, c@d.example;e@f.example", ("a@b.example", "c@d.example", "e@f.example")),
        ("verkoop@dealer.example", ()),
        ("noreply@x.example wordpress@y.example", ()),
        ("@ x@ @y x@y", ()),
    ],
)
def test_addresses_are_found_and_no_ones_are_left_out(text: str, expected: tuple[str, ...]) -> None:
    assert emails_in([text], others()) == expected


@pytest.mark.parametrize(
    "local", ["noreply", "no-reply", "No_Reply", "donotreply", "mailer-daemon", "noreply+x"]
)
def test_nobody_reads_these(local: str) -> None:
    assert is_nobody(f"{local}@x.example".lower())


@pytest.mark.parametrize("local", ["jan", "reply", "bouncer", "nora.reply"])
def test_somebody_reads_these(local: str) -> None:
    assert not is_nobody(f"{local}@x.example")


def test_a_number_is_kept_when_the_allowance_is_used_up() -> None:
    poor = NotCustomers(
        region="NL", numbers=frozenset(), addresses=frozenset(), allowance=Allowance(0)
    )

    assert [phone.number for phone in phones_in_fields(["06-12345678"], poor)] == ["0612345678"]
    assert phones_in_text("06-12345678", poor) == ()
