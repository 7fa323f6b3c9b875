"""The log form: what is typed ends up in the log, what is wrong does not, nothing is lost."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from assistant.core.errors import CouldNotError
from assistant.core.facts import Agreed, AgreementKind, LostReason, Requested
from assistant.core.plan import Step
from assistant.core.request import Door, RequestKind
from assistant.desk import Desk, LeadFile, NextStep, Result, Taken
from assistant.ui.around import Around
from assistant.ui.form.draft import Draft, FormKind
from assistant.ui.form.log_form import LogForm
from tests.conftest import FakeClock, a_request, local
from tests.ui.conftest import Show
from tests.ui.seen import HOSTILE, nameless, rich_labels, texts


@pytest.fixture
def form(around: Around, show: Show) -> LogForm:
    form = LogForm(around)
    show(form)
    form.start(FormKind.WALK_IN)
    return form


@pytest.fixture
def taken(form: LogForm) -> list[Taken]:
    """Return what was saved."""
    saved: list[Taken] = []
    form.saved.connect(saved.append)
    return saved


def has_keyboard() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(has_keyboard(), key, modifier)


def write(text: str) -> None:
    QTest.keyClicks(has_keyboard(), text)


def save() -> None:
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def only_lead(desk: Desk) -> LeadFile:
    (lead,) = desk.find("a")
    return desk.lead(lead.lead_id)


def test_a_walk_in_is_logged_with_the_keyboard_alone(desk: Desk, taken: list[Taken]) -> None:
    write("0612345678")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    write("Sanne Hoekstra")
    press(Qt.Key.Key_Tab)
    write("Is de Peugeot er nog?")
    press(Qt.Key.Key_Tab)
    write("Peugeot 208")
    press(Qt.Key.Key_Tab)
    write("sanne@example.com")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    save()

    requested, agreed = only_lead(desk).facts
    assert isinstance(requested, Requested)
    asked = requested.request
    assert (asked.kind, asked.door) == (RequestKind.QUESTION, Door.SHOWROOM)
    assert (asked.phones[0].number, asked.emails) == ("+31612345678", ("sanne@example.com",))
    assert (asked.name, asked.question) == ("Sanne Hoekstra", "Is de Peugeot er nog?")
    assert asked.vehicle == "Peugeot 208"
    assert asked.phone_read_back
    assert asked.email_read_back
    assert isinstance(agreed, Agreed)
    assert agreed.kind is AgreementKind.CALL_BACK
    assert [one.result for one in taken] == [Result.NEW]


def test_the_keyboard_goes_through_the_fields_as_a_conversation_does(form: LogForm) -> None:
    fields = form.customer
    fields.number.show_text("0612345678", read_back=False)
    fields.email.show_text("sanne@example.com", read_back=False)
    visited = [has_keyboard()]
    for _ in range(6):
        press(Qt.Key.Key_Tab)
        visited.append(has_keyboard())

    assert visited == fields.controls()


def test_a_missed_call_rings_and_has_no_outcome(form: LogForm, desk: Desk) -> None:
    form.start(FormKind.MISSED_CALL, "+31612345678")
    assert not form.outcome.steps.button(0).isVisible()
    save()

    (item,) = desk.agenda()
    lead = desk.lead(item.summary.lead_id)
    assert item.prompt.step is Step.CALL
    assert item.prompt.due_at == local("2026-03-02 10:02")
    assert lead.course.request is not None
    assert lead.course.request.kind is RequestKind.MISSED_CALL
    assert "Call today at 10:02" in form.footer.message.message.text()


def test_an_incoming_call_brings_number_and_source(around: Around, show: Show, desk: Desk) -> None:
    around.settings.tracking_numbers["+31201234567"] = "Google Ads"
    form = LogForm(around)
    show(form)

    form.start(FormKind.CALL, "+31612345678", "020 123 4567")
    assert form.customer.number.text == "06 12 34 56 78"
    assert has_keyboard() is form.customer.name
    write("Sanne")
    save()

    asked = only_lead(desk).course.request
    assert asked is not None
    assert (asked.kind, asked.source) == (RequestKind.ANSWERED_CALL, "Google Ads")


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


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (Draft(number="06 12 34", name="Sanne"), "06 12 34 is no telephone number."),
        (Draft(name="Sanne", email="sanne@x"), "sanne@x is no e-mail address."),
        (Draft(name="Sanne", next_step=NextStep(kind=AgreementKind.LOST)), "Choose why"),
    ],
)
def test_nothing_wrong_is_saved_and_nothing_is_lost(
    form: LogForm, desk: Desk, taken: list[Taken], draft: Draft, sentence: str
) -> None:
    form.bring_in(draft)

    save()

    assert sentence in form.footer.message.message.text()
    assert form.draft() == draft
    assert taken == []
    assert desk.find("Sanne") == []


def test_the_keyboard_stands_where_it_is_mended(form: LogForm) -> None:
    form.bring_in(Draft(number="06 12 34"))
    form.customer.car.setFocus()
    save()
    assert has_keyboard() is form.customer.number.field

    write("0612345678")
    assert not form.footer.message.isVisible()
    save()
    assert "Saved" in form.footer.message.message.text()


def test_a_full_disk_loses_nothing(
    form: LogForm, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Taken:
        raise CouldNotError("Nothing can be written to {path}.", path=Path("followup.db"))

    monkeypatch.setattr(desk, "log_contact", refuse)
    form.bring_in(Draft(number="06 12 34 56 78", name="Sanne"))

    save()

    assert form.draft().name == "Sanne"
    assert "Nothing was saved" in form.footer.message.message.text()


def test_saving_says_who_and_what_became_of_it(
    form: LogForm, desk: Desk, taken: list[Taken]
) -> None:
    desk.log_contact(a_request())

    write("0612345678")
    save()

    assert form.footer.message.message.text().startswith(
        "Saved: Sanne Hoekstra, joined the open lead"
    )
    assert form.draft() == Draft(kind=FormKind.WALK_IN)
    assert has_keyboard() is form.customer.number.field
    assert taken[0].result is Result.JOINED


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
    assert {"Peugeot 208 1.2", "Open", "Renault Clio", "Sold", "Piet"} <= set(seen)
    press(Qt.Key.Key_Backspace)
    assert not form.customer.known.isVisible()


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
    assert said.text() == "Still missing: number read back, e-mail"
    form.customer.number.read_back.click()
    assert said.text() == "Still missing: e-mail"
    form.customer.email.field.setFocus()
    write("sanne@example.com")
    assert said.text() == "Still missing: e-mail read back"
    form.customer.email.read_back.click()
    assert said.text() == "Number and e-mail, both read back."


def test_a_number_that_is_changed_was_not_read_back(form: LogForm) -> None:
    write("0612345678")
    form.customer.number.read_back.click()

    press(Qt.Key.Key_Backspace)
    write("9")

    assert not form.draft().phone_read_back


def test_a_second_press_takes_an_outcome_back(form: LogForm) -> None:
    form.outcome.steps.button(3).click()
    chosen = form.draft().next_step
    form.outcome.steps.button(3).click()

    assert chosen == NextStep(kind=AgreementKind.SOLD)
    assert form.draft().next_step is None


def test_a_lost_lead_is_saved_with_its_reason(form: LogForm, desk: Desk) -> None:
    write("0612345678")
    QTest.keyClick(has_keyboard(), Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    save()
    assert has_keyboard() is form.outcome.reasons.button(0)
    press(Qt.Key.Key_Space)
    save()

    (lead,) = desk.find("0612345678")
    agreed = desk.lead(lead.lead_id).facts[-1]
    assert isinstance(agreed, Agreed)
    assert agreed.reason is LostReason.BOUGHT_ELSEWHERE


def test_an_appointment_is_saved_with_its_moment(form: LogForm, desk: Desk) -> None:
    moment = local("2026-03-07 10:30")
    form.bring_in(
        Draft(
            number="06 12 34 56 78",
            next_step=NextStep(kind=AgreementKind.APPOINTMENT, moment=moment),
        )
    )

    save()

    (lead,) = desk.find("0612345678")
    assert lead.appointment_at == moment


def test_a_moment_that_passes_while_one_types_is_not_agreed(
    form: LogForm, desk: Desk, clock: FakeClock
) -> None:
    moment = clock() + timedelta(minutes=5)
    form.bring_in(
        Draft(name="Sanne", next_step=NextStep(kind=AgreementKind.CALL_BACK, moment=moment))
    )
    clock.advance(minutes=6)

    save()

    assert desk.find("Sanne") == []
    assert has_keyboard() is form.outcome.picker.time


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
        phone_read_back=True,
        name="Sanne",
        question="Is hij er nog?",
        vehicle="Peugeot 208",
        email="sanne@example.com",
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


def test_another_kind_keeps_what_was_typed(form: LogForm) -> None:
    write("0612345678")

    form.start(FormKind.MISSED_CALL)

    assert form.draft() == Draft(kind=FormKind.MISSED_CALL, number="06 12 34 56 78")


def test_a_caller_who_hides_his_number_leaves_the_field_empty(form: LogForm) -> None:
    form.start(FormKind.CALL, "anonymous")

    assert form.customer.number.text == ""
    assert has_keyboard() is form.customer.number.field


@pytest.mark.parametrize("number", range(14))
def test_ctrl_enter_saves_from_every_field(form: LogForm, taken: list[Taken], number: int) -> None:
    form.bring_in(
        Draft(
            number="06 12 34 56 78",
            email="sanne@example.com",
            next_step=NextStep(kind=AgreementKind.CALL_BACK, moment=local("2026-03-05 15:15")),
        )
    )
    controls = [*form.customer.controls(), *form.outcome.controls()]
    visible = [control for control in controls if control.isVisible()]
    visible[number].setFocus()

    save()

    assert len(taken) == 1


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
