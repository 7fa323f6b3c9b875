"""Everything of the look on pictures: light on the left, dark on the right.

Run ``python -m tests.ui.look_gallery FOLDER``. ``QT_SCALE_FACTOR`` and ``--size`` choose the
screen, ``--font`` another typeface; ``--show light`` (or dark) opens the pages to try.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from assistant.ui.look import theme
from assistant.ui.look.app_icon import app_icon
from tests.ui.look.pages import card, controls, fields, marks, rows

PAGES: dict[str, Callable[[], QWidget]] = {
    "card": card.page,
    "controls": controls.page,
    "fields": fields.page,
    "rows": rows.page,
    "lists": rows.lists,
    "marks": marks.page,
}


def main() -> int:
    options = _options()
    app = QApplication(sys.argv[:1])
    app.setWindowIcon(app_icon())
    if options.font:
        _use_font(app, options.font)
    width, height = map(int, options.size.split("x"))
    if options.show:
        return _show(app, theme.Theme(options.show), QSize(width, height))
    options.folder.mkdir(parents=True, exist_ok=True)
    halves = {
        (name, shade): _picture(app, make, shade, QSize(width // 2, height))
        for shade in (theme.Theme.LIGHT, theme.Theme.DARK)
        for name, make in PAGES.items()
    }
    for name in PAGES:
        both = [halves[name, shade] for shade in (theme.Theme.LIGHT, theme.Theme.DARK)]
        _side_by_side(*both).save(str(options.folder / f"{name}.png"))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("shots"))
    parser.add_argument("--size", default="1366x768", help="logical pixels of both halves")
    parser.add_argument("--font", default="", help="a font file to use as the system's font")
    parser.add_argument("--show", default="", choices=["", "system", "light", "dark"])
    return parser.parse_args()


def _use_font(app: QApplication, files: str) -> None:
    families = [
        family
        for file in files.split(",")
        for family in QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(file))
    ]
    font = app.font()
    font.setFamily(families[0])
    app.setFont(font)


def _picture(
    app: QApplication, make: Callable[[], QWidget], shade: theme.Theme, size: QSize
) -> QPixmap:
    theme.apply(app, shade)
    page = make()
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    page.setFixedSize(size)
    page.show()
    app.processEvents()
    picture = page.grab()
    page.hide()
    page.deleteLater()
    return picture


def _side_by_side(left: QPixmap, right: QPixmap) -> QPixmap:
    both = QPixmap(left.width() + right.width(), left.height())
    painter = QPainter(both)
    left.setDevicePixelRatio(1)
    right.setDevicePixelRatio(1)
    painter.drawPixmap(0, 0, left)
    painter.drawPixmap(left.width(), 0, right)
    painter.end()
    return both


def _show(app: QApplication, shade: theme.Theme, size: QSize) -> int:
    theme.apply(app, shade)
    tabs = QTabWidget()
    for name, make in PAGES.items():
        tabs.addTab(make(), name)
    tabs.resize(size)
    tabs.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
