"""An application in our look, and undressed again after each test."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from assistant.ui.look import theme


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[theme.Appearance]:
    yield theme.apply(qapp, theme.Theme.LIGHT)
    theme.apply(qapp, theme.Theme.LIGHT)
    qapp.setStyleSheet("")
