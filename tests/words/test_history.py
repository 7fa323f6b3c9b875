"""What happened to a lead, in words."""

from datetime import datetime

import pytest

from assistant.core.facts import CameBack, Fact, HandedOn, HandOverReason, HandOverSent
from assistant.words.catalogue import Tongue, speak
from assistant.words.history import in_words, to_whom
from tests.conftest import MONDAY_TEN
from tests.store.test_log import EVERY_KIND, common


def told(moment: datetime) -> str:
    return f"{moment:%d-%m}"


@pytest.mark.parametrize("fact", EVERY_KIND, ids=lambda fact: type(fact).__name__)
def test_every_kind_of_fact_has_a_title(fact: Fact) -> None:
    title, _ = in_words(fact, told, "NL")

    assert title.strip()


def test_a_hand_over_says_to_whom_why_and_what_came_back() -> None:
    facts: list[Fact] = [
        HandedOn(**common(1), to="Els {x} <b>", note="na vijven"),
        HandOverSent(**common(2), reason=HandOverReason.UNREACHED, since=MONDAY_TEN),
        CameBack(**common(3), arrived_at=MONDAY_TEN, note="thuis"),
    ]

    assert [in_words(fact, told, "NL") for fact in facts] == [
        ("Handed over to Els {x} <b>", "na vijven"),
        ("Sent to the BDC: not reached", ""),
        ("Came back", "thuis"),
    ]


def test_the_bdc_has_its_dutch_name() -> None:
    speak(Tongue.DUTCH)
    try:
        assert to_whom("") == "het KCC"
    finally:
        speak(Tongue.ENGLISH)
