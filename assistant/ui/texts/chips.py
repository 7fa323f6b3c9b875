"""The fields that a text may use: each is put in by a click."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from assistant.outreach.fields import Field
from assistant.ui.form.pieces import card
from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.roles import Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.texts.names import field_name
from assistant.words.catalogue import tr


class FieldChips(QWidget):
    """Lists the fields by name and as they are written.

    Signals:
        chosen: A field is to be put in (``str``, with its braces).
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.chips = [self._chip(field) for field in Field]
        frame, column = card(tr("Fields: click to put one in"))
        column.setSpacing(SPACE.one)
        flow = FlowLayout(None, SPACE.half)
        for chip in self.chips:
            flow.addWidget(chip)
        column.addLayout(flow)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _chip(self, field: Field) -> QPushButton:
        name = field_name(field)
        chip = QPushButton(f"{name} {{{field}}}")
        chip.setAccessibleName(tr("Put in: {field}").format(field=name))
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the text
        chip.setProperty("field", f"{{{field}}}")
        chip.clicked.connect(self._choose)
        set_variant(chip, Variant.CHOICE)
        return chip

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("field"))
