"""What is saved stands in the log; what is wrong does not, and nothing is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from assistant.core.errors import CouldNotError
from assistant.core.facts import Agreed, AgreementKind, Requested
from assistant.core.plan import Step
from assistant.core.request import Door, RequestKind, Unreadable
from assistant.desk import Arrival, Desk, NextStep, Result, StoredMessage, Taken
from assistant.ui.around import Around
from assistant.ui.form.draft import Draft, FormKind
from assistant.ui.form.log_form import LogForm
from tests.conftest import FakeClock, a_request, local
from tests.ui.conftest import Show
from tests.ui.form.hands import has_keyboard, only_lead, press, save, write


def test_a_message_is_typed_over_beside_its_text(
    form: LogForm, desk: Desk, clock: FakeClock, taken: list[Taken]
) -> None:
    message = unreadable(desk, clock)
    clock.advance(minutes=30)

    form.start_from(message, "0612345678")
    assert form.message.raw.text == "Bel mij: Jan"
    assert not form.outcome.isVisible()
    write("Jan Vos")
    save()

    (one,) = taken
    assert one.result is Result.NEW
    lead = only_lead(desk)
    (requested,) = lead.facts
    assert isinstance(requested, Requested)
    assert (requested.request.kind, requested.request.door) == (RequestKind.QUESTION, Door.WEB)
    assert requested.clock_from == message.arrived_at  # it has been late since then
    assert desk.messages.unreadable() == []
    assert desk.messages.of(lead.lead_id) == [message.id]
    assert not form.message.isVisible()
    assert form.outcome.isVisible()


def test_another_contact_puts_a_message_aside(form: LogForm, desk: Desk, clock: FakeClock) -> None:
    message = unreadable(desk, clock)
    form.start_from(message, "0612345678")

    form.start(FormKind.CALL)
    assert form.draft() == Draft(kind=FormKind.CALL)

    form.bring_back.click()
    assert form.draft().message_id == message.id
    assert form.message.isVisible()


def test_a_message_needs_a_number_or_an_address(
    form: LogForm, desk: Desk, clock: FakeClock, taken: list[Taken]
) -> None:
    form.start_from(unreadable(desk, clock), "")
    write("Jan Vos")
    save()

    assert taken == []
    assert len(desk.messages.unreadable()) == 1


def unreadable(desk: Desk, clock: FakeClock) -> StoredMessage:
    desk.take_in(
        Arrival(
            identity="1",
            name="vraag.eml",
            arrived_at=clock(),
            content=b"Bel mij: Jan",
            readings=(Unreadable("no number"),),
        )
    )
    (message,) = desk.messages.unreadable()
    return message


def test_a_walk_in_is_logged_with_the_keyboard_alone(desk: Desk, taken: list[Taken]) -> None:
    write("0612345678")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    write("Sanne Hoekstra")
    press(Qt.Key.Key_Tab)
    write("Is de Peugeot er nog?")
    press(Qt.Key.Key_Tab)
    write("Peugeot 208")
    press(Qt.Key.Key_Tab)
    write("sanne@example.com")
    press(Qt.Key.Key_Tab)
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
    assert (asked.phone_asked, asked.phone_read_back) == (True, False)
    assert (asked.email_asked, asked.email_read_back) == (True, True)
    assert isinstance(agreed, Agreed)
    assert agreed.kind is AgreementKind.CALL_BACK
    assert [one.result for one in taken] == [Result.NEW]


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


def test_in_a_small_window_the_field_to_mend_comes_into_view(form: LogForm) -> None:
    form.resize(700, 400)
    form.bring_in(Draft(name="Sanne", email="sanne@"))
    assert form.customer.email.field.visibleRegion().isEmpty()

    save()

    assert has_keyboard() is form.customer.email.field
    assert not form.customer.email.field.visibleRegion().isEmpty()


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


def test_a_second_press_does_not_talk_over_what_was_saved(
    form: LogForm, taken: list[Taken]
) -> None:
    write("0612345678")

    save()
    save()

    assert "Saved" in form.footer.message.message.text()
    assert len(taken) == 1


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
