"""Buttons, choices, ticks and tabs in every state."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from assistant.ui.look.flow import FlowLayout
from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.keyed import Tile
from assistant.ui.look.roles import (
    State,
    Surface,
    Variant,
    set_mark,
    set_state,
    set_surface,
    set_variant,
)
from assistant.ui.look.tokens import SPACE
from tests.ui.look.pages import frame


def page() -> QWidget:
    layout = frame.column(
        frame.card(frame.small("Buttons: usual, with the keyboard on it, disabled"), _ranks()),
        frame.row(
            frame.card(frame.small("Choices"), _choices(), _segments()),
            frame.card(frame.small("Tool buttons"), _tools(), _tiles()),
            spacing=SPACE.two,
        ),
        frame.row(
            frame.card(frame.small("Ticks"), _ticks()),
            frame.card(frame.small("Tabs and progress"), _tabs(), _bars()),
            spacing=SPACE.two,
        ),
        spacing=SPACE.two,
    )
    layout.addStretch(1)
    return frame.page(layout)


def _button(variant: Variant, name: str = "call") -> QPushButton:
    tint = {
        Variant.PRIMARY: Tint.ON_ACCENT,
        Variant.DANGER: Tint.LATE,
        Variant.LINK: Tint.ACCENT,
    }.get(variant, Tint.TEXT)
    button = QPushButton(icon(name, tint), variant.capitalize())
    set_variant(button, variant)
    return button


def _ranks() -> QHBoxLayout:
    line = frame.row(spacing=SPACE.one)
    for variant in (
        Variant.PRIMARY,
        Variant.SECONDARY,
        Variant.QUIET,
        Variant.DANGER,
        Variant.LINK,
    ):
        usual, focused, disabled = (_button(variant) for _ in range(3))
        set_mark(focused, "keyboard", "true")
        disabled.setEnabled(False)
        line.addLayout(frame.column(usual, focused, disabled))
    line.addStretch(1)
    return line


def _choices() -> FlowLayout:
    flow = FlowLayout()
    for index, text in enumerate(("Afspraak", "Terugbellen", "Informatie", "Verkocht", "Verloren")):
        button = QPushButton(text)
        button.setCheckable(True)
        button.setChecked(index == 1)
        button.setEnabled(index != 4)
        set_mark(button, "keyboard", "true" if index == 2 else "")
        set_variant(button, Variant.CHOICE)
        flow.addWidget(button)
    return flow


def _segments() -> QHBoxLayout:
    box = QFrame()
    set_surface(box, Surface.SEGMENTS)
    line = frame.row(spacing=2)
    line.setContentsMargins(2, 2, 2, 2)
    box.setLayout(line)
    group = QButtonGroup(box)
    for text in ("Systeem", "Licht", "Donker"):
        button = QPushButton(text)
        button.setCheckable(True)
        set_variant(button, Variant.SEGMENT)
        group.addButton(button)
        line.addWidget(button)
    group.buttons()[0].setChecked(True)
    return frame.row(box, None)


def _tools() -> QHBoxLayout:
    line = frame.row(spacing=SPACE.half)
    for name in ("copy", "more", "minimise", "close", "sound-on", "search"):
        button = QToolButton()
        button.setIcon(icon(name))
        button.setCheckable(name == "sound-on")
        button.setChecked(name == "sound-on")
        button.setEnabled(name != "search")
        set_mark(button, "keyboard", "true" if name == "copy" else "")
        line.addWidget(button)
    line.addStretch(1)
    return line


def _tiles() -> QHBoxLayout:
    checked, disabled = Tile("Gekozen", "spoke", "1"), Tile("Niet nu", "busy", "2")
    checked.setCheckable(True)
    checked.setChecked(True)
    disabled.setEnabled(False)
    with_menu = QPushButton("Menu  ")
    with_menu.setMenu(QMenu(with_menu))
    return frame.row(checked, disabled, with_menu, None)


def _ticks() -> QHBoxLayout:
    boxes: list[QCheckBox | QRadioButton] = [
        QCheckBox("Nummer herhaald"),
        QCheckBox("Adres herhaald"),
        QCheckBox("Deels"),
        QRadioButton("Bellen"),
        QRadioButton("WhatsApp"),
        QRadioButton("Uit"),
    ]
    for box in boxes:
        box.setAutoExclusive(False)
    boxes[1].setChecked(True)
    boxes[4].setChecked(True)
    boxes[2].setCheckState(Qt.CheckState.PartiallyChecked)  # type: ignore[union-attr]
    boxes[5].setEnabled(False)
    set_mark(boxes[0], "keyboard", "true")
    set_mark(boxes[3], "keyboard", "true")
    return frame.row(frame.column(*boxes[:3]), frame.column(*boxes[3:]), spacing=SPACE.three)


def _tabs() -> QTabBar:
    tabs = QTabBar()
    for text in ("Vandaag", "Deze week", "Alles"):
        tabs.addTab(text)
    return tabs


def _bars() -> QWidget:
    box = QWidget()
    layout = frame.column()
    box.setLayout(layout)
    for value, state in ((60, None), (40, State.WARM), (90, State.DONE)):
        bar = QProgressBar()
        bar.setValue(value)
        bar.setTextVisible(False)
        set_state(bar, state)
        layout.addWidget(bar)
    return box
