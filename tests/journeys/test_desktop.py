"""The desktop of the journeys, proven with a toy before the program relies on it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.journeys.desktop import Desktop
from tests.journeys.packages import require
from tests.journeys.program import Program
from tests.journeys.waiting import NeverHappenedError, Patience
from tests.journeys.window import Window


@pytest.fixture
def toy(desktop: Desktop) -> Iterator[Program]:
    program = desktop.python("-m", "tests.journeys.toy")
    desktop.screen.frame("Toy desk")
    yield program
    assert program.complaints() == []


@pytest.fixture
def window(desktop: Desktop, toy: Program) -> Window:
    assert toy.exit_code is None
    return desktop.reader.window("Toy desk")


def holds(window: Window, text: str) -> bool:
    return window.field("Note").text == text


def test_a_card_comes_up_on_top_while_the_typing_goes_on_elsewhere(
    desktop: Desktop, window: Window
) -> None:
    screen = desktop.screen
    screen.activate("Toy desk")
    screen.type("abc")
    screen.patience.until(lambda: holds(window, "abc"), "the first letters")

    window.button("Show card").press()
    card = screen.frame("Toy card")
    screen.type("dëf €")

    screen.patience.until(lambda: holds(window, "abcdëf €"), "the last letters")
    assert screen.is_active("Toy desk")
    assert card.is_above
    assert screen.frames()[-1].title == "Toy card"


def test_a_click_gives_the_card_the_keyboard(desktop: Desktop, window: Window) -> None:
    window.button("Show card").press()
    card = desktop.reader.window("Toy card")

    desktop.screen.click(card.button("Call").centre)

    card.shows("Called")
    desktop.screen.patience.until(
        lambda: desktop.screen.is_active("Toy card"), "the card to get the keyboard"
    )


def test_a_button_pressed_by_the_screen_reader_sends_a_notification(
    desktop: Desktop, window: Window
) -> None:
    window.button("Show card").press()
    card = desktop.reader.window("Toy card")

    card.button("Call").press()

    assert card.shows("Called") == "Called"
    card.lacks("Sanne")
    notice = desktop.notices.one("Called")
    assert (notice.program, notice.title) == ("Toy", "Called <b>")
    assert notice.body == "Sanne & \u201cJan\u201d"


def test_the_screen_reader_writes_and_moves_the_keyboard(desktop: Desktop, window: Window) -> None:
    note = window.field("Note")
    note.write("Zoë € ß")
    assert note.again().text == "Zoë € ß"

    desktop.screen.activate("Toy desk")
    window.button("Show card").focus()
    held = desktop.screen.patience.until(window.focused, "a control to have the keyboard")
    desktop.screen.key("space")

    assert held.name == "Show card"
    desktop.reader.window("Toy card")


def test_a_control_without_a_name_is_told_of(window: Window) -> None:
    assert [control.role for control in window.nameless()] == ["text"]
    with pytest.raises(AssertionError, match="no accessible name in 'Toy desk'"):
        window.assert_all_named()


def test_the_running_program_sees_the_clock_jump_and_its_timers_go_on(
    desktop: Desktop, window: Window
) -> None:
    desktop.clock.set(datetime(2027, 3, 28, 0, 59, 58, tzinfo=UTC))
    window.shows("2027-03-28T00:59:58")
    window.shows("2027-03-28T01:00:00")

    desktop.clock.advance(timedelta(days=1))
    window.shows("2027-03-29T01:00:0")

    desktop.clock.advance(-timedelta(days=300))
    window.shows("2026-06-02T01:00:0")
    assert desktop.clock.now().date() == datetime(2026, 6, 2, tzinfo=UTC).date()


@pytest.mark.parametrize("screen_size", [(1366, 768), (3840, 2160)])
def test_a_picture_has_the_size_of_the_screen(
    desktop: Desktop, window: Window, screen_size: tuple[int, int]
) -> None:
    window.shows("20")

    picture = desktop.screen.picture("toy").read_bytes()

    assert picture.startswith(b"\x89PNG")
    assert picture[16:24] == b"".join(side.to_bytes(4) for side in screen_size)


def test_a_click_finds_its_place_at_twice_the_size(desktop: Desktop) -> None:
    desktop.python("-m", "tests.journeys.toy", QT_SCALE_FACTOR="2")
    window = desktop.reader.window("Toy desk")

    desktop.screen.click(window.button("Show card").centre, scale=2)

    desktop.reader.window("Toy card")


def test_a_killed_program_is_gone_at_once(desktop: Desktop, toy: Program) -> None:
    toy.kill()

    assert toy.exit_code == -9
    desktop.reader.no_window("Toy desk")
    assert desktop.screen.active() is None


def test_waiting_in_vain_ends_with_a_picture(desktop: Desktop, toy: Program) -> None:
    assert toy.exit_code is None
    with pytest.raises(NeverHappenedError, match=r"(?s)a window 'No such'.*failed.png.*Toy desk"):
        desktop.screen.frame("No such", within=0.1)


def test_two_desktops_side_by_side_leave_nothing_running(tmp_path: Path) -> None:
    require("qt", "journeys")
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()

    with Desktop(folders[0]) as one, Desktop(folders[1]) as two:
        one.python("-m", "tests.journeys.toy")
        one.reader.window("Toy desk")
        assert two.reader.applications() == []
        assert len(still_running(tmp_path)) >= 12

    Patience().until(lambda: not still_running(tmp_path), "every process to end")


def still_running(folder: Path) -> list[str]:
    """Return the processes whose home lies in a folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"HOME={folder}/".encode() in (process / "environ").read_bytes():
                found.append((process / "comm").read_text().strip())
        except OSError:
            continue
    return found
