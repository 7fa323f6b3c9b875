"""HTML becomes lines in which a label and its value can be told apart."""

import pytest

from assistant.intake.reading.markup.html_text import Link, is_html, plain, read_page


def lines(source: str) -> list[str]:
    return [line for line in read_page(source).text.split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>a</p><p>b</p>", ["a", "b"]),
        ("a<br>b<BR/>c", ["a", "b", "c"]),
        ("<b>Naam:</b> Jan", ["Naam: Jan"]),
        ("a\n  b", ["a b"]),
        ("a&nbsp;&eacute;", ["a é"]),
        ("a \t \r\n\f\v&nbsp; b", ["a b"]),
        ("<style>p{}</style><script>x</script><title>t</title>a", ["a"]),
        ("<a href='mailto:x@y.example?subject=z'>klik</a>", ["klik x@y.example"]),
        ("<a href='mailto:x@y.example'>x@y.example</a>", ["x@y.example"]),
        ("<a href='tel:+31612345678'>bel</a>", ["bel +31612345678"]),
    ],
)
def test_a_page_becomes_lines(source: str, expected: list[str]) -> None:
    assert lines(source) == expected


def test_cells_are_parted_by_a_tab() -> None:
    assert lines("<table><tr><th>Naam</th><td>Jan</td></tr></table>") == ["\tNaam\tJan"]


def test_links_and_comments_are_kept_apart() -> None:
    page = read_page(
        "<a href='https://x.example/a'>Bekijk <b>nu</b></a><!-- x --><a href='javascript:y'>y</a>"
    )

    assert page.links == [Link("https://x.example/a", "Bekijk nu")]
    assert page.comments == [" x "]


def test_a_link_that_never_ends_is_a_link() -> None:
    assert read_page("<a href='https://x.example/a'>Bekijk").links == [
        Link("https://x.example/a", "Bekijk")
    ]


@pytest.mark.parametrize("text", ["1 < 2", "<adf>", "a > b", "<jan@example.com>", ""])
def test_not_everything_with_a_bracket_is_html(text: str) -> None:
    assert not is_html(text)
    assert plain(text) == text
