"""Numbers and addresses in every spelling."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.core.contact import (
    Phone,
    dialled,
    find_phones,
    is_extension,
    is_too_short,
    national,
    read_caller,
    read_email,
    read_phone,
)


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [("06", True), ("0612", True), ("+31612", True), ("0612345678", False), ("abc", False)],
)
def test_few_digits_are_too_short(text: str, expected: bool) -> None:
    assert is_too_short(text, "NL") is expected


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
    "said",
    [
        "0612345678",
        "06.12.34.56.78",
        "sip:+31612345678@pbx.example;user=phone",
        "sips:%2B31612345678@pbx.example",
        "SIP:0031612345678@192.0.2.10:5060;transport=udp",
        "sip:0612345678",
        "sip:0612345678;user=phone",
        '"Sanne Hoekstra" <sip:0612345678@192.0.2.10:5060>',
        "Sanne Hoekstra <sip:31612345678@pbx.example>;tag=2020123456",
        '"020 123 4567" <sip:0612345678@pbx.example>',
        '"0612345678" <sip:trunk@192.0.2.10>',
        '"0612345678" <sip:anonymous@anonymous.invalid>',
        "+31612345678;npdi;rn=+31970@pbx.example",
        "0612345678:secret@pbx.example",
        "tel:+31-6-1234-5678",
        "tel:0612345678;phone-context=+31",
        "callto:0612345678",
    ],
)
def test_a_caller_is_one_number_however_the_telephone_says_it(said: str) -> None:
    assert read_caller(said, "NL") == Phone("+31612345678", mobile=True)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "anonymous",
        "sip:anonymous@anonymous.invalid",
        '"Anonymous" <sip:anonymous@192.168.100.200>',
        "sip:anonymous@192.168.100.200:5060",
        "sip:192.168.100.200:5060",
        "sip:12@192.168.178.100:5060",
        '"Piet" <sip:201@pbx.example>',
        "sip:sanne@example.com",
    ],
)
def test_a_host_an_extension_or_a_name_is_no_number_of_a_caller(said: str) -> None:
    assert read_caller(said, "NL") is None


@pytest.mark.parametrize(
    ("said", "is_one"),
    [
        ("201", True),
        ('"Piet" <sip:201@192.168.100.200>', True),
        ("*7", True),
        ("", False),
        ("anonymous", False),
        ("sip:192.168.100.200", False),
        ("0612345678", False),
    ],
)
def test_a_colleague_is_told_from_a_caller_who_gives_no_number(said: str, is_one: bool) -> None:
    assert is_extension(said) is is_one


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


@pytest.mark.parametrize(
    ("number", "region", "digits"),
    [
        ("+31612345678", "NL", "0612345678"),
        ("+31201234567;ext=12", "NL", "0201234567"),
        ("+4930123456", "NL", "004930123456"),
        ("+31612345678", "BE", "0031612345678"),
        ("0612345", "NL", "0612345"),
        ("+000", "NL", "000"),
    ],
)
def test_a_number_is_dialled_as_it_is_pressed_in_the_dealers_country(
    number: str, region: str, digits: str
) -> None:
    assert dialled(number, region) == digits


@given(st.text(max_size=500))
def test_reading_never_fails(text: str) -> None:
    phone = read_phone(text, "NL")
    read_caller(text, "NL")
    read_email(text)
    find_phones(text, "NL")

    if phone is not None:
        assert national(phone.number, "NL")


def test_a_usual_dutch_number_is_written_as_phonenumbers_would() -> None:
    for area in range(100, 900):
        number = f"+31{area}123456"
        parsed = phonenumbers.parse(number)
        at_home = phonenumbers.region_code_for_number(parsed) == "NL"
        if at_home and area // 100 != 6:  # mobile numbers go in pairs
            form = phonenumbers.PhoneNumberFormat.NATIONAL
            assert national(number, "NL") == phonenumbers.format_number(parsed, form)
