"""A raw message as plain text: the bytes as they came, and nothing in them does anything.

What would act instead of being seen (a NUL, a tab stop of a printer, a mark that turns the
writing direction) is shown by a sign of its own (:func:`assistant.names.harmless`).
"""

import re

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from assistant.intake.reading.markup.decoding import decode
from assistant.names import harmless
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr

MOST_LETTERS = 100_000
_MOST_BYTES_A_LETTER = 4
_LONGEST_LINE = 2_000  # Qt lays a line out whole, and slowly
_LINE_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_LONG = re.compile(rf"[^\n]{{{_LONGEST_LINE}}}(?=[^\n])")


def readable(content: bytes) -> str:
    """Return the first 100,000 letters of a message, harmless and in view."""
    text = decode(content[: (MOST_LETTERS + 1) * _MOST_BYTES_A_LETTER])[:MOST_LETTERS]
    return harmless(_LINE_BREAKS.sub("\n", text))[:MOST_LETTERS]


class RawText(QWidget):
    """Shows a raw message, to read and to copy from.

    Attributes:
        text: What is shown, without the breaks that only its longest lines get on screen.
    """

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.view = QPlainTextEdit()
        self.view.setReadOnly(True)
        self.view.setUndoRedoEnabled(False)
        self.view.setTabChangesFocus(True)
        self.view.setAccessibleName(tr("The message as it came"))
        self.note = PlainLabel(tr("Only the beginning of this long message is shown."), Text.SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.half)
        column.addWidget(self.view, 1)
        column.addWidget(self.note)
        self.show_bytes(b"")

    def show_bytes(self, content: bytes) -> None:
        """Show a message, from its beginning."""
        self.text = readable(content)
        self.view.setPlainText(_LONG.sub(r"\g<0>\n", self.text))
        self.note.setVisible(len(self.text) >= MOST_LETTERS)
