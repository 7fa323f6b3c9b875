"""TOML with mistakes in it: what is left is read as it stands, and each setting has its line."""

import pytest

from assistant.settings.lines import BrokenLine, line_of, read_toml


def test_a_line_that_is_none_costs_no_other() -> None:
    content, left, broken = read_toml("a = 1\nb = \nc = 3\n")

    assert (content, left) == ({"a": 1, "c": 3}, "a = 1\n\nc = 3\n")
    assert broken == [BrokenLine(2, "b", is_header=False)]


def test_a_section_that_begins_wrongly_is_left_out_whole() -> None:
    content, _, broken = read_toml("[a]\nx = 1\n[b\nx = 2\ny = 2\n[c]\nx = 3\n")

    assert content == {"a": {"x": 1}, "c": {"x": 3}}
    assert broken == [BrokenLine(3, "[b", is_header=True)]


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\u0085"])
def test_what_only_looks_like_a_line_break_stays_in_its_text(mark: str) -> None:
    text = f'a = """one{mark}two"""\nb = \n'

    assert read_toml(text)[0] == {"a": f"one{mark}two"}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_setting_is_found_however_it_is_written(newline: str) -> None:
    text = newline.join(["a.b = 1", "[c] # mine", "d = 1", '["e"]', "f = { g = 1 }", "[h.i]", ""])

    assert line_of(text, "a", "b") == 1
    assert line_of(text, "c") == 2
    assert line_of(text, "c", "d") == 3
    assert line_of(text, "e") == 4
    assert line_of(text, "e", "f", "g") == 5
    assert line_of(text, "h") == 6
