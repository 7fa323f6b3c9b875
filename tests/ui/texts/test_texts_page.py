"""The texts page: changed, seen as the customer will, kept, and brought back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from assistant.core.request import Channel
from assistant.folders import DataFolder
from assistant.outreach.own_texts import OwnTexts
from assistant.outreach.texts import Moment, original
from assistant.ui.around import Around
from assistant.ui.texts.page import TextsPage
from assistant.words.catalogue import Tongue
from tests.conftest import FakeClock, a_request
from tests.ui.conftest import Show
from tests.ui.seen import HOSTILE, nameless, rich_labels, texts

MISSED, WHATSAPP = list(Moment).index(Moment.MISSED), 1


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory) -> OwnTexts:
    return OwnTexts(DataFolder(tmp_path_factory.mktemp("own")).texts)


@pytest.fixture
def surroundings(around: Around, own: OwnTexts) -> Around:
    return replace(around, own_texts=own)


@pytest.fixture
def page(surroundings: Around, show: Show) -> TextsPage:
    page = TextsPage(surroundings)
    show(page)
    return page


def write(field: QPlainTextEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)


def press_field(page: TextsPage, name: str) -> None:
    (chip,) = (chip for chip in page.fields.chips if chip.property("field") == f"{{{name}}}")
    chip.click()


def test_a_text_is_changed_and_used_from_then_on(page: TextsPage, own: OwnTexts) -> None:
    page.moments.button(MISSED).click()
    page.channel.buttons.button(WHATSAPP).click()
    write(page.editor.body, "I called you, ")
    press_field(page, "name")

    assert page.preview.body.text() == "I called you, Sanne Hoekstra"
    page.footer.primary.click()

    kept = own.form(Moment.MISSED, Channel.WHATSAPP, Tongue.ENGLISH)
    assert kept.body == "I called you, {name}"
    assert "Saved. It is used from now on." in texts(page)
    assert not page.footer.primary.isEnabled()


def test_a_field_is_put_in_where_one_typed_last(page: TextsPage) -> None:
    page.editor.subject.setFocus()
    page.editor.subject.end(False)

    press_field(page, "moment")

    assert page.editor.subject.text().endswith("{moment}")
    assert page.drafts.differ


def test_the_newest_open_lead_stands_in_the_preview(
    surroundings: Around, show: Show, clock: FakeClock
) -> None:
    desk = surroundings.qt_desk.desk
    desk.log_contact(a_request(name="Els Bakker", emails=(), phones=(), vehicle="Fiat 500"))
    page = TextsPage(surroundings)
    show(page)

    assert "With the newest lead: Els Bakker" in texts(page)
    assert "Fiat 500" in page.preview.subject.text()
    clock.advance(minutes=1)
    desk.log_contact(a_request(name="Jan", emails=("jan@example.com",), phones=()))
    page.hide()
    page.show()
    assert "Hello Jan," in page.preview.body.text()


def test_without_a_lead_an_invented_customer_stands_in(page: TextsPage) -> None:
    assert "With an invented customer: no lead is open" in texts(page)
    assert "Hello Sanne Hoekstra," in page.preview.body.text()


def test_what_was_typed_stays_while_another_text_is_looked_at(page: TextsPage) -> None:
    write(page.editor.body, "Mine {signature}")
    page.moments.button(MISSED).click()
    page.channel.buttons.button(WHATSAPP).click()
    page.language.buttons.button(0).click()
    assert page.editor.form() == original(Moment.MISSED, Channel.WHATSAPP, Tongue.DUTCH)

    page.moments.button(0).click()
    page.channel.buttons.button(0).click()
    page.language.buttons.button(1).click()

    assert page.editor.body.toPlainText() == "Mine {signature}"


def test_an_unknown_field_is_named_where_it_stands_and_nothing_is_kept(
    page: TextsPage, own: OwnTexts
) -> None:
    write(page.editor.body, "Dear {naam}")
    page.moments.button(MISSED).click()

    page.save()

    assert page.footer.message.message.text() == "There is no field {naam}."
    assert page.which.moment is Moment.FIRST
    assert page.editor.body.property("invalid") == "true"
    assert page.editor.subject.property("invalid") != "true"
    assert own.form(Moment.FIRST, Channel.MAIL, Tongue.ENGLISH) == original(
        Moment.FIRST, Channel.MAIL, Tongue.ENGLISH
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Dear {naam}", "There is no field {naam}."),
        (
            "Dear {name",
            "The braces of {name do not match: a field has one before and one after its name.",
        ),
    ],
)
def test_what_is_no_field_is_marked_while_one_types_and_when_one_comes_back(
    page: TextsPage, typed: str, said: str
) -> None:
    write(page.editor.body, typed)

    assert page.preview.lacks.message.text() == said
    assert page.editor.body.property("invalid") == "true"
    page.moments.button(MISSED).click()
    assert page.editor.body.property("invalid") != "true"
    page.moments.button(0).click()
    assert page.editor.body.property("invalid") == "true"
    write(page.editor.body, "Dear {name}")
    assert page.editor.body.property("invalid") != "true"
    assert not page.preview.lacks.isVisible()


def test_an_empty_text_is_refused_where_it_is(page: TextsPage) -> None:
    page.editor.subject.clear()
    page.editor.subject.textEdited.emit("")

    page.save()

    assert page.footer.message.message.text() == "A text cannot be empty."
    assert page.editor.subject.property("invalid") == "true"


def test_the_original_comes_back(page: TextsPage, own: OwnTexts) -> None:
    assert not page.original.isEnabled()
    write(page.editor.body, "Mine")
    page.save()

    page.original.click()
    page.save()

    assert own.form(Moment.FIRST, Channel.MAIL, Tongue.ENGLISH) == original(
        Moment.FIRST, Channel.MAIL, Tongue.ENGLISH
    )
    assert not page.original.isEnabled()


def test_changes_can_be_undone(page: TextsPage) -> None:
    write(page.editor.body, "Mine")

    page.undo.click()

    assert page.editor.form() == original(Moment.FIRST, Channel.MAIL, Tongue.ENGLISH)
    assert not page.footer.primary.isEnabled()


def test_a_gap_is_named_beside_the_preview(page: TextsPage) -> None:
    write(page.editor.body, "Call me: {phone}")

    assert "No dealer's number is known: the text has a gap there." in texts(page)


def test_the_keyboard_saves_and_leaves(page: TextsPage, own: OwnTexts) -> None:
    left: list[bool] = []
    page.left.connect(lambda: left.append(True))
    write(page.editor.body, "Mine")

    QTest.keyClick(page.editor.body, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.editor.body, Qt.Key.Key_Escape)

    assert own.form(Moment.FIRST, Channel.MAIL, Tongue.ENGLISH).body == "Mine"
    assert left == [True]


def test_what_is_not_saved_is_not_left_behind(page: TextsPage, qtbot: QtBot) -> None:
    write(page.editor.body, "Mine")

    with qtbot.assertNotEmitted(page.left):
        page.back.click()

    assert "Not saved yet: save it, or undo the changes." in texts(page)
    page.undo.click()
    with qtbot.waitSignal(page.left):
        page.back.click()


def test_everything_has_a_name_and_a_customer_is_plain_text(
    surroundings: Around, show: Show
) -> None:
    surroundings.qt_desk.desk.log_contact(a_request(name=HOSTILE, vehicle=HOSTILE))
    page = TextsPage(surroundings)
    show(page)

    assert nameless(page) == []
    assert rich_labels(page) == []
    assert HOSTILE in page.preview.body.text()


def test_a_broken_file_is_named_and_the_originals_are_shown(
    surroundings: Around, own: OwnTexts, show: Show
) -> None:
    assert own._path is not None
    own._path.write_text("[nl", "utf-8")
    page = TextsPage(surroundings)
    show(page)

    assert any("are not used" in text for text in texts(page))
    write(page.editor.body, "Mine")
    page.save()
    assert "mend the file there first" in page.footer.message.message.text()


def test_a_file_dropped_on_a_text_is_left_to_the_window(page: TextsPage) -> None:
    assert not page.editor.subject.acceptDrops()
    assert not page.editor.body.acceptDrops()
