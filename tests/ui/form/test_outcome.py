"""What a conversation ended in is saved with it."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from assistant.core.facts import Agreed, AgreementKind, LostReason
from assistant.desk import Desk, NextStep
from assistant.ui.form.draft import Draft
from assistant.ui.form.log_form import LogForm
from tests.conftest import FakeClock, local
from tests.ui.form.hands import has_keyboard, press, save, write


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
    assert has_keyboard() is form.outcome.picker.field


def test_a_moment_that_nobody_understands_is_not_agreed(form: LogForm, desk: Desk) -> None:
    form.bring_in(
        Draft(name="Sanne", next_step=NextStep(kind=AgreementKind.APPOINTMENT, moment=None))
    )
    QTest.keyClicks(form.outcome.picker.field, "ergens zaterdag")

    save()

    assert desk.find("Sanne") == []
    assert has_keyboard() is form.outcome.picker.field
