"""The tray: how many leads ask for attention, how pressing, and a menu.

Some desktops have none; the program works without.
"""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from assistant.ui.around import Around
from assistant.ui.look.app_icon import tray_icon
from assistant.ui.look.countdown import state_of
from assistant.ui.look.roles import State
from assistant.ui.sentences import time_left
from assistant.words.catalogue import tr, tr_count


class Tray(QObject):
    """Shows the state of the desk beside the clock.

    Signals:
        opened: The main window is wanted.
        card_wanted: The card is wanted, with the keyboard.
        form_wanted: The form is wanted.
        left: The program shall end.
    """

    opened = Signal()
    card_wanted = Signal()
    form_wanted = Signal()
    left = Signal()

    def __init__(self, around: Around, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self.icon = QSystemTrayIcon(tray_icon(), self)
        self.menu = QMenu()
        for text, wanted in (
            (tr("Open"), self.opened),
            (tr("Show the card"), self.card_wanted),
            (tr("Log a contact"), self.form_wanted),
            (tr("Quit"), self.left),
        ):
            action = QAction(text, self.menu)
            action.triggered.connect(wanted)
            self.menu.addAction(action)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        around.qt_desk.beat.connect(self.look)
        around.qt_desk.changed.connect(self.look)
        self._shown: tuple[int, State | None] | None = None
        self.look()

    @staticmethod
    def exists() -> bool:
        """Say whether this desktop has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """Appear in the tray, if there is one."""
        if self.exists():
            self.icon.show()

    def hide(self) -> None:
        """Disappear."""
        self.icon.hide()

    def tell(self, title: str, body: str) -> None:
        """Show a notice by the tray."""
        if self.icon.isVisible():
            self.icon.showMessage(title, body, QIcon())

    @Slot()
    def look(self) -> None:
        """Show how many leads ask for attention, and how pressing the first of them is."""
        ringing, now = self._around.qt_desk.ringing(), self._around.now()
        state = state_of(time_left(ringing[0].prompt, now).total_seconds()) if ringing else None
        count = len(ringing) + self._around.qt_desk.beyond
        shown = (count, state)
        if shown == self._shown:
            return
        self._shown = shown
        self.icon.setIcon(tray_icon(count, state))
        text = tr_count("{count} lead is due", "{count} leads are due", count)
        self.icon.setToolTip(text.format(count=count) if count else tr("Nothing is due."))

    @Slot(QSystemTrayIcon.ActivationReason)
    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        }:
            self.opened.emit()
