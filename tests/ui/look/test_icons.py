"""Icons: all there, drawn when asked for, in the colours of the theme, sharp everywhere."""

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap

from assistant.resources import resource
from assistant.ui.look.app_icon import app_icon, tray_icon
from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.roles import State
from assistant.ui.look.tokens import LIGHT
from tests.ui.look.pixels import colours

pytestmark = pytest.mark.usefixtures("dressed")
FILES = sorted(resource("icons").glob("*.svg"))
STROKES = [file.stem for file in FILES if not file.stem.startswith(("style-", "app"))]


@pytest.mark.parametrize("name", STROKES)
def test_an_icon_is_one_stroke_on_our_grid_and_draws_something(name: str) -> None:
    text = resource(f"icons/{name}.svg").read_text(encoding="utf-8")

    assert 'viewBox="0 0 24 24"' in text
    assert set(re.findall(r'stroke-width="([^"]+)"', text)) == {"1.75"}
    assert re.findall(r"#[0-9A-Fa-f]{3,8}", text) == []
    assert colours(icon(name).pixmap(QSize(24, 24), 2.0))


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_has_the_pixels_of_the_screen(ratio: float) -> None:
    drawn = icon("call").pixmap(QSize(16, 16), ratio)

    assert drawn.width() == round(16 * ratio)


def test_a_disabled_icon_is_grey_and_a_checked_one_has_the_accent() -> None:
    dot = icon("dot-filled")

    off = dot.pixmap(QSize(24, 24), 1.0, QIcon.Mode.Disabled, QIcon.State.Off)
    on = dot.pixmap(QSize(24, 24), 1.0, QIcon.Mode.Normal, QIcon.State.On)

    assert LIGHT.text_disabled.lower() in colours(off)
    assert LIGHT.accent_text.lower() in colours(on)


def test_an_icon_keeps_a_colour_of_its_own_when_checked() -> None:
    dot = icon("dot-filled", Tint.LATE)

    on = dot.pixmap(QSize(24, 24), 1.0, QIcon.Mode.Normal, QIcon.State.On)

    assert LIGHT.late.lower() in colours(on)


def test_an_icon_copied_by_qt_lives_on() -> None:
    copied = QIcon(icon("call"))
    copied.addPixmap(QPixmap(4, 4))  # makes Qt clone the engine

    assert not copied.pixmap(QSize(16, 16)).isNull()


def test_an_unknown_icon_is_an_error_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_an_icon_is_made_once() -> None:
    assert icon("mail") is icon("mail")


def test_the_programs_icon_has_every_size() -> None:
    for size in (16, 24, 32, 48, 64, 128, 256):
        drawn = app_icon().pixmap(QSize(size, size), 1.0).toImage()

        assert drawn.size() == QSize(size, size)
        assert drawn.pixelColor(size // 2, 1).name() == "#3157d5"  # its ground, edge to edge


@pytest.mark.parametrize("size", [16, 22])
def test_the_tray_says_count_and_state_by_shape(size: int) -> None:
    def outline(state: State | None) -> frozenset[tuple[int, int]]:
        image = tray_icon(3, state).pixmap(QSize(size, size), 1.0).toImage()
        return frozenset(
            (x, y) for x in range(size) for y in range(size) if image.pixelColor(x, y).alpha() > 128
        )

    shapes = [outline(state) for state in (State.CALM, State.WARM, State.LATE)]

    assert len(set(shapes)) == 3
    assert tray_icon(3).pixmap(size).toImage() != tray_icon(4).pixmap(size).toImage()


def test_more_than_nine_look_alike_in_the_tray() -> None:
    assert tray_icon(10).pixmap(22).toImage() == tray_icon(99).pixmap(22).toImage()
