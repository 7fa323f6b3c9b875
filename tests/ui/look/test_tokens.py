"""Every text can be read in both themes, and every mark seen."""

import dataclasses
import re

import pytest

from assistant.ui.look.sheet import style_sheet
from assistant.ui.look.tokens import DARK, LIGHT, MARK_PAIRS, SPACE, TEXT_PAIRS, TYPE, Palette

BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COLOUR = re.compile(r"(?<![-\w])(color|background)\s*:\s*(#[0-9A-Fa-f]{6})")


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 counts it, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_has_the_contrast_that_wcag_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@BOTH
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_has_a_contrast_of_four_and_a_half(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize(("mark", "ground"), MARK_PAIRS)
def test_a_mark_has_a_contrast_of_three(palette: Palette, mark: str, ground: str) -> None:
    assert contrast(getattr(palette, mark), getattr(palette, ground)) >= 3


@BOTH
def test_every_pair_in_the_style_sheet_is_one_that_is_checked(palette: Palette) -> None:
    names = {value: name for name, value in dataclasses.asdict(palette).items() if name != "dark"}
    checked = {(getattr(palette, ink), getattr(palette, ground)) for ink, ground in TEXT_PAIRS}

    unchecked = [
        (selector.strip(), names[found["color"]], names[found["background"]])
        for selector, body in _RULE.findall(style_sheet(palette))
        if (found := dict(_COLOUR.findall(body))).keys() == {"color", "background"}
        and ":disabled" not in selector
        and (found["color"], found["background"]) not in checked
    ]

    assert unchecked == []


@BOTH
def test_the_style_sheet_has_no_colour_of_its_own(palette: Palette) -> None:
    used = set(re.findall(r"#[0-9A-Fa-f]{6}\b", style_sheet(palette)))

    assert used <= {str(value) for value in dataclasses.asdict(palette).values()}


def test_there_are_four_sizes_of_type_and_the_sheet_uses_no_other() -> None:
    sizes = {f"{size}px" for size in dataclasses.asdict(TYPE).values()}

    assert len(sizes) == 4
    assert set(re.findall(r"font-size: (\S+);", style_sheet(LIGHT))) <= sizes


def test_distances_stand_on_the_grid() -> None:
    assert all(distance % 4 == 0 for distance in dataclasses.asdict(SPACE).values())
