"""What every chart is to the page: it draws a table, and tells what was pressed."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from assistant.ui.inspection.figure_table import Table


class Chart(QWidget):
    """Draws a table; again when the colours change.

    Signals:
        pressed: The ``Behind`` of a figure.
    """

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.table = Table()

    def show_table(self, table: Table) -> None:
        """Draw other figures."""
        self.table = table
        self.setAccessibleDescription(table.in_words())
        self.draw()

    def draw(self) -> None:
        """Draw the figures in the present colours."""
        raise NotImplementedError

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.table.titles:
            self.draw()
