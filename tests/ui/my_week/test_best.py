"""The one step that would bring most, in words."""

from assistant.core.figures import Part
from assistant.core.what_if import Interval, WhatIf
from assistant.ui.my_week.best import best_in_words


def best(base: int) -> WhatIf:
    more = {
        Part.IN_TIME: Interval(12, 12, 12),
        Part.APPOINTMENTS: Interval(3.6, -1.2, 8.4),
        Part.SALES: Interval(1.2, 1.1, 1.3),
    }
    return WhatIf(step=Part.IN_TIME, was=0.4, moved_to=1.0, more=more, base=base)


def test_it_says_what_would_have_come_of_it_between_bounds_and_on_what_assumption() -> None:
    assert best_in_words(best(40)) == (
        "Called in time: from 40% to 100% would have brought in twelve weeks: "
        "Appointments +4 (-1 … +8), Sales +1. If those went on as the others did."
    )


def test_where_nobody_went_on_it_says_what_the_step_itself_would_have_brought() -> None:
    step = {Part.SPOKEN: Interval(1, 1, 1)}
    spoken = WhatIf(step=Part.SPOKEN, was=0.0, moved_to=0.8, more=step, base=40)

    assert "in twelve weeks: Spoken to +1. If" in best_in_words(spoken)


def test_few_leads_are_said_to_be_few() -> None:
    assert best_in_words(best(29)).endswith("There were few leads: this says little.")


def test_where_nothing_is_below_target_it_says_so() -> None:
    assert best_in_words(None) == "In the last twelve weeks no step was below its target."
