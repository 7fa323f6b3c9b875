"""Starting the desktop: on a screen until its end, or without one for its pictures."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from assistant.app.places import places_of, remembered_look
from assistant.core.clock import Clock
from assistant.core.errors import AssistantError, CouldNotError
from assistant.folders import APP_NAME, DataFolder
from assistant.ui.look import theme
from assistant.ui.main_window import MainWindow
from assistant.ui.single import Single
from assistant.words.catalogue import Tongue, speak

if TYPE_CHECKING:
    from assistant.app.desktop import Desktop

_FIRST_PAINT_MS = 20


def run(
    folder: DataFolder,
    clock: Clock,
    tongue: Tongue | None,
    after: tuple[int, Callable[[], None]] | None = None,
) -> int | None:
    """Run the desktop until its end.

    Args:
        folder: Where everything lies.
        clock: The present moment.
        tongue: The language asked for; ``None`` leaves it to the settings.
        after: Something to do once, so many milliseconds after the start.

    Returns:
        The exit status; ``None`` when the desktop ran already and its window was raised.

    Raises:
        CouldNotError: If the folder cannot be used.
    """
    folder.make()
    app = QApplication([APP_NAME])
    app.setApplicationName(APP_NAME)
    app.setQuitOnLastWindowClosed(False)
    single = Single(folder)
    if not single.take():
        if single.raise_other():
            return None
        raise CouldNotError(
            "The app already runs on {path}, but does not answer.", path=folder.root
        )
    main = _first_window(app, folder, tongue)
    running = _Running(app, folder, clock, tongue, main)
    single.raised.connect(running.come)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: app.exit(0))
    QTimer.singleShot(_FIRST_PAINT_MS, running.open)
    if after is not None:
        QTimer.singleShot(*after)
    status = app.exec()
    running.close()
    single.release()
    if running.error is not None:
        raise running.error
    return status


class _Running(QObject):
    """The desktop behind the first window; the window stands there while it is loaded."""

    def __init__(
        self,
        app: QApplication,
        folder: DataFolder,
        clock: Clock,
        tongue: Tongue | None,
        main: MainWindow,
    ) -> None:
        super().__init__()
        self._app = app
        self._given = (folder, clock, tongue)
        self._main: MainWindow | None = main
        self._desktop: Desktop | None = None
        self.error: AssistantError | None = None

    @Slot()
    def open(self) -> None:
        """Load the rest of the program; end it if the folder cannot be used."""
        from assistant.app.desktop import Desktop  # noqa: PLC0415 - the first window comes first
        from assistant.app.log import write_log  # noqa: PLC0415

        write_log(self._given[0])
        try:
            self._desktop = Desktop(self._app, *self._given, main=self._main)
        except AssistantError as error:
            self.error = error
            self._app.exit(1)
        self._main = None

    @Slot()
    def come(self) -> None:
        """Bring the main window to the front: a second start asks for it."""
        if self._desktop is not None:
            self._desktop.come()

    def close(self) -> None:
        """End everything that was started."""
        if self._desktop is not None:
            self._desktop.close()


def _first_window(app: QApplication, folder: DataFolder, tongue: Tongue | None) -> MainWindow:
    places = places_of(folder)
    colours, last_tongue = remembered_look(places)
    tongue = tongue or last_tongue
    speak(tongue)
    theme.apply(app, colours)
    main = MainWindow(tongue)
    main.appear(places)
    return main


def picture(folder: DataFolder, clock: Clock, tongue: Tongue | None, to: Path) -> list[Path]:
    """Write pictures of the screens to ``to``, without a screen; return the files."""
    from assistant.app.desktop import Desktop  # noqa: PLC0415 - the first window comes first
    from assistant.app.log import write_log  # noqa: PLC0415
    from assistant.app.outside import Outside  # noqa: PLC0415
    from assistant.ui.shots import take_pictures  # noqa: PLC0415

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    write_log(folder)
    app = QApplication.instance() or QApplication([APP_NAME])
    assert isinstance(app, QApplication)  # noqa: S101 - there is no other kind here
    outside = Outside(lambda _link: None)
    desktop = Desktop(app, folder, clock, tongue, outside=outside, with_tray=False)
    try:
        return take_pictures(app, desktop.windows, to)
    finally:
        desktop.close()
