"""A raw message is shown as it came, and nothing in it does anything."""

import pytest
from PySide6.QtGui import QTextDocument

from assistant.names import harmless
from assistant.ui.lists.raw_text import MOST_LETTERS, RawText, readable
from tests.ui.conftest import Show
from tests.ui.seen import HOSTILE


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("Prijs: € 12.950 – één".encode(), "Prijs: € 12.950 – één"),
        ("Prijs: € 12.950".encode("cp1252"), "Prijs: € 12.950"),
        ("Prijs".encode("utf-16"), "Prijs"),
        (b"een\r\ntwee\rdrie\nvier", "een\ntwee\ndrie\nvier"),
        (b"nul\0bel\x07tab\tweg\x7f", "nul␀bel␇tab\tweg␡"),
        ("a\N{RIGHT-TO-LEFT OVERRIDE}b".encode(), "a[U+202E]b"),
        ("a\N{ZERO WIDTH SPACE}b".encode(), "a[U+200B]b"),
        (b"", ""),
        (HOSTILE.encode(), HOSTILE),
    ],
)
def test_bytes_are_shown_harmlessly(content: bytes, shown: str) -> None:
    assert readable(content) == shown


@pytest.mark.parametrize("content", [bytes(range(256)) * 4_000, b"\xff\xfe\0" * 300_000, b"\0" * 9])
def test_any_bytes_can_be_shown(content: bytes) -> None:
    assert len(readable(content)) <= MOST_LETTERS


def test_a_name_cannot_hide_its_end() -> None:
    assert harmless("offerte\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe") == "offerte[U+202E]fdp.exe"


def test_only_the_beginning_of_a_long_message_is_shown_and_it_says_so(show: Show) -> None:
    raw = RawText()
    show(raw)
    assert not raw.note.isVisible()

    raw.show_bytes("é".encode() * (MOST_LETTERS + 5))

    assert raw.text == "é" * MOST_LETTERS
    assert raw.note.isVisible()


def test_long_lines_are_broken_on_the_screen_only(show: Show) -> None:
    raw = RawText()
    show(raw)

    raw.show_bytes(b"x" * 9_000)

    assert raw.text == "x" * 9_000
    assert raw.view.blockCount() == 5


def test_markup_stays_text(show: Show) -> None:
    raw = RawText()
    show(raw)

    raw.show_bytes(HOSTILE.encode())

    document = raw.view.document()
    assert isinstance(document, QTextDocument)
    assert document.toPlainText() == HOSTILE
    assert raw.view.isReadOnly()
