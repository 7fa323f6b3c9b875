"""Every page of the gallery fits: on a small window and a usual one, in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from assistant.ui.card.card import Card
from assistant.ui.card.window import WIDTH
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import Tongue, speak
from tests.ui.example_cards import CARDS
from tests.ui.example_office import ExampleOffice
from tests.ui.example_pages import PAGES

pytestmark = pytest.mark.usefixtures("dressed")

SMALLEST, USUAL = (700, 560), (1040, 700)
LOWEST_SCREEN = 728  # 1366x768 above a taskbar


@pytest.fixture
def office(tmp_path: Path) -> Iterator[ExampleOffice]:
    office = ExampleOffice(tmp_path)
    yield office
    office.close()


@pytest.fixture(params=list(Tongue))
def tongue(request: pytest.FixtureRequest) -> Iterator[Tongue]:
    speak(request.param)
    yield request.param
    speak(Tongue.ENGLISH)


def cut_buttons(page: QWidget) -> list[str]:
    return [
        button.text()
        for button in page.findChildren(QAbstractButton)
        if button.isVisible()
        and button.text()
        and not _is_picture(button)
        and button.width() < button.sizeHint().width()
    ]


def _is_picture(button: QAbstractButton) -> bool:
    icon_only = Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(button, QToolButton) and button.toolButtonStyle() is icon_only


def cut_labels(page: QWidget) -> list[str]:
    return [
        label.text()
        for label in page.findChildren(QLabel)
        if label.isVisible()
        and label.hasHeightForWidth()
        and label.height() < label.heightForWidth(label.width())
    ]


def overflows(area: QScrollArea) -> bool:
    content = area.widget()
    return content is not None and content.width() > area.viewport().width()


@pytest.mark.parametrize("size", [SMALLEST, USUAL])
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.usefixtures("tongue")
def test_nothing_on_a_page_is_cut(
    qtbot: QtBot, office: ExampleOffice, name: str, size: tuple[int, int]
) -> None:
    page = PAGES[name](office)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    qtbot.waitExposed(page)
    QApplication.processEvents()  # a text that wraps gets its height in a second round

    assert page.minimumSizeHint().width() <= size[0]
    assert cut_buttons(page) == []
    assert cut_labels(page) == []
    assert not any(map(overflows, page.findChildren(QScrollArea)))


@pytest.mark.parametrize("width", [700, 930, 1040])
@pytest.mark.parametrize("name", ["settings", "settings-command"])
@pytest.mark.usefixtures("tongue")
def test_the_words_beside_a_setting_are_there_whole(
    qtbot: QtBot, office: ExampleOffice, name: str, width: int
) -> None:
    page = PAGES[name](office)
    qtbot.addWidget(page)
    page.resize(width, 700)
    page.show()
    qtbot.waitExposed(page)

    assert [label.toolTip() for label in page.findChildren(QLabel) if label.toolTip()] == []


@pytest.mark.parametrize("name", [name for name in CARDS if name.startswith("card-")])
@pytest.mark.usefixtures("tongue")
def test_a_card_fits_a_low_screen(qtbot: QtBot, office: ExampleOffice, name: str) -> None:
    card = CARDS[name](office)
    assert isinstance(card, Card)
    qtbot.addWidget(card)
    layout = card.layout()
    assert layout is not None
    QApplication.processEvents()

    assert layout.totalMinimumHeightForWidth(WIDTH) <= LOWEST_SCREEN - SPACE.two
