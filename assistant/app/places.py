"""What is remembered of the windows: where they stood, and how they looked, for a quick start."""

from PySide6.QtCore import QSettings

from assistant.folders import DataFolder
from assistant.ui.look.theme import Theme
from assistant.words.catalogue import Tongue, system_tongue

_THEME, _TONGUE = "look/theme", "look/language"


def places_of(folder: DataFolder) -> QSettings:
    """Return the file in which windows are remembered; it may be thrown away."""
    return QSettings(str(folder.root / "window.ini"), QSettings.Format.IniFormat)


def remember_look(places: QSettings, theme: Theme, tongue: Tongue) -> None:
    """Remember colours and language, so that the next first window has them at once."""
    places.setValue(_THEME, theme.value)
    places.setValue(_TONGUE, tongue.value)


def remembered_look(places: QSettings) -> tuple[Theme, Tongue]:
    """Return the colours and language of the last time, or the system's."""
    theme, tongue = str(places.value(_THEME, "")), str(places.value(_TONGUE, ""))
    return (
        Theme(theme) if theme in set(Theme) else Theme.SYSTEM,
        Tongue(tongue) if tongue in set(Tongue) else system_tongue(),
    )
