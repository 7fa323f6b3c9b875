"""What every journey starts from: a desktop of its own, and the program on it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import MONDAY_TEN
from tests.journeys.desktop import LAPTOP, Desktop
from tests.journeys.office import Office
from tests.journeys.packages import require
from tests.journeys.program import Installation
from tests.journeys.window import Window

PICTURES = "JOURNEY_PICTURES"
"""Names a folder that is to keep the pictures, one folder a journey in it."""


@pytest.fixture
def screen_size() -> tuple[int, int]:
    """Parametrize a test with this name to run it on another screen."""
    return LAPTOP


@pytest.fixture
def desktop(
    tmp_path: Path, screen_size: tuple[int, int], request: pytest.FixtureRequest
) -> Iterator[Desktop]:
    require("qt", "journeys")
    folder = tmp_path / "desktop"
    folder.mkdir()
    kept = os.environ.get(PICTURES)
    pictures = Path(kept).absolute() / request.node.name.replace("/", "-") if kept else None
    with Desktop(folder, screen_size, pictures) as running:
        yield running


@pytest.fixture
def followup(desktop: Desktop, tmp_path: Path) -> Iterator[Installation]:
    """The assistant, with an empty data folder; whatever it complains of is a failure."""
    installation = desktop.installation(tmp_path / "data")
    yield installation
    complaints = installation.stop()
    assert not complaints, "the program complained:\n" + "\n".join(complaints)


@pytest.fixture
def office(desktop: Desktop, followup: Installation) -> Office:
    """The office on Monday 2 March 2026 at 10:00, with the usual opening hours."""
    desktop.clock.set(MONDAY_TEN)
    office = Office(desktop, followup, always_open=False)
    office.settle_in()
    return office


@pytest.fixture
def day_and_night(desktop: Desktop, followup: Installation) -> Office:
    """An office that never closes, at the machine's own time: there files have true ages."""
    office = Office(desktop, followup, always_open=True)
    office.settle_in()
    return office


@pytest.fixture
def writing(desktop: Desktop) -> Window:
    """Another program's window, which has the keyboard and is being typed into."""
    desktop.python("-m", "tests.journeys.toy")
    desktop.screen.frame("Toy desk")
    desktop.screen.activate("Toy desk")
    return desktop.reader.window("Toy desk")
