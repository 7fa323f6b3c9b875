"""A disk that runs full and has room again, at the journey's word."""

from pathlib import Path

from tests.journeys.clock import build_library
from tests.journeys.desktop import Desktop


class Disk:
    """The disk that a folder lies on. See ``full_disk.c``."""

    def __init__(self, desktop: Desktop, folder: Path) -> None:
        self._full = desktop.folder / "disk-is-full"
        self._folder = folder
        self._libraries = (
            desktop.clock.environment["LD_PRELOAD"],
            str(build_library("full_disk", desktop.folder)),
        )

    @property
    def environment(self) -> dict[str, str]:
        """What a program must be started with to lie on this disk."""
        return {
            "LD_PRELOAD": " ".join(self._libraries),
            "JOURNEY_DISK": str(self._folder),
            "JOURNEY_DISK_FULL": str(self._full),
        }

    def run_full(self) -> None:
        """Let nothing more be written."""
        self._full.touch()

    def make_room(self) -> None:
        """Let everything be written again."""
        self._full.unlink()
