"""A field for what nobody may read over a shoulder, and the eye that shows it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QToolButton

from assistant.ui.look.tool import name_tool


class SecretLine(QLineEdit):
    """Shows dots, until its eye is pressed."""

    def __init__(self, name: str, eye_name: str) -> None:
        """Set up.

        Args:
            name: What is typed here, for the screen reader.
            eye_name: What the eye does.
        """
        super().__init__()
        self.setAccessibleName(name)
        self.eye = QToolButton()
        self.eye.setCheckable(True)
        name_tool(self.eye, "eye", eye_name)
        self.eye.toggled.connect(self._show)
        self._show(shown=False)

    def start(self) -> None:
        """Be empty and hidden."""
        self.clear()
        self.eye.setChecked(False)

    @Slot(bool)
    def _show(self, *, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
