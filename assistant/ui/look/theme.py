"""Dresses the application: Fusion, our palette and one style sheet, in light or dark.

Widgets that paint themselves ask :func:`current` for colours each time they paint and keep
none, so a change of theme reaches them with the repaint that Qt does anyway.
"""

from dataclasses import asdict
from enum import StrEnum

from PySide6.QtCore import QDir, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from assistant.resources import resource
from assistant.ui.look.focus import FocusRing
from assistant.ui.look.sheet import style_sheet
from assistant.ui.look.tokens import DARK, LIGHT, TYPE, Palette


class Theme(StrEnum):
    """What the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "hover",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "text_muted",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "late",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line_strong",
    QPalette.ColorRole.Dark: "outline",
    QPalette.ColorRole.Shadow: "line",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.LinkVisited: "accent_text",
}
_WRITING = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.PlaceholderText,
)


class Appearance(QObject):
    """The look that is on. Made by :func:`apply`, owned by the application.

    Signals:
        changed: Other colours are on. Windows that keep pictures made with the old ones
            (a QR code, a chart) should make them again; the rest follows by itself.
    """

    changed = Signal()
    shown: Palette = LIGHT

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._theme = Theme.SYSTEM
        QDir.setSearchPaths("look", [str(resource("icons"))])
        app.setStyle("fusion")
        font = app.font()
        font.setPixelSize(TYPE.body)
        app.setFont(font)
        FocusRing(app, self)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def theme(self) -> Theme:
        """What was chosen last."""
        return self._theme

    def choose(self, theme: Theme) -> None:
        """Put on a theme. Costs nothing when its colours are on already."""
        self._theme = theme
        self._app.styleHints().setColorScheme(_SCHEMES[theme])
        self._dress()

    @Slot()
    def _follow_system(self) -> None:
        self._dress()

    def _dress(self) -> None:
        palette = self._wanted()
        if palette is Appearance.shown and self._app.styleSheet():
            return
        Appearance.shown = palette
        self._app.setPalette(qt_palette(palette))
        self._app.setStyleSheet(style_sheet(palette))
        self.changed.emit()

    def _wanted(self) -> Palette:
        if self._theme is Theme.SYSTEM:
            scheme = self._app.styleHints().colorScheme()
            return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._theme is Theme.DARK else LIGHT


_SCHEMES = {
    Theme.SYSTEM: Qt.ColorScheme.Unknown,  # asks Qt to follow the system again
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
}


def apply(app: QApplication, theme: Theme = Theme.SYSTEM) -> Appearance:
    """Dress the application, before the first window is made; again to change the theme.

    Returns:
        The same object each time; connect to its ``changed``.
    """
    appearance = app.findChild(Appearance) or Appearance(app)
    appearance.choose(theme)
    return appearance


def current() -> Palette:
    """Return the colours that are on now."""
    return Appearance.shown


def colour(name: str) -> QColor:
    """Return a colour of the palette that is on, by its name in :class:`Palette`."""
    return QColor(str(getattr(Appearance.shown, name)))


def qt_palette(palette: Palette) -> QPalette:
    """Return ``palette`` in Qt's terms, for what the style sheet does not reach."""
    colours = asdict(palette)
    result = QPalette()
    for role, name in _ROLES.items():
        result.setColor(role, QColor(colours[name]))
    for role in _WRITING:
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.text_disabled))
    return result
