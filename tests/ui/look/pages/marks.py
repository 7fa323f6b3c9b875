"""Every icon, the app's mark, the tray icon and the sizes of type."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from assistant.resources import resource
from assistant.ui.look.app_icon import app_icon, tray_icon
from assistant.ui.look.icons import Tint
from assistant.ui.look.pill import Pill
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text
from assistant.ui.look.symbol import Symbol
from assistant.ui.look.tokens import SPACE
from tests.ui.look.pages import frame

_COLUMNS = 9
_TRAY: tuple[tuple[int, State | None], ...] = (
    (0, None),
    (0, State.CALM),
    (1, State.CALM),
    (3, State.WARM),
    (5, State.URGENT),
    (8, State.LATE),
    (12, State.LATE),
)


def icon_names() -> list[str]:
    files = sorted(resource("icons").glob("*.svg"))
    return [file.stem for file in files if not file.stem.startswith(("style-", "app"))]


def page() -> QWidget:
    layout = frame.column(
        frame.card(_icons()),
        frame.row(frame.card(_type()), frame.card(_pills()), spacing=SPACE.two),
        _Icons(app_icon(), [64, 48, 32, 24, 16]),
        _panel("#F2F2F2"),
        _panel("#1E1E1E"),
        spacing=SPACE.one,
    )
    layout.addStretch(1)
    return frame.page(layout)


def _icons() -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(SPACE.half)
    for index, name in enumerate(icon_names()):
        label = PlainLabel(name, Text.SMALL, one_line=True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        cell = frame.column(frame.row(None, Symbol(name, Tint.TEXT), None), label, spacing=0)
        grid.addLayout(cell, index // _COLUMNS, index % _COLUMNS)
    return grid


def _type() -> QVBoxLayout:
    return frame.column(
        *(PlainLabel(f"{role} 0123", role) for role in Text if role is not Text.KEY)
    )


def _pills() -> QVBoxLayout:
    return frame.column(
        *(Pill(f"{state}", state) for state in State), Pill("no state"), spacing=SPACE.half
    )


class _Icons(QFrame):
    """Paints one icon at several sizes."""

    def __init__(self, icon: QIcon, sizes: list[int]) -> None:
        super().__init__()
        self._icon = icon
        self._sizes = sizes
        self.setFixedSize(sum(sizes) + 8 * (len(sizes) + 1), max(sizes) + 8)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = 8
        for size in self._sizes:
            self._icon.paint(painter, left, 4, size, size)
            left += size + 8


def _panel(colour: str) -> QFrame:
    """Lay tray icons on a panel of a desktop, whose colour is not ours."""
    panel = QFrame()
    panel.setStyleSheet(f"background: {colour}")
    line = frame.row(*(_Icons(tray_icon(*shown), [16, 22]) for shown in _TRAY), spacing=0)
    panel.setLayout(line)
    return panel
