"""What has run on somebody's machine stays as it was."""

from hashlib import sha256

import pytest

from assistant.store.migrations import STEPS

RELEASED = {
    "m0001_the_log_and_what_is_derived_from_it": "55e46e59a8b67878",
    "m0002_what_a_person_made_of_a_message": "f7a1541567afe532",
    "m0003_passive_leads": "90d31c98f8ff8307",
    "m0004_merged_and_split_leads": "8567b0ece68f231d",
    "m0005_what_was_asked_for": "7e2752cf91b7be82",
    "m0006_privacy": "98ac01e0390cc42d",
    "m0007_outgoing_mail_and_answers": "e81bf2f1ee337a8c",
    "m0008_facts_by_their_moment": "e9f88298a20c9aed",
    "m0009_hand_overs_sent_and_come_back": "8773537b8129de32",
    "m0010_milestones": "4751a170e5ae3ccc",
    "m0011_hand_overs_opened_as_drafts": "bc110444ae13eaad",
    "m0012_calls_by_telephone": "5fb6d5a8098bb2bf",
    "m0013_views_for_other_programs": "4c65e2946eb5961a",
}
"""The steps that were released, each with the beginning of its script's hash."""


def test_released_steps_stay_in_front_in_their_order() -> None:
    assert list(STEPS)[: len(RELEASED)] == list(RELEASED)


@pytest.mark.parametrize("name", RELEASED)
def test_the_script_of_a_released_step_never_changes(name: str) -> None:
    assert sha256(STEPS[name].encode()).hexdigest()[:16] == RELEASED[name]
