"""Pictures of every screen, for the demonstration, the README and whoever checks how it looks."""

from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QWidget

from assistant.core.facts import Outcome
from assistant.ui.main_window import Place
from assistant.ui.windows import Windows

_ROUNDS = 4


def take_pictures(windows: Windows, folder: Path) -> list[Path]:
    """Walk through the screens as a salesperson would, and write a picture of each.

    A new lead must be ringing. Its call is logged as missed and then taken back.

    Returns:
        The files written, in the order of the walk.
    """
    folder.mkdir(parents=True, exist_ok=True)
    taken = [
        _take(windows.card, folder / "popup.png"),
        _take(windows.main, folder / "today.png"),
    ]
    taken += _walk_the_card(windows, folder)
    for place in Place:
        if place is not Place.TODAY:
            windows.main.go_to(place)
            taken.append(_take(windows.main, folder / f"{place.value}.png"))
    windows.main.go_to(Place.TODAY)
    return taken


def _walk_the_card(windows: Windows, folder: Path) -> list[Path]:
    card, panel = windows.card, windows.card.panel
    panel.prompt.later_button.click()
    taken = [_take(card, folder / "popup-later.png")]
    panel.reopen()
    panel.prompt.call.click()
    taken.append(_take(card, folder / "popup-call.png"))
    _press_outcome(windows, Outcome.VOICEMAIL)
    taken.append(_take(card, folder / "popup-message.png"))
    card.undo.button.click()
    panel.prompt.call.click()
    _press_outcome(windows, Outcome.SPOKE)
    panel.next_step.steps.buttons()[0].click()
    taken.append(_take(card, folder / "popup-next-step.png"))
    card.undo.button.click()
    return taken


def _press_outcome(windows: Windows, outcome: Outcome) -> None:
    for tile in windows.card.panel.call.outcomes:
        if tile.property("outcome") == outcome.value:
            tile.click()


def _take(window: QWidget, path: Path) -> Path:
    """Let a window draw, and write its picture."""
    for _ in range(_ROUNDS):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    window.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    window.grab().save(str(path))
    return path
