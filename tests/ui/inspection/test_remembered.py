"""What the page looked at last comes again, and what cannot be read is as at the first time."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QSettings

from assistant.core.figures import Choice
from assistant.core.milestones import Interest
from assistant.core.period import Period
from assistant.core.preset import Preset
from assistant.core.request import Door
from assistant.ui.inspection.remembered import remember, remembered
from assistant.ui.inspection.scope import Span

TODAY = date(2026, 3, 31)


def test_what_was_chosen_is_there_again(places: QSettings) -> None:
    chosen = replace(
        remembered(places, TODAY, Preset.SIXTY),
        span=Span.FROM_TO,
        typed=Period(first=TODAY, last=TODAY),
        choice=Choice(
            owner="", source="*", doors=frozenset({Door.SHOWROOM}), interest=Interest.NEW
        ),
        preset=Preset.FLOOR,
    )

    remember(places, chosen)

    assert remembered(places, date(2026, 5, 1), Preset.SIXTY) == chosen


@pytest.mark.parametrize(("first", "last"), [("", ""), ("2026-03-31", "2026-03-30")])
def test_without_days_that_can_be_read_it_is_four_weeks_up_to_today(
    places: QSettings, first: str, last: str
) -> None:
    places.setValue("inspection/first", first)
    places.setValue("inspection/last", last)
    places.setValue("inspection/doors", "cellar")

    found = remembered(places, TODAY, Preset.DOES_IT)

    assert found.typed == Period(first=date(2026, 3, 4), last=TODAY)
    assert (found.choice, found.preset) == (Choice(), Preset.DOES_IT)
