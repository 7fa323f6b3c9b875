"""Nothing typed is lost: what is cleared or makes way can be brought back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from assistant.core.contact import WITHHELD
from assistant.core.facts import AgreementKind
from assistant.desk import NextStep
from assistant.ui.form.draft import Draft, FormKind
from assistant.ui.form.log_form import LogForm
from tests.conftest import local
from tests.ui.form.hands import has_keyboard, press, save, write


def test_escape_clears_first_and_leaves_then(form: LogForm, qtbot: QtBot) -> None:
    write("0612345678")
    with qtbot.assertNotEmitted(form.left):
        press(Qt.Key.Key_Escape)
    assert form.draft().is_empty

    with qtbot.waitSignal(form.left):
        press(Qt.Key.Key_Escape)


def test_what_was_cleared_can_be_brought_back(form: LogForm) -> None:
    draft = Draft(
        kind=FormKind.CALL,
        number="06 12 34 56 78",
        phone_asked=True,
        phone_read_back=True,
        name="Sanne",
        question="Is hij er nog?",
        vehicle="Peugeot 208",
        email="sanne@example.com",
        email_asked=True,
        email_read_back=True,
        called="+31201234567",
        next_step=NextStep(kind=AgreementKind.FOLLOW_UP, moment=local("2026-03-05 15:15")),
    )
    form.bring_in(draft)

    press(Qt.Key.Key_Escape)
    form.bring_back.click()

    assert form.draft() == draft
    assert not form.bring_back.isVisible()


def test_a_call_puts_a_form_begun_aside(form: LogForm) -> None:
    write("0622223331")
    form.start(FormKind.CALL, "+31612345678")
    assert form.draft().number == "06 12 34 56 78"

    save()
    form.bring_back.click()

    assert form.draft() == Draft(kind=FormKind.WALK_IN, number="06 22 22 33 31")


def test_what_was_put_aside_twice_comes_back_in_turn(form: LogForm) -> None:
    for name in ("Sanne", "Lieke"):
        form.customer.name.setText(name)
        press(Qt.Key.Key_Escape)
    form.customer.name.setText("Mark")

    seen = []
    for _ in range(4):
        form.bring_back.click()
        seen.append(form.draft().name)

    assert seen == ["Lieke", "Sanne", "Mark", "Lieke"]


def test_another_kind_keeps_what_was_typed(form: LogForm) -> None:
    write("0612345678")

    form.start(FormKind.MISSED_CALL)

    assert form.draft() == Draft(kind=FormKind.MISSED_CALL, number="06 12 34 56 78")


@pytest.mark.parametrize(
    ("number", "shown"), [("+31612345678", "06 12 34 56 78"), ("3939993922", "3939993922")]
)
@pytest.mark.parametrize("typed", ["", "Mark"])
def test_whoever_calls_stands_alone_in_the_form(
    form: LogForm, typed: str, number: str, shown: str
) -> None:
    form.customer.name.setText(typed)

    form.start(FormKind.CALL, number)

    assert form.draft() == Draft(kind=FormKind.CALL, number=shown)
    assert form.bring_back.isVisible() is bool(typed)


def test_the_same_caller_goes_on_where_he_was(form: LogForm) -> None:
    form.start(FormKind.CALL, "3939993922")
    form.customer.name.setText("Mark")

    form.start(FormKind.CALL, "3939993922")

    assert form.draft().name == "Mark"


def test_a_caller_who_hides_his_number_puts_a_form_begun_aside(form: LogForm) -> None:
    write("0622223331")

    form.start(FormKind.CALL, WITHHELD)

    assert form.draft() == Draft(kind=FormKind.CALL)
    form.bring_back.click()
    assert form.draft() == Draft(kind=FormKind.WALK_IN, number="06 22 22 33 31")


def test_a_caller_who_hides_his_number_leaves_the_field_empty(form: LogForm) -> None:
    form.start(FormKind.CALL, WITHHELD)

    assert form.customer.number.text == ""
    assert has_keyboard() is form.customer.number.field
