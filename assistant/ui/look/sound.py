"""Plays a sound and forgets it. A sound that cannot be played is a beep, never an error.

The Qt that we ship has no multimedia; each system brings a player of its own.
"""

import shutil
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

_PLAYERS = ("pw-play", "paplay", "aplay", "afplay")


def play(path: Path) -> None:
    """Play a WAV file in the background, or beep when nothing on this computer can."""
    if not (path.is_file() and _start(path.resolve())):
        QApplication.beep()


if sys.platform == "win32":
    import winsound

    def _start(path: Path) -> bool:
        flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
        try:
            winsound.PlaySound(str(path), flags)
        except RuntimeError:
            return False
        return True

else:

    def _start(path: Path) -> bool:
        player = next((found for name in _PLAYERS if (found := shutil.which(name))), None)
        if player is None:
            return False
        from PySide6.QtCore import QProcess  # noqa: PLC0415 - not before the first ring

        process = QProcess()
        process.setProgram(player)
        process.setArguments([str(path)])
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        started: object = process.startDetached()  # Qt forks twice: init reaps it, not we
        return bool(started[0] if isinstance(started, tuple) else started)  # by version
