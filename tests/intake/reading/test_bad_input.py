"""What strangers send on purpose: it is read as far as it is a message, and nothing is fetched."""

import base64
import io
import socket
import zipfile
from itertools import pairwise
from typing import NoReturn

import pytest

from assistant.core.request import Request, Unreadable
from tests.intake.reading.messages import mail, numbers, prospect, reading, request
from tests.intake.reading.test_bounded_work import MIB, MOST_CALLS, calls_for

LEAD = "Naam: Jan de Wit\nTelefoon: 0612345678\nBericht: Is hij er nog?\n"
PAGE = "<table><tr><td>Naam</td><td>Jan</td></tr><tr><td>Telefoon</td><td>0612345678</td></tr>"
SENDER = "Website <noreply@site.example>"
LAUGHS = [f'<!ENTITY {one} "{f"&{other};" * 10}">' for one, other in pairwise("abcdefghijk")]
DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail when a reader so much as looks a name up."""

    def refuse(*_: object) -> NoReturn:
        raise AssertionError("a reader asked the network")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)


def in_parts(*parts: str) -> bytes:
    body = "".join(f"--b\n{part}\n" for part in parts) + "--b--\n"
    return mail(SENDER, "Contact", body, kind="multipart/mixed; boundary=b")


def has_the_number(asked: Request) -> bool:
    return numbers(asked) == ["+31612345678"]


@pytest.mark.parametrize("levels", [1, 10])
def test_a_request_in_nested_parts_is_found(levels: int) -> None:
    assert has_the_number(request(nested(levels)))


def test_of_parts_nested_fifty_deep_nothing_fails() -> None:
    assert isinstance(reading(nested(50)), Request | Unreadable)
    assert calls_for(nested(50), "x.eml") < MOST_CALLS


def nested(levels: int) -> bytes:
    content = f"Content-Type: text/plain\n\n{LEAD}"
    for level in range(levels):
        head = f"Content-Type: multipart/mixed; boundary={level}-b\n\n"
        content = f"{head}--{level}-b\n{content}\n--{level}-b--\n"
    return f"From: {SENDER}\nSubject: Contact\n{content}".encode()


def test_a_mail_without_headers_is_read() -> None:
    assert has_the_number(request(f"\n{LEAD}", "sales-1.eml"))


@pytest.mark.parametrize("charset", ["no-such", "utf-16", "utf-7", "\x00", "ascii", "rot13", "hex"])
def test_a_wrong_charset_costs_no_number(charset: str) -> None:
    content = mail(SENDER, "Contact", LEAD, kind=f"text/plain; charset={charset}")

    assert has_the_number(request(content))


def test_a_zip_bomb_that_is_attached_is_never_unpacked() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"0" * 50 * MIB)
    bomb = base64.encodebytes(packed.getvalue()).decode()
    content = in_parts(
        f"Content-Type: text/plain\n\n{LEAD}",
        "Content-Type: application/zip\nContent-Transfer-Encoding: base64\n"
        f'Content-Disposition: attachment; filename="lead.zip"\n\n{bomb}',
    )

    assert has_the_number(request(content))
    assert calls_for(content, "x.eml") < MOST_CALLS


@pytest.mark.parametrize(
    "picture",
    [
        '<img src="http://track.example/1.gif">',
        '<link rel="stylesheet" href="//track.example/a.css">',
        '<style>@import "http://track.example/a.css";</style>',
        '<iframe src="file:///etc/passwd"></iframe>',
        "<script>fetch('http://track.example')</script>",
    ],
)
def test_a_page_that_loads_pictures_is_read_and_nothing_is_loaded(picture: str) -> None:
    page = f"{picture}{PAGE}{picture}</table>"
    asked = request(mail(SENDER, "Contact", page, kind="text/html"))

    assert has_the_number(asked)
    assert asked.name == "Jan"
    assert "track.example" not in asked.question


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        '<!ENTITY a SYSTEM "http://track.example/a">',
        '<!ENTITY % p SYSTEM "http://track.example/a"> %p; <!ENTITY a "a">',
        "".join(LAUGHS),
    ],
    ids=["file", "network", "parameter", "billion laughs"],
)
def test_entities_are_never_resolved(declared: str) -> None:
    document = f"<!DOCTYPE adf [{declared}]>" + prospect("<comments>&a;</comments>")
    asked = request(document, "x.xml")

    assert has_the_number(asked)
    assert len(asked.question) < 1_000
    assert calls_for(document.encode(), "x.xml") < MOST_CALLS


@pytest.mark.parametrize("letter", ["a", "a ", "é", "\t", "Re: ", "=?utf-8?q?a?= "])
def test_a_subject_of_ten_thousand_letters_is_read(letter: str) -> None:
    subject = (letter * 10_000)[:10_000]

    assert has_the_number(request(mail(SENDER, subject, LEAD)))


def test_null_bytes_are_passed_over() -> None:
    for content in (LEAD.replace(" ", " \x00"), LEAD.replace("\n", "\x00\n"), "\x00" + LEAD):
        asked = request(mail(SENDER, "Contact", content))
        assert has_the_number(asked)
        assert "\x00" not in asked.name + asked.question


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_name_that_turns_the_writing_direction_is_made_straight(direction: str) -> None:
    turned = LEAD.replace("Jan", f"{direction}Jan{direction}")
    asked = request(mail(f'"{direction}x" <noreply@site.example>', f"{direction}Contact", turned))

    assert has_the_number(asked)
    assert not set(asked.name + asked.vehicle + asked.source) & set(DIRECTIONS)
