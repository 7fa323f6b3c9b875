"""The small widgets: what they show, and what a screen reader hears."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from assistant.ui.look.banner import Banner
from assistant.ui.look.countdown import Countdown, state_of
from assistant.ui.look.dots import Dot, Dots
from assistant.ui.look.empty import EmptyState
from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.keyed import Tile
from assistant.ui.look.nav import NavRow
from assistant.ui.look.pill import Badge, Pill
from assistant.ui.look.ring import Ring
from assistant.ui.look.roles import State
from assistant.ui.look.scroll import ScrollArea
from assistant.ui.look.section import SectionHeader
from assistant.ui.look.tokens import LIGHT
from assistant.ui.look.undo_bar import UndoBar
from tests.ui.look.pixels import colours, shot

pytestmark = pytest.mark.usefixtures("dressed")


def heard(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize(
    ("seconds_left", "state"),
    [
        (120, State.CALM),
        (60, State.CALM),
        (59.9, State.WARM),
        (15, State.WARM),
        (14.9, State.URGENT),
        (0, State.URGENT),
        (-0.1, State.LATE),
    ],
)
def test_the_countdown_grows_pressing(seconds_left: float, state: State) -> None:
    assert state_of(seconds_left) is state


def test_the_countdown_shows_its_words_in_its_colour(qtbot: QtBot) -> None:
    countdown = Countdown()
    qtbot.addWidget(countdown)

    countdown.show_time(-35, "0:35 te laat")

    assert heard(countdown) == "0:35 te laat"
    assert LIGHT.late.lower() in colours(shot(countdown))


def test_the_countdowns_figures_do_not_tremble(qtbot: QtBot) -> None:
    countdown = Countdown()
    qtbot.addWidget(countdown)

    widths = set()
    for text in ("1:11", "0:48", "1:00"):
        countdown.show_time(70, text)
        widths.add(countdown.sizeHint().width())

    assert len(widths) == 1


def test_the_bar_under_the_countdown_makes_room_for_itself(qtbot: QtBot) -> None:
    countdown = Countdown()
    qtbot.addWidget(countdown)
    countdown.show_time(60, "1:00")
    without = countdown.sizeHint().height()

    countdown.show_time(60, "1:00", 0.5)

    assert countdown.sizeHint().height() > without


def test_dots_differ_in_shape_for_each_kind_of_try(qtbot: QtBot) -> None:
    pictures = []
    for kind in Dot:
        dots = Dots()
        qtbot.addWidget(dots)
        dots.show_tries([kind], "a try")
        pictures.append(shot(dots))

    assert all(one != other for i, one in enumerate(pictures) for other in pictures[:i])


def test_dots_are_heard_as_words(qtbot: QtBot) -> None:
    dots = Dots()
    qtbot.addWidget(dots)

    dots.show_tries([Dot.MADE, Dot.NEXT, Dot.OPEN], "1 of 3 tries")

    assert heard(dots) == "1 of 3 tries"


@pytest.mark.parametrize(("part", "whole"), [(0, 0), (0, 8), (7, 8), (8, 8), (9, 8)])
def test_the_ring_shows_any_share(qtbot: QtBot, part: int, whole: int) -> None:
    ring = Ring()
    qtbot.addWidget(ring)

    ring.show_share(part, whole, f"{part} of {whole}")

    assert heard(ring) == f"{part} of {whole}"
    full = bool(whole) and part >= whole
    assert (LIGHT.done.lower() in colours(shot(ring))) is full


def test_a_pill_shows_its_state_by_shape(qtbot: QtBot) -> None:
    grey, late = Pill("x"), Pill("x", State.LATE)
    qtbot.addWidget(grey)
    qtbot.addWidget(late)

    assert late.sizeHint().width() > grey.sizeHint().width()
    assert LIGHT.late.lower() in colours(shot(late))


def test_a_badge_counts_and_vanishes_at_zero(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    badge = Badge()
    badge.show_count(3, "3 waiting")
    assert not badge.isVisible()  # it is no window of its own
    QHBoxLayout(window).addWidget(badge)
    window.show()

    assert badge.isVisible()
    assert heard(badge) == "3 waiting"
    badge.show_count(120, "120 waiting")
    assert badge.text() == "99+"
    badge.show_count(0, "")
    assert not badge.isVisible()


def test_a_section_takes_a_button_at_its_end(qtbot: QtBot) -> None:
    section = SectionHeader("Now")
    qtbot.addWidget(section)
    section.show_count(2, "2 now", State.LATE)
    section.add(QPushButton("x"))
    section.show()

    assert section.badge.text() == "2"
    assert section.heading.property("state") == "late"


def test_an_empty_list_says_so(qtbot: QtBot) -> None:
    empty = EmptyState("check", "Nothing is due.")
    qtbot.addWidget(empty)
    empty.show()
    assert not empty.hint.isVisible()

    empty.show_text("Nothing is due.", "Next: 14:00")
    empty.add(QPushButton("x"))

    assert empty.hint.text() == "Next: 14:00"
    assert empty.hint.isVisible()


def test_undo_is_one_key_away(qtbot: QtBot) -> None:
    bar = UndoBar("Undo")
    qtbot.addWidget(bar)
    bar.show_message("<b>Voicemail</b> logged")
    assert bar.message.text() == "<b>Voicemail</b> logged"

    with qtbot.waitSignal(bar.undone):
        QTest.keyClick(bar.button, Qt.Key.Key_Space)


def test_a_banner_changes_its_state(qtbot: QtBot) -> None:
    banner = Banner("all well", State.DONE)
    qtbot.addWidget(banner)

    banner.show_text("no answer", State.LATE)

    assert banner.property("state") == "late"
    assert LIGHT.late_soft.lower() in colours(shot(banner))


def test_a_tile_is_a_button_with_words_that_wrap(qtbot: QtBot) -> None:
    tile = Tile("Verkeerd nummer", "wrong-number", "5")
    qtbot.addWidget(tile)
    tile.show()

    assert heard(tile) == "Verkeerd nummer"
    assert tile.height() >= tile.sizeHint().height() == 72
    with qtbot.waitSignal(tile.clicked):
        QTest.keyClick(tile, Qt.Key.Key_Space)


def test_a_row_of_the_sidebar_shows_what_waits(qtbot: QtBot) -> None:
    row = NavRow("Today", "today")
    qtbot.addWidget(row)
    before = shot(row)

    row.show_count(3, "3 late", pressing=True)

    assert shot(row) != before
    assert LIGHT.late.lower() in colours(shot(row))
    assert row.accessibleDescription() == "3 late"


def test_a_flow_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    flow = FlowLayout(window)
    labels = [QLabel(text) for text in ("one", "two", "three")]
    for label in labels:
        label.setFixedSize(100, 20)
        flow.addWidget(label)

    assert flow.heightForWidth(400) == 20
    assert flow.heightForWidth(220) == 20 + 8 + 20
    assert flow.heightForWidth(50) == 3 * 20 + 2 * 8
    flow.setGeometry(QRect(0, 0, 220, 60))
    assert labels[2].pos().toTuple() == (0, 28)
    assert flow.itemAt(3) is None
    assert flow.takeAt(0) is not None
    assert flow.count() == 2


def test_a_scroll_area_has_one_child_for_a_screen_reader_however_long_it_is(qtbot: QtBot) -> None:
    area, content = ScrollArea(), QLabel("kort")
    area.setWidget(content)
    qtbot.addWidget(area)
    area.resize(200, 100)
    area.show()
    assert QAccessible.queryAccessibleInterface(area).childCount() == 1
    assert not area.bar.isVisible()

    content.setMinimumHeight(500)
    qtbot.waitUntil(area.bar.isVisible)

    assert QAccessible.queryAccessibleInterface(area).childCount() == 1
    area.bar.setValue(50)
    assert area.verticalScrollBar().value() == 50
    assert content.geometry().right() < area.bar.geometry().left()
