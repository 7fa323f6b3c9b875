"""Pictures of every screen, for the demonstration, the README and whoever checks how it looks."""

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QBuffer, QEventLoop, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from assistant.core.errors import CouldNotError
from assistant.core.facts import Outcome
from assistant.demo.passive_list import CONTENT, NAME
from assistant.ui.look import theme
from assistant.ui.main_window import Place
from assistant.ui.windows import Windows

_ROUNDS = 4


def take_pictures(app: QApplication, windows: Windows, folder: Path) -> list[Path]:
    """Write a picture of every screen, in light and in dark colours (``…-dark.png``).

    A new lead must be ringing.

    Returns:
        The files written, in the order in which a salesperson would see them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    taken = []
    for colours, ending in ((theme.Theme.DARK, "-dark"), (theme.Theme.LIGHT, "")):
        theme.apply(app, colours)
        taken += [
            path.replace(path.with_stem(path.stem + ending)) for path in _walk(windows, folder)
        ]
    return taken


def _walk(windows: Windows, folder: Path) -> list[Path]:
    """Walk through the screens; the call made on the way is taken back."""
    taken = [
        _take(windows.card, folder / "popup.png"),
        _take(windows.main, folder / "today.png"),
    ]
    taken += _walk_the_card(windows, folder)
    for place in Place:
        if place is not Place.TODAY:
            windows.main.go_to(place)
            while place is Place.MY_WEEK and windows.pages.my_week.errand.is_running:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            while place is Place.INSPECTION and windows.pages.inspection.is_busy:
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            taken.append(_take(windows.main, folder / f"{place.value}.png"))
        if place is Place.HANDED_OVER:
            taken.append(_take_list(windows, folder / "list.png"))
    windows.main.go_to(Place.TODAY)
    return taken


def _take_list(windows: Windows, path: Path) -> Path:
    """Picture a list that is about to be imported, and leave it."""
    with TemporaryDirectory() as aside:
        passive_list = Path(aside) / NAME
        passive_list.write_bytes(CONTENT)
        windows.pages.open_list(passive_list)
        page = windows.pages.passive_list
        while page.is_busy:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    taken = _take(windows.main, path)
    page.cancel.click()
    return taken


def _walk_the_card(windows: Windows, folder: Path) -> list[Path]:
    card, panel = windows.card, windows.card.panel
    card.small.click()
    taken = [_take(card, folder / "popup-small.png")]
    card.small.click()
    panel.pages.prompt.later_button.click()
    taken.append(_take(card, folder / "popup-later.png"))
    panel.reopen()
    panel.pages.prompt.call.click()
    taken.append(_take(card, folder / "popup-call.png"))
    _press_outcome(windows, Outcome.VOICEMAIL)
    taken.append(_take(card, folder / "popup-message.png"))
    card.undo.button.click()
    panel.pages.prompt.call.click()
    _press_outcome(windows, Outcome.SPOKE)
    panel.pages.next_step.steps.buttons()[0].click()
    taken.append(_take(card, folder / "popup-next-step.png"))
    card.undo.button.click()
    return taken


def _press_outcome(windows: Windows, outcome: Outcome) -> None:
    for tile in windows.card.panel.pages.call.outcomes:
        if tile.property("outcome") == outcome.value:
            tile.click()


def _take(window: QWidget, path: Path) -> Path:
    """Let a window draw, and write its picture."""
    for _ in range(_ROUNDS):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    window.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    picture = QPixmap(window.size())
    picture.fill(Qt.GlobalColor.transparent)  # around the card's round corners
    window.render(picture)
    written = QBuffer()
    picture.save(written, "PNG")
    try:
        path.write_bytes(written.data().data())
    except OSError as error:
        raise CouldNotError("Nothing can be written to {path}.", path=path) from error
    return path
