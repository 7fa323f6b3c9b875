"""Every page of the gallery opens in both themes, without a word from Qt."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assistant.ui.look import theme
from tests.ui.look_gallery import PAGES

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.mark.parametrize("shade", [theme.Theme.LIGHT, theme.Theme.DARK])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens(qapp: QApplication, qtbot: QtBot, name: str, shade: theme.Theme) -> None:
    theme.apply(qapp, shade)
    page = PAGES[name]()
    qtbot.addWidget(page)
    page.show()

    assert not page.grab().isNull()
