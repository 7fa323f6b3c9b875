"""The opening hours of one day, or of several alike, checked while they are typed."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit

from assistant.core.hours import Span
from assistant.ui.look.roles import set_invalid
from assistant.ui.settings_page.hours_text import hours_text, read_hours
from assistant.words.catalogue import tr


class HoursField(QLineEdit):
    """Asks for hours such as ``09:00-12:30, 13:00-18:00``; empty means closed.

    Signals:
        edited: The hours changed, or can no longer be read.
    """

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(tr("closed"))
        self._spans: tuple[Span, ...] | None = ()
        self.textEdited.connect(self._look)
        self.editingFinished.connect(self._tidy)

    @property
    def spans(self) -> tuple[Span, ...] | None:
        """Return the hours; ``None`` while they cannot be read."""
        return self._spans

    def show_spans(self, spans: tuple[Span, ...]) -> None:
        """Show hours in place of what was typed."""
        self._spans = spans
        self.setText(hours_text(spans))
        self._mark()

    def insist(self) -> None:
        """Put the keyboard here."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    @Slot()
    def _look(self) -> None:
        try:
            self._spans = read_hours(self.text())
        except ValueError:
            self._spans = None
        self._mark()
        self.edited.emit()

    @Slot()
    def _tidy(self) -> None:
        if self._spans is not None:
            self.setText(hours_text(self._spans))

    def _mark(self) -> None:
        wrong = self._spans is None
        set_invalid(self, wrong)
        said = tr("Write hours like this: 09:00-12:30, 13:00-18:00")
        self.setAccessibleDescription(said if wrong else "")
