"""How the program looks, speaks and rings; each choice can be tried at once."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from assistant.resources import resource
from assistant.settings import Settings
from assistant.settings.values import Language, Theme
from assistant.ui.form.pieces import card, hint_label, labelled, with_hint
from assistant.ui.form.segments import Segments
from assistant.ui.look import theme
from assistant.ui.look.icons import icon
from assistant.ui.look.sound import play
from assistant.ui.look.tokens import SPACE
from assistant.ui.settings_page.notice_test import NoticeTest
from assistant.words.catalogue import tr


class ScreenCard(QWidget):
    """Asks for the language, the colours, the sound and the notices.

    A theme is put on as soon as it is chosen, and taken off again when the page is left
    without saving.

    Signals:
        edited: Another choice was made.
    """

    edited = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._saved_theme = self._worn = settings.desk.theme
        self.language = Segments(tr("Language"), _languages())
        self.theme = Segments(tr("Colours"), _themes())
        self.sound = QCheckBox(tr("A soft tone when a new lead arrives"))
        self.play_button = QPushButton(icon("sound-on"), tr("Play the tone"))
        self.notifications = QCheckBox(tr("The desktop's own notice beside our card"))
        self.notice_test = NoticeTest(self.play_button)
        self._lay_out()
        self.show_settings(settings)
        self.language.chosen.connect(self.edited)
        self.theme.chosen.connect(self._put_on)
        self.sound.toggled.connect(self.edited)
        self.notifications.toggled.connect(self.edited)
        self.play_button.clicked.connect(self._play)

    def show_settings(self, settings: Settings) -> None:
        """Show settings in place of what was chosen."""
        desk = settings.desk
        self.language.choose(desk.language)
        self.theme.choose(desk.theme)
        self.sound.setChecked(desk.sound)
        self.notifications.setChecked(desk.notifications)
        self._saved_theme = desk.theme
        self._wear(desk.theme)

    def edited_settings(self, settings: Settings) -> Settings:
        """Return ``settings`` with what is chosen here."""
        desk = replace(
            settings.desk,
            language=Language(self.language.value),
            theme=Theme(self.theme.value),
            sound=self.sound.isChecked(),
            notifications=self.notifications.isChecked(),
        )
        return replace(settings, desk=desk)

    def keep_theme(self) -> None:
        """Leave on what is on: it was saved."""
        self._saved_theme = Theme(self.theme.value)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Put the chosen theme on again."""
        super().showEvent(event)
        self._wear(Theme(self.theme.value))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Take off a theme that was not saved."""
        super().hideEvent(event)
        self._wear(self._saved_theme)

    @Slot()
    def _put_on(self) -> None:
        self._wear(Theme(self.theme.value))
        self.edited.emit()

    def _wear(self, wanted: Theme) -> None:
        app = QApplication.instance()
        if wanted is not self._worn and isinstance(app, QApplication):
            self._worn = wanted
            theme.apply(app, theme.Theme(wanted))

    @Slot()
    def _play(self) -> None:
        play(resource("sounds/new-lead.wav"))

    def _lay_out(self) -> None:
        frame, column = card(tr("Screen and sound"))
        first = tr("At first as on the computer")
        for label, choice in ((tr("Language"), self.language), (tr("Colours"), self.theme)):
            column.addLayout(labelled(label, choice, hint=hint_label(first)))
        rings = QVBoxLayout()
        rings.setSpacing(SPACE.half)
        for box in (self.sound, self.notifications):
            rings.addLayout(with_hint(box, tr("At first on")))
        rings.addWidget(self.notice_test)
        column.addLayout(rings)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)


def _languages() -> list[tuple[str, str]]:
    return [
        (Language.SYSTEM, tr("System")),
        (Language.DUTCH, tr("Nederlands")),
        (Language.ENGLISH, tr("English")),
    ]


def _themes() -> list[tuple[str, str]]:
    return [
        (Theme.SYSTEM, tr("System")),
        (Theme.LIGHT, tr("Light")),
        (Theme.DARK, tr("Dark")),
    ]
