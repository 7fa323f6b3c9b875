"""A bare PySide6 window with a word in it."""

import sys

from PySide6.QtWidgets import QApplication, QLabel

app = QApplication(sys.argv)
label = QLabel("Hello")
label.resize(1_240, 700)
label.show()
sys.exit(app.exec())
