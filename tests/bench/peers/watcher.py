"""A bare folder watcher: a window stands, and another is shown when a file lands."""

import sys
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, Qt
from PySide6.QtWidgets import QApplication, QLabel

app = QApplication(sys.argv)
window = QLabel("Waiting")
window.resize(1_240, 700)
window.show()
popup = QLabel(None, Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint)
popup.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
folder = Path(sys.argv[1])


def landed() -> None:
    """Show what the first file says."""
    for path in folder.iterdir():
        popup.setText(path.read_text("utf-8"))
        popup.show()
        return


watcher = QFileSystemWatcher([str(folder)])
watcher.directoryChanged.connect(landed)
sys.exit(app.exec())
