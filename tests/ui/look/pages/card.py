"""The popup in its moods, made of the kit."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QToolButton, QWidget

from assistant.ui.look.banner import Banner
from assistant.ui.look.countdown import Countdown
from assistant.ui.look.dots import Dot, Dots
from assistant.ui.look.icons import Tint, icon
from assistant.ui.look.keyed import Tile
from assistant.ui.look.pill import Pill
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Surface, Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.ui.look.undo_bar import UndoBar
from tests.ui.look.pages import frame

_LONG = "Maximiliaan-Alexander van Wolfeschlegelsteinhausenbergerdorff"
_QUESTION = "Is deze auto nog beschikbaar en mag ik zaterdag langskomen voor een proefrit?"


def page() -> QWidget:
    moods = (
        (42, "0:42", "J. de Haan"),
        (9, "0:09", _LONG),
        (-35, "0:35 te laat", "Sanne Hoekstra"),
    )
    small = frame.column(*(_small(*mood) for mood in moods), spacing=SPACE.two)
    small.addWidget(_minimised())
    small.addStretch(1)
    large = frame.column(_new(), _conversation(), _undo(), spacing=SPACE.two)
    large.addStretch(1)
    layout = frame.row(large, small, spacing=SPACE.two)
    layout.setStretch(0, 1)
    return frame.page(layout)


def _head(seconds: int, text: str, waiting: str = "") -> QWidget:
    countdown, dots = Countdown(), Dots()
    countdown.show_time(seconds, text, max(seconds, 0) / 120)
    dots.show_tries([Dot.MADE, Dot.BUSY, Dot.NEXT, Dot.OPEN, Dot.OPEN], "2 of 5 tries")
    box = QWidget()
    box.setLayout(
        frame.row(
            countdown,
            dots,
            None,
            PlainLabel(waiting, Text.MUTED, one_line=True),
            _more(),
            spacing=SPACE.two,
        )
    )
    return box


def _new() -> QFrame:
    name = PlainLabel("Sanne Hoekstra", Text.TITLE, one_line=True)
    car = QPushButton("Peugeot 208 1.2 · € 12.950 · XX-123-X")
    car.setIcon(icon("link-out", Tint.ACCENT))
    car.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    set_variant(car, Variant.LINK)
    call = QPushButton(icon("call", Tint.ON_ACCENT), "Bel 06 12 34 56 78")
    set_variant(call, Variant.PRIMARY)
    mail = QPushButton(icon("mail"), "Mail")
    chat = QPushButton(icon("chat"), "App")
    return frame.card(
        _head(107, "1:47", "+3 wachten"),
        frame.row(name, Pill("AutoTrack"), spacing=SPACE.one),
        PlainLabel(f"„{_QUESTION}”"),
        frame.row(car, None),
        PlainLabel("Voicemail, di 10:04 (Piet) · wil WhatsApp", Text.SMALL),
        frame.row(call, mail, chat),
        surface=Surface.POPUP,
    )


def _conversation() -> QFrame:
    tiles = (
        ("Gesproken", "spoke", Tint.DONE),
        ("Voicemail", "voicemail", Tint.TEXT),
        ("Geen gehoor", "no-answer", Tint.TEXT),
        ("In gesprek", "busy", Tint.TEXT),
        ("Verkeerd nummer", "wrong-number", Tint.TEXT),
    )
    grid = QGridLayout()
    grid.setSpacing(SPACE.one)
    for index, (text, name, tint) in enumerate(tiles):
        tile = Tile(text, name, str(index + 1), tint)
        grid.addWidget(tile, index // 3, index % 3)
    back = QPushButton(icon("later"), "Later")
    set_variant(back, Variant.QUIET)
    grid.addWidget(back, 1, 2)
    copy = QToolButton()
    copy.setIcon(icon("copy"))
    copy.setIconSize(QSize(16, 16))
    return frame.card(
        frame.row(PlainLabel("06 12 34 56 78", Text.TITLE), copy, None, Pill("2:14", State.CALM)),
        grid,
        PlainLabel("Poging 2 van 5, vandaag om 10:34", Text.SMALL),
        surface=Surface.POPUP,
    )


def _small(seconds: int, text: str, name: str) -> QFrame:
    countdown = Countdown()
    countdown.show_time(seconds, text, max(seconds, 0) / 120)
    call = QPushButton(icon("call", Tint.ON_ACCENT), "Bel 020 123 45 67")
    set_variant(call, Variant.PRIMARY)
    return frame.card(
        frame.row(countdown, None, _more()),
        PlainLabel(name, Text.TITLE),
        frame.row(call, None),
        surface=Surface.POPUP,
        width=232,
    )


def _more() -> QToolButton:
    more = QToolButton()
    more.setIcon(icon("more"))
    more.setAccessibleName("More")
    return more


def _minimised() -> QFrame:
    countdown = PlainLabel("1:47", Text.HEADING, one_line=True)
    countdown.set_state(State.CALM)
    up = QToolButton()
    up.setIcon(icon("expand"))
    return frame.card(
        frame.row(countdown, PlainLabel(_LONG, one_line=True), up, spacing=SPACE.one),
        surface=Surface.POPUP,
        width=232,
    )


def _undo() -> QWidget:
    bar, note = UndoBar("Ongedaan"), Banner("Dit nummer belde vanmorgen ook.", State.WARM)
    bar.message.setText("Voicemail vastgelegd")
    box = QWidget()
    box.setLayout(frame.column(bar, note))
    return box
