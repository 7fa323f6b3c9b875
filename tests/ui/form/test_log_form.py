"""While one types: what is known, what is missing, what is wrong; and who hears it."""

from PySide6.QtCore import Qt

from assistant.core.facts import AgreementKind
from assistant.desk import Desk, NextStep
from assistant.ui.form.log_form import LogForm
from tests.conftest import FakeClock, a_request, local
from tests.ui.form.hands import has_keyboard, press, save, write
from tests.ui.seen import HOSTILE, nameless, rich_labels, texts


def test_the_keyboard_goes_through_the_fields_as_a_conversation_does(form: LogForm) -> None:
    fields = form.customer
    fields.number.show_text("0612345678")
    fields.email.show_text("sanne@example.com")
    visited = [has_keyboard()]
    for _ in range(8):
        press(Qt.Key.Key_Tab)
        visited.append(has_keyboard())

    assert visited == fields.controls()


def test_a_number_is_written_as_people_do_while_it_is_typed(form: LogForm) -> None:
    write("061234567")
    assert form.customer.number.hint.text() == "Not a number yet"
    assert not form.customer.number.field.property("invalid")

    write("8")
    assert form.customer.number.text == "06 12 34 56 78"
    assert form.customer.number.hint.text() == ""


def test_a_field_is_marked_only_when_it_is_left_with_something_wrong(form: LogForm) -> None:
    write("0612")
    press(Qt.Key.Key_Tab)

    assert form.customer.number.field.property("invalid") == "true"
    assert form.customer.number.field.accessibleDescription() == "Not a number yet"


def test_a_known_customer_appears_with_his_last_leads(
    form: LogForm, desk: Desk, clock: FakeClock
) -> None:
    sold = desk.log_contact(a_request(vehicle="Renault Clio"))
    assert sold.lead_id is not None
    desk.agree(sold.lead_id, NextStep(kind=AgreementKind.SOLD))
    clock.advance(days=1)
    desk.log_contact(a_request())
    assert not form.customer.known.isVisible()

    write("0612345678")

    seen = texts(form.customer.known)
    assert "Known here: Sanne Hoekstra" in seen
    assert "Saving joins the open lead of Piet." in seen
    assert {"Peugeot 208 1.2", "Still open", "Renault Clio", "Sold", "Piet"} <= set(seen)
    press(Qt.Key.Key_Backspace)
    assert not form.customer.known.isVisible()


def test_an_appointment_that_stands_is_named_before_anything_is_saved(
    form: LogForm, desk: Desk
) -> None:
    at = local("2026-03-06 10:00")
    desk.log_contact(a_request(), NextStep(kind=AgreementKind.APPOINTMENT, moment=at))

    write("0612345678")

    (said,) = [text for text in texts(form.customer.known) if "Saving joins" in text]
    assert said.startswith("Has an appointment: Fri 10:00.")


def test_a_customer_whose_leads_are_closed_opens_a_new_one(form: LogForm, desk: Desk) -> None:
    lost = desk.log_contact(a_request())
    assert lost.lead_id is not None
    desk.agree(lost.lead_id, NextStep(kind=AgreementKind.SOLD))

    write("0612345678")

    assert "Saving opens a new lead." in texts(form.customer.known)


def test_the_meter_says_at_every_moment_what_is_missing(form: LogForm) -> None:
    said = form.meter.sentence
    assert said.text() == "Still missing: number, e-mail"
    write("0612345678")
    assert said.text() == "Still missing: number asked and read back, e-mail"
    form.customer.number.asked.click()
    assert said.text() == "Still missing: number read back, e-mail"
    form.customer.number.read_back.click()
    assert said.text() == "Still missing: e-mail"
    form.customer.email.field.setFocus()
    write("sanne@example.com")
    assert said.text() == "Still missing: e-mail asked and read back"
    form.customer.email.read_back.click()
    assert said.text() == "Number and e-mail, both read back."


def test_what_was_read_back_was_asked_for_and_what_was_not_asked_for_was_not_read_back(
    form: LogForm,
) -> None:
    number = form.customer.number
    assert not number.marks.isEnabled()
    write("0612345678")

    number.read_back.click()
    assert form.draft().phone_asked
    number.asked.click()

    assert not form.draft().phone_read_back
    assert not form.draft().phone_asked


def test_a_number_that_is_changed_was_not_read_back(form: LogForm) -> None:
    write("0612345678")
    form.customer.number.read_back.click()

    press(Qt.Key.Key_Backspace)
    write("9")

    assert not form.draft().phone_read_back


def test_strangers_words_are_shown_as_they_are_written(form: LogForm, desk: Desk) -> None:
    desk.log_contact(a_request(name=HOSTILE, vehicle=HOSTILE))

    write("0612345678")
    assert f"Known here: {HOSTILE}" in texts(form)
    assert HOSTILE in texts(form)
    save()

    assert HOSTILE in form.footer.message.message.text()
    assert rich_labels(form) == []


def test_every_control_has_a_name_for_the_screen_reader(form: LogForm) -> None:
    assert nameless(form) == []
    for number in (0, 4):
        form.outcome.steps.button(number).click()
        assert nameless(form) == []


def test_a_long_name_does_not_widen_the_form(form: LogForm, desk: Desk) -> None:
    name = "Maximiliaan-Alexander van Wolfeschlegelsteinhausenbergerdorff"
    desk.log_contact(a_request(name=name, vehicle=name * 3))

    write("0612345678")

    assert form.customer.known.heading.text() == f"Known here: {name}"
    assert form.customer.width() <= form.width() // 2
