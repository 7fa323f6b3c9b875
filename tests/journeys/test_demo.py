"""The demonstration on a screen: the app, and a new lead after three seconds."""

from pathlib import Path

from tests.journeys.desktop import Desktop
from tests.journeys.office import CARD, MAIN, START_WITHIN_S


def test_the_demonstration_shows_a_lead_and_leaves_nothing_behind(desktop: Desktop) -> None:
    program = desktop.python("main.py", "demo")
    desktop.screen.frame(MAIN, START_WITHIN_S)

    desktop.screen.frame(CARD, START_WITHIN_S)
    desktop.reader.window(CARD).shows("of 5 tries")
    temporary = Path(desktop.environment()["TMPDIR"])
    assert list(temporary.glob("followup-demo-*"))
    desktop.screen.activate(MAIN)
    desktop.screen.key("ctrl+q")

    assert program.wait(within=30) == 0
    assert program.complaints() == []
    assert not list(temporary.glob("followup-demo-*"))


def test_the_demonstration_without_a_screen_tells_the_same_in_words(desktop: Desktop) -> None:
    program = desktop.python("main.py", "demo", DISPLAY="")

    assert program.wait(within=60) == 0
    assert "New lead: Sanne Hoekstra" in program.output
    assert "Handed over to the BDC: Not reached" in program.output
