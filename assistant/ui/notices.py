"""The desktop's own notices: best effort, on a thread of their own. Our card is what counts.

plyer can block, says nothing when nothing was shown, and fails on texts that are too long for
Windows; so texts are cut here, at most one notice goes out in ten seconds, and names are all
that it carries of a customer.
"""

import logging
import shutil
import sys
import threading
import unicodedata
import warnings
from collections.abc import Callable
from queue import SimpleQueue

from PySide6.QtCore import QObject, Signal

from assistant.names import shortened

logger = logging.getLogger(__name__)

PAUSE_S = 10.0
_LONGEST_TITLE, _LONGEST_BODY = 60, 250

Show = Callable[[str, str], None]
Summarise = Callable[[int], str]


class Notices(QObject):
    """Shows notices one after the other.

    Signals:
        not_shown: A notice (``title``, ``body``) could not be shown; the tray may try.
    """

    not_shown = Signal(str, str)

    def __init__(
        self,
        app_name: str,
        summarise: Summarise,
        *,
        show: Show | None = None,
        pause: float = PAUSE_S,
    ) -> None:
        """Set up and start the thread.

        Args:
            app_name: What the desktop calls us.
            summarise: Makes one title of several notices that came during a pause.
            show: Shows one; plyer's if left out.
            pause: Seconds between two.
        """
        super().__init__()
        self._app_name = app_name
        self._summarise = summarise
        self._show = show or self._by_plyer
        self._pause = pause
        self._queue: SimpleQueue[tuple[str, str] | None] = SimpleQueue()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="notices", daemon=True)
        self._thread.start()

    def tell(self, title: str, body: str) -> None:
        """Show a notice soon; returns at once."""
        self._queue.put((_clean(title, _LONGEST_TITLE), _clean(body, _LONGEST_BODY)))

    def stop(self) -> None:
        """Forget what is waiting and end the thread; one that blocks is left behind."""
        self._stopping.set()
        self._queue.put(None)
        self._thread.join(timeout=2.0)

    def _run(self) -> None:
        while True:
            notice = self._queue.get()
            if notice is None or self._stopping.is_set():
                return
            waiting = [notice]
            while not self._queue.empty():
                more = self._queue.get()
                if more is None:
                    return
                waiting.append(more)
            title, body = notice if len(waiting) == 1 else (self._summarise(len(waiting)), "")
            self._try(title, body)
            self._stopping.wait(self._pause)

    def _try(self, title: str, body: str) -> None:
        try:
            self._show(title, body)
        except Exception as error:  # noqa: BLE001 - whatever plyer's platform code raises
            logger.warning("no notice was shown: %s", error)
            self.not_shown.emit(title, body)

    def _by_plyer(self, title: str, body: str) -> None:
        if sys.platform.startswith("linux") and shutil.which("notify-send") is None:
            raise FileNotFoundError("notify-send")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it speaks to developers of a missing dbus package
            from plyer import notification  # noqa: PLC0415 - not needed to show the first window

            notification.notify(title=title, message=body, app_name=self._app_name, timeout=10)


def _clean(text: str, longest: int) -> str:
    """Cut a text to what every desktop takes; never let it begin like an option."""
    letters = ("" if unicodedata.category(letter) in {"Cc", "Cf"} else letter for letter in text)
    cleaned = " ".join("".join(letters).split()).lstrip("-")
    return shortened(cleaned, longest)
