"""Why a form is not saved yet: one sentence, and the place where it is mended."""

from datetime import timedelta

import pytest

from assistant.core.facts import AgreementKind, LostReason
from assistant.desk import NextStep
from assistant.ui.form.check import Where, refusal
from assistant.ui.form.draft import Draft, FormKind
from tests.conftest import MONDAY_TEN

_LATER = MONDAY_TEN + timedelta(hours=1)


@pytest.mark.parametrize(
    ("draft", "sentence", "where"),
    [
        (Draft(number="06 12"), "06 12 is no telephone number.", Where.NUMBER),
        (Draft(number="{0} <b>"), "{0} <b> is no telephone number.", Where.NUMBER),
        (Draft(name="Sanne", email="sanne@"), "sanne@ is no e-mail address.", Where.EMAIL),
        (
            Draft(kind=FormKind.MISSED_CALL, name="Sanne"),
            "A missed call needs a number to call back.",
            Where.NUMBER,
        ),
        (
            Draft(next_step=NextStep(kind=AgreementKind.SOLD)),
            "There is no customer yet: a number, a name or a question.",
            Where.NUMBER,
        ),
        (
            Draft(name="Sanne", next_step=NextStep(kind=AgreementKind.LOST)),
            "Choose why the lead is lost.",
            Where.OUTCOME,
        ),
        (
            Draft(
                name="Sanne",
                next_step=NextStep(kind=AgreementKind.CALL_BACK, moment=MONDAY_TEN),
            ),
            "The agreed moment has passed: choose another.",
            Where.OUTCOME,
        ),
    ],
)
def test_what_cannot_be_saved_is_said_once(draft: Draft, sentence: str, where: Where) -> None:
    found = refusal(draft, "NL", MONDAY_TEN)

    assert found is not None
    assert (found.sentence, found.where) == (sentence, where)


@pytest.mark.parametrize(
    "draft",
    [
        Draft(number="0612345678"),
        Draft(question="Is de Peugeot er nog?"),
        Draft(name="S.", next_step=NextStep(kind=AgreementKind.FOLLOW_UP, moment=_LATER)),
        Draft(name="S.", next_step=NextStep(kind=AgreementKind.LOST, reason=LostReason.PRICE)),
        Draft(
            kind=FormKind.MISSED_CALL,
            number="0612345678",
            next_step=NextStep(kind=AgreementKind.LOST),
        ),
    ],
)
def test_little_is_enough_to_save(draft: Draft) -> None:
    assert refusal(draft, "NL", MONDAY_TEN) is None
