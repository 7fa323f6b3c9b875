"""Every word of the rules has a word on the screen."""

from enum import StrEnum

import pytest

from assistant.core.facts import (
    AgreementKind,
    AppointmentEvent,
    HandOverReason,
    LaterReason,
    LostReason,
    Outcome,
)
from assistant.core.followable import Missing
from assistant.core.plan import Step
from assistant.core.request import Channel, Door, RequestKind
from assistant.core.summary import State
from assistant.desk import Result
from assistant.words.catalogue import Tongue, speak
from assistant.words.vocabulary import word

KINDS: list[type[StrEnum]] = [
    AgreementKind,
    AppointmentEvent,
    Channel,
    Door,
    HandOverReason,
    LaterReason,
    LostReason,
    Missing,
    Outcome,
    RequestKind,
    Result,
    State,
    Step,
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_of_a_kind_can_be_said(kind: type[StrEnum]) -> None:
    for value in kind:
        assert word(value)


def test_equal_words_of_two_kinds_are_told_apart() -> None:
    assert word(Step.CALL_BACK) == "Call back"
    assert word(RequestKind.CALL_BACK) == "Call-back request"


def test_a_lead_that_is_open_is_not_told_to_open() -> None:
    speak(Tongue.DUTCH)
    try:
        assert word(State.OPEN) == "Nog open"
    finally:
        speak(Tongue.ENGLISH)
