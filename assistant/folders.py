"""The data folder: where each thing lies that the program keeps."""

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from assistant.core.errors import CouldNotError

APP_NAME = "followup"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The paths below one data folder."""

    root: Path

    @property
    def database(self) -> Path:
        """The log and what is derived from it."""
        return self.root / "followup.db"

    @property
    def settings(self) -> Path:
        """The commented settings."""
        return self.root / "settings.toml"

    @property
    def spool(self) -> Path:
        """Messages on their way to the database."""
        return self.root / "spool"

    @property
    def ringing(self) -> Path:
        """The calls that ring; may be thrown away."""
        return self.root / "ringing"

    @property
    def own_calls(self) -> Path:
        """The calls that were made from a page and have not ended; may be thrown away."""
        return self.root / "own-calls"

    @property
    def inbox(self) -> Path:
        """The folder watched out of the box."""
        return self.root / "inbox"

    @property
    def logs(self) -> Path:
        """What the program writes of its own doings."""
        return self.root / "logs"

    @property
    def drafts(self) -> Path:
        """Mails for the user's own program that no link can carry; may be thrown away."""
        return self.root / "drafts"

    def placed(self, folder: str, usual: Path) -> Path:
        """Return a folder as the settings name it, a relative one in here; else the usual."""
        return self.root / folder if folder else usual

    @property
    def appointments(self) -> Path:
        """The coming appointments, for calendars to subscribe to; made anew when they change."""
        return self.root / "appointments.ics"

    @property
    def texts(self) -> Path:
        """The dealer's own texts, where they differ; there only once he changed one."""
        return self.root / "texts.toml"

    @property
    def handover(self) -> Path:
        """Where hand-overs to the BDC are written out of the box; made when needed."""
        return self.root / "handover"

    @property
    def portals(self) -> Path:
        """The dealer's own additions to the portals; there only if he made it."""
        return self.root / "portals.toml"

    @property
    def mailboxes(self) -> Path:
        """How far each mailbox was read; may be thrown away."""
        return self.root / "mailboxes"

    @property
    def holidays(self) -> Path:
        """Public holidays that were looked up; may be thrown away."""
        return self.root / "holidays.json"

    @property
    def lock(self) -> Path:
        """Held by the one desktop app that runs on this folder."""
        return self.root / "running.lock"

    @property
    def wishes(self) -> Path:
        """Where a second start asks the running app to come to the front."""
        return self.root / "wishes"

    def make(self) -> None:
        """Make the folder and those in it.

        Raises:
            CouldNotError: If they cannot be made there.
        """
        try:
            for folder in (self.root, self.spool, self.inbox, self.logs, self.wishes):
                folder.mkdir(parents=True, exist_ok=True)
            if not os.access(self.root, os.W_OK | os.X_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        except OSError as error:
            raise CouldNotError(
                "The data folder {path} cannot be made or written.", path=self.root
            ) from error


def default_folder() -> DataFolder:
    """Return the platform's folder for this user's data."""
    from platformdirs import user_data_path  # noqa: PLC0415 - for who names no folder

    return DataFolder(user_data_path(APP_NAME, appauthor=False))
