"""Headers in every state of repair."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.intake.reading.mail.headers import Address, Headers, decode_words, read_address


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("=?utf-8?q?Nieuwe_lead?=", "Nieuwe lead"),
        ("=?UTF-8?B?w6k=?= =?UTF-8?B?w6k=?=", "éé"),
        ("=?utf-8?q?a=C3?= =?utf-8?q?=A9?=", "aé"),
        ("=?utf-8?B?w6k?=", "é"),
        ("=?x-unknown?q?caf=E9?=", "café"),
        ("=?windows-1252?Q?=80?=", "€"),
        ("=?utf-8?Q?broken", "=?utf-8?Q?broken"),
        ("Vraag =?iso-8859-1?Q?over_caf=E9?= x", "Vraag over café x"),
        ("plain", "plain"),
    ],
)
def test_encoded_words_are_decoded_or_left(written: str, expected: str) -> None:
    assert decode_words(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"Jansen, Piet" <P@X.example>', Address("Jansen, Piet", "p@x.example")),
        ("p@x.example (Piet Jansen)", Address("Piet Jansen", "p@x.example")),
        ("p@x.example", Address("", "p@x.example")),
        ('"p@x.example" <p@x.example>', Address("", "p@x.example")),
        ("Dhr. P. Jansen <p@x.example>", Address("P. Jansen", "p@x.example")),
        ("Piet", Address("Piet", "")),
        ("", Address("", "")),
    ],
)
def test_an_address_is_read_in_every_spelling(written: str, expected: Address) -> None:
    assert read_address(written) == expected


def test_headers_are_unfolded_and_rubbish_between_them_is_skipped() -> None:
    headers = Headers(b"Subject: a\r\n b\r\nrubbish\r\nFROM: x@y.example\r\nSubject: second\r\n")

    assert (headers.text("subject"), headers.address("from").email) == ("a b", "x@y.example")


def test_a_header_may_hold_raw_bytes() -> None:
    assert Headers("Subject: café".encode("latin-1")).text("subject") == "café"
    assert Headers("Subject: café".encode()).text("subject") == "café"


@pytest.mark.parametrize(
    ("header", "boundary"),
    [
        ('multipart/mixed; boundary="a b"', "a b"),
        ("multipart/mixed;boundary=ab; x=y", "ab"),
        ("multipart/mixed; BOUNDARY=ab", "ab"),
        ("multipart/mixed", ""),
    ],
)
def test_a_parameter_is_found(header: str, boundary: str) -> None:
    assert (
        Headers(f"Content-Type: {header}".encode()).parameter("content-type", "boundary")
        == boundary
    )


def test_every_recipient_is_known() -> None:
    headers = Headers(b'To: "A, B" <a@x.example>, b@x.example\nCc: c@x.example')

    assert headers.addresses("to", "cc") == {"a@x.example", "b@x.example", "c@x.example"}


@given(st.binary())
def test_no_bytes_break_a_header(head: bytes) -> None:
    headers = Headers(b"Subject: " + head)

    headers.text("subject")
    headers.address("subject")
    headers.parameter("subject", "boundary")
