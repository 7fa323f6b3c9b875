"""What is wrong with a page's surroundings, above its content, as long as it is so."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistant.ui.look.banner import Banner
from assistant.ui.look.roles import State
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr_count

_SHOWN = 4


class Problems(QWidget):
    """Shows a few sentences; takes no room without any."""

    def __init__(self) -> None:
        super().__init__()
        self.banner = Banner("", State.WARM)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.three, 0, SPACE.three, SPACE.two)
        column.addWidget(self.banner)
        self.hide()

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Show the first few sentences, and how many more there are."""
        lines = list(sentences[:_SHOWN])
        more = len(sentences) - len(lines)
        if more:
            lines.append(tr_count("and {count} more", "and {count} more", more).format(count=more))
        self.banner.show_text("\n".join(lines), State.WARM)
        self.setVisible(bool(lines))
