"""What is typed becomes a request; what cannot be used is never taken for a number."""

import pytest

from assistant.core.request import Door, RequestKind
from assistant.ui.form.draft import Draft, FormKind, address, numbers, request, written


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("0612345678", ["+31612345678"]),
        ("+31 6 12 34 56 78", ["+31612345678"]),
        ("06-12345678 / 020 123 4567", ["+31612345678", "+31201234567"]),
        ("020 123 4567 tst 12", ["+31201234567"]),
        ("020 123 4567 ext. 12", ["+31201234567;ext=12"]),
        ("0201234567;ext=12", ["+31201234567;ext=12"]),
        ("+4915123456789", ["+4915123456789"]),
        ("06 12 34", []),
        ("0612345678 na vijven", []),
        ("123456", []),
        ("", []),
    ],
)
def test_a_number_is_one_when_nothing_else_stands_there(text: str, held: list[str]) -> None:
    assert [phone.number for phone in numbers(text, "NL")] == held


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("+31612345678", "06 12 34 56 78"),
        ("0201234567;ext=12", "020 123 4567 ext. 12"),
        ("+4915123456789", "+49 1512 3456789"),
        ("0612345678 / 0201234567", "0612345678 / 0201234567"),
        ("0612345678 / 0", "0612345678 / 0"),
        ("06 1234", "06 1234"),
        ("020 123 4567 tst 12", "020 123 4567 tst 12"),
    ],
)
def test_writing_a_number_nicely_never_loses_a_digit(text: str, shown: str) -> None:
    assert written(text, "NL") == shown


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (" Sanne.Hoekstra@Example.com ", "sanne.hoekstra@example.com"),
        ("sanne@voorbeeld", ""),
        ("sanne@example.com of haar man", ""),
        ("", ""),
    ],
)
def test_an_address_is_one_when_nothing_else_stands_there(text: str, held: str) -> None:
    assert address(text) == held


@pytest.mark.parametrize(
    ("kind", "asked", "door"),
    [
        (FormKind.WALK_IN, RequestKind.QUESTION, Door.SHOWROOM),
        (FormKind.CALL, RequestKind.ANSWERED_CALL, Door.PHONE),
        (FormKind.MISSED_CALL, RequestKind.MISSED_CALL, Door.PHONE),
    ],
)
def test_each_kind_comes_through_its_door(kind: FormKind, asked: RequestKind, door: Door) -> None:
    made = request(Draft(kind=kind), "NL", "Google Ads")

    assert (made.kind, made.door, made.source) == (asked, door, "Google Ads")


def test_what_is_half_typed_is_not_in_the_request_yet() -> None:
    draft = Draft(number="06 12", phone_read_back=True, email="sanne@", email_read_back=True)

    made = request(draft, "NL", "")

    assert (made.phones, made.emails) == ((), ())
    assert not made.phone_read_back
    assert not made.email_read_back


def test_a_form_with_nothing_but_a_kind_is_empty() -> None:
    assert Draft(kind=FormKind.CALL, called="+31201234567").is_empty
    assert not Draft(vehicle="Opel Corsa").is_empty
