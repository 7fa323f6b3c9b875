from enum import StrEnum

import pytest

from assistant.core.figures import Broken, Part, Response
from assistant.core.milestones import Interest
from assistant.core.preset import Preset
from assistant.words.catalogue import Tongue, speak
from assistant.words.figure_words import (
    figure_name,
    in_share,
    meaning,
    number,
    with_bare_share,
    with_share,
)

WORDS = [*Part, *Broken, *Interest, *Response, *Preset]


@pytest.mark.parametrize("word", WORDS, ids=repr)
def test_every_figure_has_a_name(word: StrEnum) -> None:
    assert figure_name(word)


@pytest.mark.parametrize("part", Part)
def test_every_part_says_what_it_counts(part: Part) -> None:
    assert meaning(part).endswith(".")


@pytest.mark.parametrize("tongue", Tongue)
def test_a_share_is_written_one_way_with_bounds_where_leads_are_few(tongue: Tongue) -> None:
    speak(tongue)

    assert (in_share(50, 100), in_share(7, 10), in_share(0, 0)) == ("50%", "70% (40–89%)", "–")
    assert (with_share(50, 100), with_share(7, 10)) == ("50 (50%)", "7 (70%, 40–89%)")
    of = {Tongue.DUTCH: "van", Tongue.ENGLISH: "of"}[tongue]
    assert (with_bare_share(21, 30), with_bare_share(7, 10)) == ("21 (70%)", f"7 {of} 10")
    assert (with_bare_share(0, 0), with_share(0, 0)) == ("–", "–")
    speak(Tongue.ENGLISH)


def test_bounds_stand_up_to_twenty_nine_leads_and_no_share_is_over_the_whole() -> None:
    assert (in_share(15, 30), with_share(15, 30)) == ("50%", "15 (50%)")
    assert (in_share(14, 29), with_share(14, 29)) == ("48% (31–66%)", "14 (48%, 31–66%)")
    assert in_share(31, 30) == "100%"


def test_thousands_are_parted_as_people_here_do() -> None:
    english = number(12345)
    speak(Tongue.DUTCH)
    dutch = number(12345)
    speak(Tongue.ENGLISH)

    assert (english, dutch) == ("12,345", "12.345")
