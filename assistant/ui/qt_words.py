"""What Qt itself says, in its dialogs and in the menus of text fields, in the present language.

A dialog of the system speaks the system's language; on many Linux desktops they are Qt's.
"""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from assistant.core.errors import mark
from assistant.words.catalogue import Tongue, tr

LACKING = (mark("&Look in:"), mark("Files of &type:"), mark("Folder"), mark("Drive"))
"""What Qt's own Dutch has not; it stands in our catalogue, as all that one meets in a dialog."""


class QtWords(QTranslator):
    """Looks for a sentence in Qt's translation, then in ours."""

    @override
    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """Return what is said for a sentence of Qt."""
        found = super().translate(context, sourceText, disambiguation, n)
        return found or (tr(sourceText) if sourceText else "")  # "" is the catalogue's own head


def speak_in_dialogs(app: QApplication, tongue: Tongue) -> None:
    """Let Qt speak this language from now on; by itself it speaks English."""
    for earlier in app.findChildren(QtWords):
        app.removeTranslator(earlier)
        earlier.deleteLater()
    if tongue is not Tongue.ENGLISH:
        words = QtWords(app)
        words.load(f"qtbase_{tongue}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        app.installTranslator(words)
