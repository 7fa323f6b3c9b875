"""Numbers and addresses in every spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.contact import Phone, find_phones, national, read_email, read_phone


@pytest.mark.parametrize(
    "written",
    [
        "0612345678",
        "06-12345678",
        "06 - 12 34 56 78",
        "+31 6 12345678",
        "+31 (0)6 12 34 56 78",
        "0031612345678",
        "0031(0)612345678",
        "06-12345678 (na 18:00)",
        "0612345678 / 020-1234567",
        "Tel: 06.12.34.56.78",
    ],
)
def test_every_spelling_is_one_number_that_may_have_whatsapp(written: str) -> None:
    assert read_phone(written, "NL") == Phone("+31612345678", mobile=True)


@pytest.mark.parametrize("written", ["020 123 4567", "088-1234567", "0800-1234"])
def test_land_lines_and_service_numbers_have_no_whatsapp(written: str) -> None:
    phone = read_phone(written, "NL")

    assert phone is not None
    assert not phone.mobile


def test_a_number_no_plan_knows_is_kept_as_it_was_written() -> None:
    assert read_phone("393-999-3922", "NL") == Phone("3939993922")


def test_an_extension_is_kept_and_does_not_make_another_customer() -> None:
    phone = read_phone("020 123 4567 ext. 12", "NL")

    assert phone == Phone("+31201234567;ext=12")
    assert phone.key == "+31201234567"


@pytest.mark.parametrize("text", ["", "12", "anonymous", "unknown", "-", "12345678901234567890"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert read_phone(text, "NL") is None


def test_several_numbers_in_a_text_are_found_once_each() -> None:
    text = "Bel 06-12345678 of 020 123 4567, liefst 0612345678."

    assert [phone.number for phone in find_phones(text, "NL")] == ["+31612345678", "+31201234567"]


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+31612345678", "06 12 34 56 78"),
        ("+31201234567", "020 123 4567"),
        ("+31201234567;ext=12", "020 123 4567 (12)"),
        ("+447700900123", "+44 7700 900123"),
        ("3939993922", "3939993922"),
        ("", ""),
    ],
)
def test_numbers_are_shown_as_people_write_them(number: str, shown: str) -> None:
    assert national(number, "NL") == shown


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Sanne.Hoekstra@Example.com", "sanne.hoekstra@example.com"),
        ("Sanne <sanne@example.com>", "sanne@example.com"),
        ("sanne@", None),
        ("@example.com", None),
        ("", None),
    ],
)
def test_addresses_are_read_in_lower_case(text: str, address: str | None) -> None:
    assert read_email(text) == address


@given(st.text(max_size=500))
def test_reading_never_fails(text: str) -> None:
    phone = read_phone(text, "NL")
    read_email(text)
    find_phones(text, "NL")

    if phone is not None:
        assert national(phone.number, "NL")
