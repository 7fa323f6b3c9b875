"""Hostile messages of 1 MiB cost a bounded number of steps.

Steps are counted, not seconds: Python reports each call of a function, and a reader whose
work grew with the square of the length would make millions of them. What happens inside a
regular expression is not counted; there a mistake shows as a test that does not end.
"""

import sys
from types import FrameType

import pytest

from tests.intake.reading.messages import mail, readings

MIB = 1024 * 1024
MOST_CALLS = 700_000

PIECES = (
    *("<a ", "<!--", "<td>x", "&lt;", "&#9;", "<br>", '<a "', "\n", "a", '{"a":', "[", "{"),
    *('{"phone":"0612345678"},', "Naam: x\n", "Telefoon: 0612345678\n", "Bericht: a\n", "x\ty\n"),
    *("0612345678 ", "06 ", "a@b.nl ", "@", "€ 1", "http://x/a/bcd ", "\x00", "--\n", "Van: x\n"),
    *("> a\n", "Op a\n", "<p>Naam: x</p>", "<adf>", "<prospect>", "<adf><prospect><customer>"),
    *(
        "&lt;adf&gt;",
        "=3Cadf=3E",
        "<tr><td>Naam</td><td>x</td></tr>",
        "=?x?q?",
        "a: a: ",
        "--b\n\n",
    ),
    *(
        "niet bellen voor ",
        "met vriendelijke groet\n",
        "Naam\n",
        "aaaa.",
        "<a>1</a>",
        "12-05-2026 ",
    ),
)


class Calls:
    """Counts the calls that Python makes."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self, _frame: FrameType, event: str, _argument: object) -> None:
        if event in {"call", "c_call"}:
            self.number += 1


def calls_for(content: bytes, name: str) -> int:
    counted = Calls()
    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        readings(content, name)
    finally:
        sys.setprofile(before)
    return counted.number


def of_one_mib(piece: str) -> str:
    return piece * (MIB // len(piece))


@pytest.mark.parametrize("piece", PIECES)
def test_a_hostile_file_is_bounded(piece: str) -> None:
    assert calls_for(of_one_mib(piece).encode()[:MIB], "x.txt") < MOST_CALLS


@pytest.mark.parametrize("piece", PIECES)
def test_a_hostile_mail_is_bounded(piece: str) -> None:
    body = of_one_mib(piece)
    for sender, kind in (
        ("jan@example.com", "text/plain"),
        ("noreply@autotrack.nl", "text/html"),
        ("jan@example.com", "multipart/mixed; boundary=b"),
    ):
        assert calls_for(mail(sender, "Vraag", body, kind=kind)[:MIB], "x.eml") < MOST_CALLS


@pytest.mark.parametrize("piece", PIECES)
def test_a_hostile_header_is_bounded(piece: str) -> None:
    subject = of_one_mib(piece.replace("\n", " "))

    assert calls_for(mail("jan@example.com", subject, "hoi")[:MIB], "x.eml") < MOST_CALLS


def test_many_prospects_are_bounded() -> None:
    one = (
        "<prospect><customer><contact>"
        + "<phone>06123456789012</phone>" * 10
        + "</contact></customer></prospect>"
    )

    assert calls_for(f"<adf>{of_one_mib(one)}</adf>".encode(), "x.xml") < MOST_CALLS


def test_depth_is_bounded() -> None:
    deep = "<adf><prospect>" + "<a>" * 100_000 + "</a>" * 100_000 + "</prospect></adf>"
    nested = "x" * 1_000
    for level in range(50):
        boundary = f"{level}-b"
        head = f"Content-Type: multipart/mixed; boundary={boundary}\n\n"
        nested = f"{head}--{boundary}\n{nested}\n--{boundary}--"

    assert calls_for(deep.encode(), "x.xml") < MOST_CALLS
    assert calls_for(f"From: a@b.example\n{nested}".encode(), "x.eml") < MOST_CALLS
