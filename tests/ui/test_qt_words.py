"""Qt's dialogs and menus speak the program's language."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from assistant.ui.qt_words import LACKING, speak_in_dialogs
from assistant.words.catalogue import Tongue, speak, tr
from tests.ui.seen import texts


@pytest.fixture
def dutch(qapp: QApplication) -> Iterator[None]:
    speak(Tongue.DUTCH)
    speak_in_dialogs(qapp, Tongue.DUTCH)
    yield
    speak(Tongue.ENGLISH)
    speak_in_dialogs(qapp, Tongue.ENGLISH)


@pytest.mark.usefixtures("dutch")
def test_a_dialog_that_saves_is_dutch_to_the_last_label(qtbot: QtBot) -> None:
    dialog = QFileDialog(None, "Blad bewaren", "", "PDF (*.pdf)")
    qtbot.addWidget(dialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)

    dialog.show()

    assert set(texts(dialog)) == {"&Zoeken in:", "Bestands&naam:", "Bestands&typen:"}
    buttons = {each.text() for each in dialog.findChildren(QAbstractButton) if each.text()}
    assert buttons == {"Op&slaan", "Annuleren"}


@pytest.mark.usefixtures("dutch")
def test_the_menu_of_a_field_is_dutch_and_english_again_with_the_program(
    qapp: QApplication, qtbot: QtBot
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    assert "Alles selecteren" in _menu(field)

    speak_in_dialogs(qapp, Tongue.ENGLISH)

    assert "Select All" in _menu(field)


@pytest.mark.usefixtures("dutch")
@pytest.mark.parametrize("sentence", LACKING)
def test_what_qt_lacks_stands_in_our_catalogue(sentence: str) -> None:
    assert QApplication.translate("QFileSystemModel", sentence) == tr(sentence) != sentence
    assert QApplication.translate("QFileDialog", "") == ""


def _menu(field: QLineEdit) -> str:
    menu = field.createStandardContextMenu()
    return " ".join(action.text() for action in menu.actions())
