"""A tiny file manager: a window from which one drags the files named on its command line."""

import sys

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel
from typing_extensions import override

TITLE = "Toy files"
WELCOME = "Toy files may be dropped"
"""The title while the window below the mouse would take the files."""


class Files(QLabel):
    """The files, to be taken by the mouse anywhere in the window."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__("\n".join(paths))
        self._paths = paths
        self.setWindowTitle(TITLE)
        self.resize(240, 120)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag, until the mouse is let go."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        files = QMimeData()
        files.setUrls([QUrl.fromLocalFile(path) for path in self._paths])
        drag = QDrag(self)
        drag.setMimeData(files)
        drag.actionChanged.connect(self.tell)
        drag.exec(Qt.DropAction.CopyAction)

    @Slot(Qt.DropAction)
    def tell(self, action: Qt.DropAction) -> None:
        """Show whether the files would be taken: only then may the mouse be let go."""
        self.setWindowTitle(TITLE if action is Qt.DropAction.IgnoreAction else WELCOME)


def main() -> None:
    application = QApplication(sys.argv)
    files = Files(application.arguments()[1:])
    files.move(QPoint(0, 0))
    files.show()
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
