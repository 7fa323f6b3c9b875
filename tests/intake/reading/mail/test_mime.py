"""Mails taken apart, whole ones and broken ones."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.intake.reading.mail.mime import closing_boundary, read_mail

MIXED = b"Content-Type: multipart/mixed; boundary=b\n\n"


def texts(content: bytes) -> list[str]:
    return [part.text.strip() for part in read_mail(content).parts]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"A: b\n\nhallo", ["hallo"], id="one part"),
        pytest.param(b"A: b\r\n\r\nhallo", ["hallo"], id="CRLF"),
        pytest.param(b"\n\nhallo", ["hallo"], id="no headers"),
        pytest.param(b"hallo\n\nwereld", ["hallo\n\nwereld"], id="a text and no headers"),
        pytest.param(
            MIXED + b"--b\n\neen\n--b\n\ntwee\n--b--\nslot", ["een", "twee"], id="two parts"
        ),
        pytest.param(MIXED + b"--b\n\neen\n--b\n\ntw", ["een", "tw"], id="cut off"),
        pytest.param(MIXED + b"--b\neen\n--b--", ["een"], id="a part without headers"),
        pytest.param(MIXED + b"--bb\n\nniet\n--b\n\nwel\n--b--", ["wel"], id="a longer boundary"),
        pytest.param(
            MIXED.replace(b"; boundary=b", b"") + b"--x\n\neen\n--x--",
            ["een"],
            id="no boundary given",
        ),
        pytest.param(MIXED + b"zonder grens", ["zonder grens"], id="no boundary found"),
    ],
)
def test_a_mail_is_taken_apart(content: bytes, expected: list[str]) -> None:
    assert texts(content) == expected


def test_multiparts_may_stand_in_each_other() -> None:
    inner = b"Content-Type: multipart/alternative; boundary=c\n\n--c\n\neen\n--c\n\ntwee\n--c--"

    assert texts(MIXED + b"--b\n" + inner + b"\n--b\n\ndrie\n--b--") == ["een", "twee", "drie"]


@pytest.mark.parametrize(
    ("encoding", "content", "expected"),
    [
        ("base64", base64.b64encode("café".encode()), "café"),
        ("base64", base64.b64encode(b"hallo").rstrip(b"="), "hallo"),
        ("base64", base64.encodebytes(b"hallo wereld " * 20), ("hallo wereld " * 20).strip()),
        ("base64", base64.b64encode(b"hallo wereld") + b"\n--\nscanned!", "hallo wereld"),
        ("base64", b"this is no base64, whatever it says", "this is no base64, whatever it says"),
        ("quoted-printable", b"caf=C3=A9 =\nx", "café x"),
        ("quoted-printable", b"100% = alles =Z", "100% = alles =Z"),
        ("8bit", "café".encode(), "café"),
        ("x-nonsense", b"hallo", "hallo"),
    ],
)
def test_a_transfer_encoding_is_undone(encoding: str, content: bytes, expected: str) -> None:
    head = f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n"

    assert texts(head.encode() + content) == [expected]


def test_an_attached_mail_is_a_mail_of_its_own() -> None:
    inner = b"Subject: binnen\n\nhallo"
    mail = read_mail(MIXED + b"--b\nContent-Type: message/rfc822\n\n" + inner + b"\n--b--")

    assert [attached.headers.text("subject") for attached in mail.attached] == ["binnen"]


def test_an_attachment_has_a_name() -> None:
    head = b'Content-Type: application/xml; name="=?utf-8?q?l=C3=A9ad.xml?="\n\n<x/>'

    assert [part.name for part in read_mail(head).parts] == ["léad.xml"]


@pytest.mark.parametrize("depth", [40, 60, 500])
def test_depth_is_bounded(depth: int) -> None:
    nested = b"hallo"
    for level in range(depth):
        boundary = b"%d-x" % level
        nested = b"Content-Type: multipart/mixed; boundary=%b\n\n--%b\n%b\n--%b--" % (
            boundary,
            boundary,
            nested,
            boundary,
        )
    attached = b"Content-Type: message/rfc822\n\n" * depth + b"hallo"

    assert texts(nested)
    assert depth > 50 or texts(nested) == ["hallo"]
    assert len(read_mail(attached).attached) == 1


def test_the_number_of_parts_is_bounded() -> None:
    assert len(read_mail(MIXED + b"--b\n\nx\n" * 5_000).parts) <= 200


def test_the_closing_boundary_is_known() -> None:
    assert closing_boundary(MIXED + b"--b\n\nx") == b"--b--"
    assert closing_boundary(b"Subject: x\n\nx") == b""


@given(st.binary())
def test_no_bytes_break_a_mail(content: bytes) -> None:
    for part in read_mail(MIXED + content).parts:
        assert isinstance(part.text, str)
