"""A bare mail client: imap-tools waits on a server, and a window is shown when mail comes."""

import sys
import threading

from imap_tools import AND, MailBoxUnencrypted
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel

host, port, user, password = sys.argv[1:]
app = QApplication(sys.argv)
window = QLabel("Waiting")
window.resize(1_240, 700)
window.show()
popup = QLabel(None, Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint)
popup.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


class Post(QObject):
    """Carries a mail to the main thread."""

    came = Signal(str)


def wait() -> None:
    """Wait for one mail and show what it says; look whatever IDLE said, it can be silent."""
    with MailBoxUnencrypted(host, int(port)).login(user, password) as box:
        known = set(box.uids())
        while not (new := set(box.uids()) - known):
            box.idle.wait(timeout=10)
        for mail in box.fetch(AND(uid=list(new)), mark_seen=False):
            post.came.emit(mail.text)


def show(text: str) -> None:
    """Show a mail."""
    popup.setText(text)
    popup.show()


post = Post()
post.came.connect(show)
threading.Thread(target=wait, daemon=True).start()
sys.exit(app.exec())
