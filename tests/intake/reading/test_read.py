"""The face of the readers: identity, flags, and that reading never fails."""

import hashlib
from datetime import datetime
from importlib import import_module

import pytest

from assistant.core.request import Flag, NotALead, Request, Unreadable
from assistant.intake.reading import Original, ReadMessage, read, reasons
from assistant.intake.reading.read import is_mail
from tests.intake.reading.messages import (
    ARRIVED,
    DEALER,
    PORTALS,
    WRITTEN,
    mail,
    prospect,
    readings,
)

LEAD = b"Naam: Jan\nTelefoon: 0612345678\n"


def read_bytes(content: bytes, name: str = "x.eml") -> ReadMessage:
    return read(Original(content=content, name=name, arrived_at=ARRIVED), DEALER)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ('{"name": "Piet", "phone": "0612347001", "message": "regel 1<br />regel 2"}', "a.json"),
        ('[{"name": "<b>Piet</b>", "phone": "0612347001"}]', "a.json"),
        (
            '<?xml version="1.0"?>\n<lead><name>Piet</name><phone>0612347001</phone>'
            "<message><![CDATA[<p>Hallo</p>]]></message></lead>",
            "a.xml",
        ),
    ],
)
def test_a_tag_of_html_in_data_for_programs_does_not_make_it_a_page(
    content: str, name: str
) -> None:
    (request,) = readings(content, name)

    assert isinstance(request, Request)
    assert [phone.key for phone in request.phones] == ["+31612347001"]


@pytest.mark.parametrize(
    ("header", "identity"),
    [
        ("Message-ID: <1@x.example>", "mail:1@x.example"),
        ("message-id:\n <1@x.example>", "mail:1@x.example"),
        ("Message-ID: 1@x.example", "mail:1@x.example"),
    ],
)
def test_a_mail_is_known_by_its_message_id(header: str, identity: str) -> None:
    assert read_bytes(mail("jan@example.com", "x", "hoi", header)).identity == identity


@pytest.mark.parametrize("content", [LEAD, mail("jan@example.com", "x", "hoi"), b""])
def test_any_other_message_is_known_by_its_bytes(content: bytes) -> None:
    assert read_bytes(content).identity == f"sha256:{hashlib.sha256(content).hexdigest()}"


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"From: a@b.example\nSubject: x\n\nhoi", "x.txt", True),
        (b"Subject: x\n\nhoi", "x.eml", True),
        (b"Subject: x\n\nhoi", "x.txt", False),
        (b"From a@b.example Tue May 12\nFrom: a@b.example\nDate: x\n\nhoi", "x", True),
        (b"\r\nFrom: a@b.example\r\nTo: c@d.example\r\n\r\nhoi", "x", True),
        (b"Naam: Jan\nTelefoon: 06\n\n", "x.eml", False),
        (b"<adf>", "x.eml", False),
        (b'{"a": 1}', "x.eml", False),
    ],
)
def test_a_mail_is_known_by_its_headers(content: bytes, name: str, expected: bool) -> None:
    assert is_mail(content, name) is expected


@pytest.mark.parametrize(
    ("date", "at", "has_zone", "flags"),
    [
        ("Date: Tue, 12 May 2026 10:14:31 +0200", WRITTEN, True, ()),
        ("Date: Tue, 12 May 2026 08:14:31 -0000", WRITTEN, False, ()),
        ("Date: Tue, 12 May 2026 10:14:31", WRITTEN, False, ()),
        ("Date: once", None, False, (Flag.DATE_UNREADABLE,)),
        ("X-No: date", None, False, ()),
    ],
)
def test_a_mail_is_asked_when_it_was_written(
    date: str, at: datetime | None, has_zone: bool, flags: tuple[Flag, ...]
) -> None:
    for body in ("hoi", "Naam: Jan\nE-mail: jan@work.example\nBericht: hoi"):
        (asked,) = readings(f"From: Jan <jan@example.com>\nSubject: x\n{date}\n\n{body}")

        assert isinstance(asked, Request)
        assert (asked.asked_at, asked.asked_at_has_zone, asked.flags) == (at, has_zone, flags)


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\n" * 1_000])
def test_an_empty_message_says_so(content: bytes) -> None:
    assert readings(content) == [Unreadable(reasons.EMPTY)]


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(256)) * 20,
        b"%PDF-1.4\n" + bytes(range(256)) * 10,
        b"PK\x03\x04" + b"\x00\x01" * 99,
    ],
)
def test_a_file_that_is_no_text_says_so(content: bytes) -> None:
    assert readings(content, "x.txt") == [Unreadable(reasons.NOT_TEXT)]


@pytest.mark.parametrize("name", ["x.eml", "x.txt", "x.xml", "", "x.exe"])
def test_the_files_name_is_only_a_hint(name: str) -> None:
    for content in (prospect().encode(), LEAD, b'{"phone": "0612345678"}'):
        (asked,) = readings(content, name)
        assert isinstance(asked, Request)


def test_what_was_cut_off_is_marked() -> None:
    (asked,) = readings(LEAD, "x.txt", cut_off=True)
    (nothing,) = readings(b"hallo", "x.txt", cut_off=True)
    (automatic,) = readings(b"Vielen Dank f\xc3\xbcr Ihre Nachricht", "x.txt", cut_off=True)

    assert isinstance(asked, Request)
    assert asked.flags == (Flag.CUT_OFF,)
    assert nothing == Unreadable(reasons.CUT_OFF)
    assert automatic == NotALead(reasons.AUTOMATIC_REPLY)


def test_an_error_in_a_reader_loses_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(import_module("assistant.intake.reading.read"), "read_file", fail)

    assert read_bytes(LEAD, "x.txt").readings == (Unreadable(reasons.READER_FAILED),)
    assert "x.txt" in caplog.text


def test_other_portals_may_be_given() -> None:
    original = Original(content=LEAD, name="x.txt", arrived_at=ARRIVED)

    assert read(original, DEALER, PORTALS) == read(original, DEALER)
