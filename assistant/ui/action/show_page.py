"""An hour after an appointment nobody marked: did the customer come?"""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from assistant.core.facts import AppointmentEvent
from assistant.ui.around import Around
from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.moment.picker import MomentPicker
from assistant.words.catalogue import tr


class ShowPage(QWidget):
    """Asks what became of an appointment.

    Signals:
        marked: What happened (``AppointmentEvent``, its new moment or ``None``).
    """

    marked = Signal(object, object)

    def __init__(self, around: Around) -> None:
        super().__init__()
        self.heading = PlainLabel(tr("Did the customer come?"), Text.HEADING)
        self.came = QPushButton(icon("check", Tint.ON_ACCENT), tr("Came"))
        set_variant(self.came, Variant.PRIMARY)
        self.did_not_come = QPushButton(icon("cross"), tr("Did not come"))
        self.moved = QPushButton(icon("calendar"), tr("Moved"))
        self.cancelled = QPushButton(tr("Cancelled"))
        self.picker = MomentPicker(around)
        self.save = QPushButton(tr("Save the new time"))
        self._mark(self.came, AppointmentEvent.SHOW)
        self._mark(self.did_not_come, AppointmentEvent.NO_SHOW)
        self._mark(self.cancelled, AppointmentEvent.CANCELLED)
        self.moved.clicked.connect(self._ask_moment)
        self.save.clicked.connect(self._move)
        first, second = QHBoxLayout(), QHBoxLayout()
        for row, buttons in (
            (first, (self.came, self.did_not_come)),
            (second, (self.moved, self.cancelled)),
        ):
            row.setSpacing(SPACE.one)
            for button in buttons:
                row.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.one)
        column.addWidget(self.heading)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.picker)
        column.addWidget(self.save)

    def start(self) -> None:
        """Ask anew."""
        self._show_picker(shown=False)

    def _mark(self, button: QPushButton, event: AppointmentEvent) -> None:
        button.setProperty("event", event.value)
        button.clicked.connect(self._say)

    @Slot()
    def _say(self) -> None:
        self.marked.emit(AppointmentEvent(self.sender().property("event")), None)

    @Slot()
    def _ask_moment(self) -> None:
        self.picker.start()
        self._show_picker(shown=True)

    @Slot()
    def _move(self) -> None:
        self.marked.emit(AppointmentEvent.MOVED, self.picker.moment())

    def _show_picker(self, *, shown: bool) -> None:
        self.picker.setVisible(shown)
        self.save.setVisible(shown)
