"""The pages on pictures, with invented customers, in light and in dark.

Run ``python -m tests.ui.pages_gallery FOLDER``. ``QT_SCALE_FACTOR`` and ``--size`` choose the
screen, ``--language`` the words, ``--only`` one page.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget

from assistant.ui.look import theme
from assistant.words.catalogue import Tongue, speak
from tests.ui.example_office import ExampleOffice
from tests.ui.example_pages import PAGES

_ROUNDS = 3  # what wraps gets its height in a second one


def main() -> int:
    options = _options()
    speak(Tongue(options.language))
    app = QApplication(sys.argv[:1])
    width, height = map(int, options.size.split("x"))
    options.folder.mkdir(parents=True, exist_ok=True)
    for shade in (theme.Theme.LIGHT, theme.Theme.DARK):
        theme.apply(app, shade)
        for name, make in PAGES.items():
            if options.only in name:
                _picture(app, make, QSize(width, height), options.folder / f"{name}-{shade}.png")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("shots"))
    parser.add_argument("--size", default="1100x700", help="logical pixels of a page")
    parser.add_argument("--language", default="en", choices=list(Tongue))
    parser.add_argument("--only", default="", help="a part of a page's name")
    return parser.parse_args()


def _picture(
    app: QApplication, make: Callable[[ExampleOffice], QWidget], size: QSize, file: Path
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = ExampleOffice(Path(folder))
        page = make(office)
        page.setAutoFillBackground(True)
        page.resize(size)
        page.show()
        for _ in range(_ROUNDS):
            app.processEvents()
        page.grab().save(str(file))
        page.hide()
        page.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        office.close()


if __name__ == "__main__":
    sys.exit(main())
