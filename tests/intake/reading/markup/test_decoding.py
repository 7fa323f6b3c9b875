"""Bytes become text: what they are counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.intake.reading.markup.decoding import decode, is_binary


@pytest.mark.parametrize(
    ("content", "declared", "text"),
    [
        ("café €".encode(), "", "café €"),
        ("café €".encode(), "iso-8859-1", "café €"),
        ("café €".encode("cp1252"), "utf-8", "café €"),
        ("café €".encode("cp1252"), "x-unknown", "café €"),
        ("Łódź".encode("iso-8859-2"), "iso-8859-2", "Łódź"),
        ("Привет".encode("koi8-r"), "koi8-r", "Привет"),
        ("日本".encode("iso-2022-jp"), "iso-2022-jp", "日本"),
        ("café".encode("utf-8-sig"), "", "café"),
        ("café".encode("utf-16"), "", "café"),
        ("<a>é</a>".encode("utf-16-le"), "", "<a>é</a>"),
        ("<a>é</a>".encode("utf-16-be"), "", "<a>é</a>"),
        ("é én ".encode() + "ë".encode("latin-1"), "", "é én ë"),
        (b"\x81", "", "\x81"),
        (b"", "", ""),
        (b"x", "hex", "x"),
        (b"x", "punycode", "x"),
        (b"x", "\x00", "x"),
    ],
)
def test_bytes_are_read_as_what_they_are(content: bytes, declared: str, text: str) -> None:
    assert decode(content, declared) == text


def test_a_declaration_in_the_text_is_a_hint() -> None:
    polish = '<?xml version="1.0" encoding="ISO-8859-2"?><a>Łódź</a>'

    assert "Łódź" in decode(polish.encode("iso-8859-2"))
    assert "Łódź" in decode(polish.encode())


@given(st.binary(), st.text(max_size=20))
def test_decoding_never_fails(content: bytes, declared: str) -> None:
    assert isinstance(decode(content, declared), str)


def test_rubbish_is_told_from_text() -> None:
    assert is_binary(decode(bytes(range(256)) * 20))
    assert not is_binary("Hallo,\r\n\tis hij er nog?\n" * 20)
