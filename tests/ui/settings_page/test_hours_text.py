"""Opening hours are read as people type them, and written in one way."""

import pytest

from assistant.core.hours import Span
from assistant.ui.settings_page.hours_text import hours_text, read_hours

NINE_TO_SIX = Span(540, 1080)


def can_be_read(text: str) -> bool:
    try:
        read_hours(text)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("09:00-18:00", (NINE_TO_SIX,)),
        ("9-18", (NINE_TO_SIX,)),
        ("9.00 – 18.00", (NINE_TO_SIX,)),
        ("13-18, 9:00-12.30", (Span(540, 750), Span(780, 1080))),
        ("9-12; 13-24", (Span(540, 720), Span(780, 1440))),
        ("", ()),
        ("-", ()),
        ("Gesloten", ()),
        ("closed", ()),
    ],
)
def test_hours_are_read_in_the_spellings_people_use(text: str, read: tuple[Span, ...]) -> None:
    assert read_hours(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "9",
        "9-",
        "18-9",
        "9-13, 12-18",
        "25-26",
        "9:60-18",
        "09:0-18:00",
        "negen",
        "9-18,",
        "1-2" * 80,
    ],
)
def test_what_is_no_hours_is_refused(text: str) -> None:
    assert not can_be_read(text)


def test_hours_are_written_in_one_way() -> None:
    assert hours_text(read_hours("13-18, 9-12.30")) == "09:00-12:30, 13:00-18:00"
    assert hours_text(()) == ""
