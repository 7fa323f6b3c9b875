"""What is chosen at the top: a typed period that is none is told in words, and changes nothing."""

from datetime import date

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assistant.core.figures import Choice
from assistant.core.period import Period
from assistant.core.preset import Preset
from assistant.ui.inspection.day_field import DayField
from assistant.ui.inspection.filter_bar import FilterBar
from assistant.ui.inspection.remembered import Remembered
from assistant.ui.inspection.scope import Span
from tests.ui.conftest import Show

FEBRUARY = Period(first=date(2026, 2, 1), last=date(2026, 2, 28))


@pytest.fixture
def bar(show: Show) -> FilterBar:
    """Return filters with a typed period."""
    bar = FilterBar(
        Remembered(span=Span.FROM_TO, typed=FEBRUARY, choice=Choice(), preset=Preset.SIXTY)
    )
    show(bar)
    return bar


def write(field: DayField, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)
    field.editingFinished.emit()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("32-13-2026", "No day can be read here: write it as 3-2-2026, from 1990 on."),
        ("abc", "No day can be read here: write it as 3-2-2026, from 1990 on."),
        ("31-12-1989", "No day can be read here: write it as 3-2-2026, from 1990 on."),
        ("31-1-2026", "The last day lies before the first."),
    ],
)
def test_days_that_are_no_period_are_told_in_words_and_those_before_stay(
    text: str, sentence: str, bar: FilterBar, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(bar.chosen):
        write(bar.last, text)

    assert bar.state.typed == FEBRUARY
    assert bar.days.isVisible()
    assert bar.problem.isVisible()
    assert bar.problem.text() == bar.last.accessibleDescription() == sentence
    assert bar.last.property("invalid")
    assert not bar.first.property("invalid")


def test_the_sentence_goes_as_soon_as_it_is_a_period_again(bar: FilterBar, qtbot: QtBot) -> None:
    write(bar.first, "1-3-2026")
    assert bar.problem.isVisible()

    bar.last.selectAll()
    QTest.keyClicks(bar.last, "31-3-2026")
    assert not bar.problem.isVisible()
    assert not bar.last.property("invalid")
    assert not bar.last.accessibleDescription()
    with qtbot.waitSignal(bar.chosen):
        bar.last.editingFinished.emit()

    assert bar.state.typed == Period(first=date(2026, 3, 1), last=date(2026, 3, 31))


def test_nothing_is_told_while_a_day_is_being_typed_or_another_span_is_chosen(
    bar: FilterBar,
) -> None:
    QTest.keyClicks(bar.first, "0")
    assert not bar.problem.isVisible()

    bar.first.editingFinished.emit()
    bar.span.setCurrentIndex(bar.span.findData(Span.LAST_WEEK))

    assert not bar.problem.isVisible()
