"""By what Call dials is set and tried from the settings page alone."""

from dataclasses import replace

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from assistant.core.errors import CouldNotError
from assistant.folders import DataFolder
from assistant.passwords import Place, password_at
from assistant.settings import load
from assistant.settings.values import DialWay, Method
from assistant.ui.around import Around
from assistant.ui.settings_page.page import SettingsPage
from assistant.ui.settings_page.telephone_card import TelephoneCard
from tests.ui.conftest import Show, Switchboard
from tests.ui.seen import HOSTILE, nameless, rich_labels
from tests.ui.settings_page.hands import stored

pytestmark = pytest.mark.usefixtures("pocket")

ADDRESS = "http://192.168.1.20/command.htm?number={digits}"
WAYS = list(DialWay)


@pytest.fixture
def card(page: SettingsPage) -> TelephoneCard:
    return page.telephone


def choose(card: TelephoneCard, way: DialWay) -> None:
    card.way.buttons.button(WAYS.index(way)).click()


def type_phone(card: TelephoneCard, hosts: str = "192.168.1.20") -> None:
    """Type a desk phone as a person does."""
    choose(card, DialWay.URL)
    QTest.keyClicks(card.url.url, ADDRESS)
    QTest.keyClicks(card.url.hosts, hosts)


def try_it(card: TelephoneCard, number: str = "06 12345678") -> str:
    card.test_number.setText(number)
    card.test.click()
    card.dialling.wait()
    QTest.qWait(0)
    return card.said.text()


def test_a_desk_phone_is_saved_and_its_password_goes_to_the_keyring(
    page: SettingsPage, card: TelephoneCard, folder: DataFolder, qtbot: QtBot
) -> None:
    type_phone(card, "192.168.1.20, PBX.example")
    card.url.method.buttons.button(1).click()
    QTest.keyClicks(card.url.user, "desk")
    QTest.keyClicks(card.url.secret, "pa55")
    card.at_once.click()

    with qtbot.waitSignal(page.changed):
        page.footer.primary.click()

    found = stored(folder).telephone
    assert (found.way, found.url, found.method) == (DialWay.URL, ADDRESS, Method.POST)
    assert (found.hosts, found.user) == (("192.168.1.20", "pbx.example"), "desk")
    assert not found.dial_at_once
    assert password_at(Place("telephone://desk@192.168.1.20")) == "pa55"
    assert "pa55" not in folder.settings.read_text("utf-8")
    assert card.url.secret.text() == ""


def test_a_program_is_saved_an_argument_a_line(
    page: SettingsPage, card: TelephoneCard, folder: DataFolder
) -> None:
    choose(card, DialWay.COMMAND)
    card.command.command.setPlainText('C:\\Phone One\\phone.exe\n\n  --say "hi" \n{number}\n')

    page.save()

    found = stored(folder).telephone
    assert found.way is DialWay.COMMAND
    assert found.command == ("C:\\Phone One\\phone.exe", '--say "hi"', "{number}")


def test_what_stands_in_the_file_is_shown_and_nothing_is_to_be_saved(
    page: SettingsPage, card: TelephoneCard
) -> None:
    settings = page._around.settings
    telephone = replace(
        settings.telephone, way=DialWay.COMMAND, command=("phone", "{number}"), dial_at_once=False
    )

    card.show_settings(replace(settings, telephone=telephone))

    assert card.edited_settings(settings).telephone == telephone
    assert card.command.isVisibleTo(card)
    assert not card.url.isVisibleTo(card)
    assert not card.at_once.isChecked()


def test_only_the_fields_of_the_chosen_way_are_shown(card: TelephoneCard) -> None:
    shown = []
    for way in WAYS:
        choose(card, way)
        shown.append((card.url.isVisible(), card.command.isVisible()))

    assert shown == [(False, False), (True, False), (False, True)]


def test_the_test_dials_what_stands_there_before_it_is_saved(
    card: TelephoneCard, switchboard: Switchboard, folder: DataFolder
) -> None:
    type_phone(card)
    QTest.keyClicks(card.url.secret, "pa55")

    said = try_it(card)

    ((telephone, number, region, secret),) = switchboard.dialled
    assert (telephone.way, telephone.url) == (DialWay.URL, ADDRESS)
    assert (number, region, secret) == ("+31612345678", "NL", "pa55")
    assert said == "Dialled, as far as can be seen here. Does it ring?"
    assert load(folder.settings).settings.telephone.way is DialWay.LINK


def test_the_test_opens_a_link_where_a_link_dials(card: TelephoneCard, opened: list[str]) -> None:
    try_it(card)

    assert opened == ["tel:+31612345678"]


def test_while_it_is_dialled_the_window_goes_on_and_no_second_call_begins(
    card: TelephoneCard, switchboard: Switchboard
) -> None:
    type_phone(card)
    switchboard.may_answer.clear()
    card.test_number.setText("0612345678")
    card.test.click()
    assert card.said.text() == "Dialling …"

    card.test.click()
    switchboard.may_answer.set()
    card.dialling.wait()
    QTest.qWait(0)

    assert len(switchboard.dialled) == 1


def test_what_is_wrong_is_one_sentence(card: TelephoneCard, switchboard: Switchboard) -> None:
    type_phone(card)
    switchboard.problem = CouldNotError("There is no program {program}.", program=HOSTILE)

    assert try_it(card) == f"There is no program {HOSTILE}."
    assert rich_labels(card) == []


@pytest.mark.parametrize(
    ("hosts", "number", "said"),
    [
        ("", "0612345678", "192.168.1.20 is not among the hosts that may be asked."),
        ("a b/c", "0612345678", "b/c is no name of a host."),
        ("192.168.1.20", "", "Type the number that is to ring."),
        ("192.168.1.20", "call", "Type the number that is to ring."),
    ],
)
def test_what_cannot_dial_is_said_before_anything_is_asked(
    card: TelephoneCard, switchboard: Switchboard, hosts: str, number: str, said: str
) -> None:
    type_phone(card, hosts)

    assert try_it(card, number) == said
    assert switchboard.dialled == []


def test_what_cannot_dial_is_not_saved_and_the_foot_says_why(
    page: SettingsPage, card: TelephoneCard, qtbot: QtBot
) -> None:
    choose(card, DialWay.COMMAND)
    card.command.command.setPlainText("phone\n--dial")

    with qtbot.assertNotEmitted(page.changed):
        page.save()

    said = "One argument of the command must have {number} or {digits}, and only one."
    assert card.said.text() == said
    assert page.footer.message.message.text() == said


def test_an_unusable_telephone_that_was_there_keeps_nothing_else_from_being_saved(
    around: Around, folder: DataFolder, show: Show, qtbot: QtBot
) -> None:
    unusable = replace(around.settings.telephone, way=DialWay.COMMAND)
    around = replace(around, settings=replace(around.settings, telephone=unusable))
    page = SettingsPage(around, folder, ())
    show(page)
    QTest.keyClicks(page.salesperson, "Piet")

    with qtbot.waitSignal(page.changed):
        page.save()


def test_a_password_without_a_user_is_not_kept(page: SettingsPage, card: TelephoneCard) -> None:
    type_phone(card)
    QTest.keyClicks(card.url.secret, "pa55")

    page.save()

    assert card.said.text() == "A password goes with a user: type that too."


def test_where_no_password_can_be_kept_nothing_is_saved(
    page: SettingsPage, card: TelephoneCard, qtbot: QtBot
) -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    type_phone(card)
    QTest.keyClicks(card.url.user, "desk")
    QTest.keyClicks(card.url.secret, "pa55")

    with qtbot.assertNotEmitted(page.changed):
        page.save()

    assert "no safe place for passwords" in card.said.text()
    assert card.url.secret.text() == "pa55"


def test_a_new_password_alone_can_be_saved_and_undone(
    page: SettingsPage, card: TelephoneCard
) -> None:
    choose(card, DialWay.URL)
    page.undo.click()
    assert not page.footer.primary.isEnabled()

    QTest.keyClicks(card.url.secret, "pa55")
    assert page.footer.primary.isEnabled()

    page.undo.click()
    assert card.url.secret.text() == ""
    assert not page.footer.primary.isEnabled()


def test_what_was_said_goes_when_something_else_is_typed(card: TelephoneCard) -> None:
    type_phone(card, "")
    try_it(card)

    QTest.keyClicks(card.url.hosts, "1")

    assert card.said.text() == ""


def test_the_keyboard_goes_from_field_to_field_and_each_has_a_name(card: TelephoneCard) -> None:
    choose(card, DialWay.COMMAND)
    card.command.command.setFocus()
    QTest.keyClick(card.command.command, Qt.Key.Key_Tab)
    assert card.at_once.hasFocus()
    QTest.keyClick(card.at_once, Qt.Key.Key_Tab)
    assert card.test_number.hasFocus()

    for way in WAYS:
        choose(card, way)
        assert nameless(card) == []


def test_a_card_that_grew_is_brought_into_view(
    page: SettingsPage, card: TelephoneCard, qtbot: QtBot
) -> None:
    page.resize(1040, 500)
    choose(card, DialWay.URL)

    def is_in_view() -> bool:
        viewport: QWidget | None = card
        while viewport is not None and viewport.objectName() != "qt_scrollarea_viewport":
            viewport = viewport.parentWidget()
        assert viewport is not None
        return 0 <= card.mapTo(viewport, card.rect().topLeft()).y() < viewport.height()

    qtbot.waitUntil(is_in_view)
