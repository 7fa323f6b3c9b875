"""What a choice leaves out others for."""

import pytest

from assistant.core.figures import Choice
from assistant.core.milestones import Interest
from assistant.core.request import Door
from assistant.words.choice_words import named_choice


@pytest.mark.parametrize(
    ("choice", "named"),
    [
        (Choice(), []),
        (Choice(owner="Piet", source=""), ["Piet", "Not known"]),
        (Choice(interest=Interest.NEW), ["Online, new car"]),
        (Choice(doors=frozenset(Door)), ["All doors"]),
        (Choice(doors=frozenset({Door.WEB})), ["Online"]),
    ],
)
def test_only_what_is_not_usual_is_named(choice: Choice, named: list[str]) -> None:
    assert named_choice(choice) == named
