from enum import StrEnum

import pytest

from assistant.core.figures import Broken, Part, Response
from assistant.core.milestones import Interest
from assistant.core.preset import Preset
from assistant.words.figure_words import figure_name, meaning

WORDS = [*Part, *Broken, *Interest, *Response, *Preset]


@pytest.mark.parametrize("word", WORDS, ids=repr)
def test_every_figure_has_a_name(word: StrEnum) -> None:
    assert figure_name(word)


@pytest.mark.parametrize("part", Part)
def test_every_part_says_what_it_counts(part: Part) -> None:
    assert meaning(part).endswith(".")
