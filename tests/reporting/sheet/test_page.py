"""The sheet as a page."""

import re
from html.parser import HTMLParser

import pytest
from typing_extensions import override

from assistant.core.figures import Broken
from assistant.reporting.sheet.page import as_html
from assistant.reporting.sheet.paper import Bar, Section, Sheet, Table
from assistant.reporting.sheet.weekly import weekly_sheet
from tests.reporting.sheet.examples import DEALER, MARKUP, broken_leads, inspected, some


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.text = ""

    @override
    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.add(tag)

    @override
    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> _Tags:
    tags = _Tags()
    tags.feed(page)
    return tags


def test_strangers_words_are_text_and_nothing_is_fetched() -> None:
    broken = broken_leads(Broken.NOT_IN_TIME, 1, name=MARKUP)
    week = inspected({MARKUP: some(requests=3)}, broken, written={MARKUP: MARKUP})

    page = as_html(weekly_sheet(week, DEALER))

    tags = read(page)
    assert tags.seen <= {
        *("html", "head", "meta", "title", "style", "body"),
        *("h1", "h2", "p", "table", "thead", "tr", "th", "td", "b"),
    }
    assert tags.text.count(MARKUP) == 3
    assert "url(" not in page


def test_what_nobody_wrote_is_a_line_to_write_on() -> None:
    below = {"Piet": some(requests=3)}

    assert "border-bottom" in as_html(weekly_sheet(inspected(below), DEALER))
    written = inspected(below, written={"Piet": "Eerst bellen"})
    assert "border-bottom" not in as_html(weekly_sheet(written, DEALER))


@pytest.mark.parametrize(
    ("bar", "widths"),
    [
        (Bar(0.5, 0.6), [50, 10, 40]),
        (Bar(0.9, 0.6), [90, 10]),
        (Bar(0.0, 0.6), [60, 40]),
        (Bar(1.2, 1.0), [100]),
    ],
)
def test_a_bar_is_what_was_reached_and_what_is_asked_beyond_it(bar: Bar, widths: list[int]) -> None:
    table = Table(columns=("",), rows=(("Sold",),), bars=(bar,))

    page = as_html(Sheet(title="", told="", sections=(Section(table=table),)))

    assert [int(width) for width in re.findall(r'width="(-?\d+)%" bgcolor', page)] == widths
