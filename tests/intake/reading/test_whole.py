"""Which files may be taken at once, and which must first stand still."""

import html

import pytest

from assistant.intake.reading import is_whole
from tests.intake.reading.messages import SAMPLES, mail, prospect

MULTIPART = mail("a@b.example", "x", "--z\n\nhoi\n--z--", kind='multipart/mixed; boundary="z"')


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (prospect().encode(), "x.xml"),
        (prospect().encode() + b"\r\n\x00\n", "x.adf"),
        (prospect().upper().encode(), "x.xml"),
        (prospect().encode("utf-16"), "x.xml"),
        (html.escape(prospect()).encode(), "x.txt"),
        (mail("a@b.example", "x", prospect()), "x.eml"),
        (b'{"a": [1]}\n', "x.json"),
        (b"[]", "x.json"),
        (MULTIPART, "x.eml"),
        (MULTIPART.replace(b"\n", b"\r\n") + b"\r\nepilogue\r\n", "x.eml"),
    ],
)
def test_what_shows_its_end_is_whole(content: bytes, name: str) -> None:
    assert is_whole(content, name)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (prospect().encode()[:-1], "x.xml"),
        (prospect().encode() + b"<adf>", "x.xml"),
        (b'{"a": [1]', "x.json"),
        (b"12", "x.json"),
        (b"}", "x.json"),
        (MULTIPART[:-2], "x.eml"),
        (MULTIPART[:-20], "x.eml"),
        (mail("a@b.example", "x", "hoi"), "x.eml"),
        (b"Naam: Jan", "x.txt"),
        (b"<html></html>", "x.html"),
        (b"", "x.json"),
        (b"{" * 100_000 + b"}", "x.json"),
    ],
)
def test_what_may_go_on_is_not(content: bytes, name: str) -> None:
    assert not is_whole(content, name)


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.xml")), ids=lambda path: path.name)
def test_a_document_is_whole_only_at_its_end(sample: object) -> None:
    content = sample.read_bytes()  # type: ignore[attr-defined]

    assert is_whole(content, "x.xml")
    assert not any(
        is_whole(content[:length], "x.xml") for length in range(0, len(content.rstrip()), 97)
    )
