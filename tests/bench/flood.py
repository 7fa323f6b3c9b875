"""``python -m tests.bench.flood FOLDER``: how long the window stands still in a flood of mail.

The desktop runs in this process, without a screen. A thread puts 10,000 mails into the spool
within a minute, as a mailbox's thread does; a timer sees how long the event loop is away.
"""

import sys
import threading
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from assistant.app.desktop import Desktop
from assistant.core.clock import utc_now
from assistant.folders import DataFolder
from assistant.intake.reading.forms.portal_table import shipped_portals
from assistant.intake.spool import Kind, Message, Spool
from tests.services.conftest import a_mail

MAILS = 10_000
DURING_S = 60.0
_BATCH = 20
_LOOK_EVERY_MS = 5
_SETTLED_MS = 3_000


class Flood:
    """Floods a desktop, and remembers the longest time for which its loop was away."""

    def __init__(self, app: QApplication, desktop: Desktop, spool: Spool) -> None:
        self._app, self._desktop, self._spool = app, desktop, spool
        self._mails = [a_mail(number) for number in range(MAILS)]
        self._ticks = QTimer(interval=_LOOK_EVERY_MS)
        self._ticks.timeout.connect(self._tick)
        self._thread = threading.Thread(target=self._put)
        self._seen = 0.0
        self.longest_s = 0.0

    def begin(self) -> None:
        """Let the mails come."""
        self._seen = perf_counter()
        self._ticks.start()
        self._thread.start()

    def _tick(self) -> None:
        now = perf_counter()
        self.longest_s = max(self.longest_s, now - self._seen - _LOOK_EVERY_MS / 1000)
        self._seen = now
        held = self._desktop.qt_desk
        if len(held.agenda) + held.beyond >= MAILS:
            self._ticks.stop()
            self._thread.join()
            self._app.exit(0)

    def _put(self) -> None:
        shipped_portals()  # a mailbox's thread loads the readers
        since, pause = perf_counter(), threading.Event()
        for number, content in enumerate(self._mails):
            name = f"sales-{number}.eml"
            self._spool.put(
                Message(kind=Kind.FILE, name=name, arrived_at=utc_now(), content=content)
            )
            if number % _BATCH == _BATCH - 1:
                pause.wait(max(0.0, since + DURING_S * number / MAILS - perf_counter()))


def main() -> None:
    """Print the longest time, in milliseconds."""
    folder = DataFolder(Path(sys.argv[1]))
    app = QApplication(sys.argv)
    desktop = Desktop(app, folder, utc_now, None, with_tray=False)
    flood = Flood(app, desktop, Spool(folder.spool, utc_now))
    QTimer.singleShot(_SETTLED_MS, flood.begin)
    app.exec()
    desktop.close()
    sys.stdout.write(f"{flood.longest_s * 1000:.0f}\n")


if __name__ == "__main__":
    main()
