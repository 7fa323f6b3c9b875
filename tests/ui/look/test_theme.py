"""The application is dressed once, and in other colours when the theme changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from assistant.ui.look import theme
from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.roles import State, Variant, set_state, set_variant
from assistant.ui.look.tokens import DARK, LIGHT
from tests.ui.look.pixels import colours

pytestmark = pytest.mark.usefixtures("dressed")


def test_applying_again_gives_the_same_object(
    qapp: QApplication, dressed: theme.Appearance
) -> None:
    assert theme.apply(qapp, theme.Theme.DARK) is dressed
    assert dressed.theme is theme.Theme.DARK


def test_a_change_of_theme_is_reported_once(qapp: QApplication, dressed: theme.Appearance) -> None:
    seen: list[str] = []
    dressed.changed.connect(lambda: seen.append(theme.current().window))

    theme.apply(qapp, theme.Theme.DARK)
    theme.apply(qapp, theme.Theme.DARK)

    assert seen == [DARK.window]


def test_the_palette_of_qt_follows(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Theme.DARK)

    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Window).name().upper() == DARK.window
    assert palette.color(QPalette.ColorRole.PlaceholderText).name().upper() == DARK.text_muted


def test_the_systems_scheme_is_followed_when_asked(
    qapp: QApplication,
) -> None:
    theme.apply(qapp, theme.Theme.SYSTEM)

    dark = qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert theme.current() is (DARK if dark else LIGHT)


def test_an_icon_on_a_button_takes_the_new_colours(qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton(icon("dot-filled", Tint.WARM), "")
    qtbot.addWidget(button)
    assert LIGHT.warm.lower() in colours(button.grab())

    theme.apply(qapp, theme.Theme.DARK)

    assert DARK.warm.lower() in colours(button.grab())


def test_a_rank_given_later_is_seen_at_once(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.grab()

    set_variant(button, Variant.PRIMARY)

    assert LIGHT.accent.lower() in colours(button.grab())


def test_a_state_can_be_taken_away(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)

    set_state(button, State.LATE)
    set_state(button, None)

    assert button.property("state") == ""
