"""Markup cut into tags and texts in one pass, however broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.intake.reading.markup.tokens import MOST_TAGS, Comment, Tag, Text, tokens, unescape

BROKEN = st.lists(
    st.sampled_from(
        [
            "<",
            ">",
            "</",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<a ",
            'b="',
            "'",
            "/>",
            "x",
            "&lt;",
            "<?",
        ]
    )
)


def names(source: str) -> list[str]:
    return [token.name for token in tokens(source) if isinstance(token, Tag)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<a>", ["a"]),
        ("<x:Phone type='fax'>", ["phone"]),
        ('<a title="x > y">z', ["a"]),
        ('<td style="color:red>x</td>', ["td", "td"]),
        ("<a<b>", ["b"]),
        ("< a>", []),
        ("1 < 2 > 0", []),
        ("<!DOCTYPE html><p>", ["p"]),
        ("<?xml version='1.0' <adf>", ["adf"]),
        ("<!-- <a> --><b>", ["b"]),
        ("<!-- never ends <b>", ["b"]),
        ("<![CDATA[<a>]]><b>", ["b"]),
    ],
)
def test_tags_are_found(source: str, expected: list[str]) -> None:
    assert names(source) == expected


def test_attributes_may_be_quoted_in_any_way() -> None:
    (tag,) = tokens("""<phone Type="fax" time='day' n=1 curly=“x” amp="a&amp;b">""")

    assert isinstance(tag, Tag)
    assert tag.attributes() == {"type": "fax", "time": "day", "n": "1", "curly": "x", "amp": "a&b"}


def test_comments_and_literal_text_are_kept_apart() -> None:
    assert list(tokens("<!--a--><![CDATA[b & c]]>")) == [Comment("a"), Text("b &amp; c")]


def test_skipped_elements_are_left_out_if_they_end() -> None:
    skipped = frozenset({"style"})

    assert [t for t in tokens("<STYLE>x</STYLE>y", skipped=skipped) if isinstance(t, Text)] == [
        Text("y")
    ]
    assert Text("x") in list(tokens("<style>x", skipped=skipped))


@given(BROKEN)
def test_nothing_breaks_it_and_no_text_is_invented(pieces: list[str]) -> None:
    source = "".join(pieces)

    for token in tokens(source):
        if isinstance(token, Text):
            assert token.text.replace("&amp;", "&") in source


def test_it_stops_after_many_tags() -> None:
    assert len(names("<a>" * (2 * MOST_TAGS))) == MOST_TAGS


@pytest.mark.parametrize(
    ("written", "kept", "dropped"),
    [
        (
            "a &amp; b &lt; &#233; &#xe9; &eacute; &nbsp;x",
            "a & b < é é é \xa0x",
            "a & b < é é é \xa0x",
        ),
        ("&xxe; &lol9;", "&xxe; &lol9;", " "),
        ("R&D; 1 & 2", "R&D; 1 & 2", "R 1 & 2"),
        ("&#99999999; &#xFFFFFFF;", "&#99999999; &#xFFFFFFF;", "&#99999999; &#xFFFFFFF;"),
        ("&#" + "9" * 5_000 + ";", "&#" + "9" * 5_000 + ";", "&#" + "9" * 5_000 + ";"),
    ],
)
def test_references_are_replaced_if_html_knows_them(written: str, kept: str, dropped: str) -> None:
    assert unescape(written) == kept
    assert unescape(written, unknown=False) == dropped
