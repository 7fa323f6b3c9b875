"""One program on one data folder."""

from tests.journeys.office import MAIN, Office
from tests.journeys.window import Window


def test_a_second_start_raises_the_window_of_the_first(office: Office, writing: Window) -> None:
    first = office.open()
    screen = office.desktop.screen
    screen.activate("Toy desk")
    assert writing.title == "Toy desk"

    second = office.followup.run()

    assert second.wait(within=30) == 0
    assert "already" in second.output
    screen.patience.until(lambda: screen.is_active(MAIN), "the first one's window in front")
    assert first.exit_code is None
    assert len([frame for frame in screen.frames() if frame.title == MAIN]) == 1
    assert office.desktop.reader.applications().count("followup") == 1


def test_a_second_start_brings_back_a_window_that_was_closed(office: Office) -> None:
    first = office.open()
    screen = office.desktop.screen
    screen.close(MAIN)
    screen.patience.until(lambda: not screen.frames(), "the window to go")

    second = office.followup.run()

    assert second.wait(within=30) == 0
    screen.frame(MAIN)
    assert first.exit_code is None


def test_after_a_kill_the_next_start_is_a_first_one(office: Office) -> None:
    program = office.open()
    office.kill(program)

    again = office.open()

    assert again.exit_code is None
    assert office.desktop.screen.frame(MAIN).process == again.process_id


def test_two_data_folders_are_two_programs(office: Office) -> None:
    office.open()
    other = office.desktop.installation(office.data.parent / "other")

    second = other.run()

    screen = office.desktop.screen
    screen.patience.until(
        lambda: len([frame for frame in screen.frames() if frame.title == MAIN]) == 2,
        "the other one's window",
        within=30,
    )
    assert second.exit_code is None
    assert other.stop() == []
