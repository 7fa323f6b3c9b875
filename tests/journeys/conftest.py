"""What every journey starts from: a desktop of its own, and the program on it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.desktop import LAPTOP, Desktop
from tests.journeys.packages import require
from tests.journeys.program import Installation

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
