"""What came in and could not be read, beside the form in which a person types it over."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistant.desk import StoredMessage
from assistant.ui.form.pieces import card
from assistant.ui.lists.raw_text import RawText
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text
from assistant.words.catalogue import tr

_HEIGHT = 300


class MessageCard(QWidget):
    """Shows a raw message."""

    def __init__(self) -> None:
        super().__init__()
        frame, inner = card(tr("What came in"))
        self.name = PlainLabel(role=Text.MUTED)
        self.raw = RawText()
        self.raw.setMinimumHeight(_HEIGHT)
        inner.addWidget(self.name)
        inner.addWidget(self.raw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    def show_message(self, message: StoredMessage | None) -> None:
        """Show a message; nothing when there is none."""
        self.name.setText("" if message is None else message.name)
        self.raw.show_bytes(b"" if message is None else message.content)
