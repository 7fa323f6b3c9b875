"""A tiny program with everything the journeys must be able to see, press and wait for.

It stands in for the real one where the desktop itself is tested: a window with a field,
a card that comes up on top without taking the keyboard, a notification, and the time.
"""

import sys
import threading
import warnings

from plyer import notification
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.core.clock import utc_now

CARD = Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.FramelessWindowHint


class Card(QWidget):
    """The card: on top of everything, and never in the way of who is typing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, CARD)
        self.setWindowTitle("Toy card")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.said = QLabel("Sanne Hoekstra")
        call = QPushButton("&Call")
        call.clicked.connect(self.call)
        rows = QVBoxLayout(self)
        rows.addWidget(self.said)
        rows.addWidget(call)

    @Slot()
    def call(self) -> None:
        """Say that it was pressed, here and in a notification, which may take a while."""
        self.said.setText("Called")
        words = {"title": "Called <b>", "message": "Sanne & \u201cJan\u201d", "app_name": "Toy"}
        threading.Thread(target=notification.notify, kwargs=words).start()


class Desk(QWidget):
    """The window: something to write in, the time, and one field that has no name."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Toy desk")
        self.card = Card(self)
        self.time = QLabel()
        note = QLineEdit()
        note.setAccessibleName("Note")
        show = QPushButton("Show card")
        show.clicked.connect(self.card.show)
        rows = QVBoxLayout(self)
        for widget in (note, QLineEdit(), show, self.time):
            rows.addWidget(widget)
        ticking = QTimer(self)
        ticking.timeout.connect(self.tick)
        ticking.start(50)

    @Slot()
    def tick(self) -> None:
        """Show the moment it is."""
        self.time.setText(utc_now().isoformat())


def main() -> None:
    warnings.filterwarnings("ignore", "The Python dbus package", UserWarning)
    application = QApplication(sys.argv)
    desk = Desk()
    desk.show()
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
