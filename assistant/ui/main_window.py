"""The main window: the pages of the desk, one at a time, and a way to each by key.

It stands on the screen before the rest of the program is loaded; so it imports little.
"""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSettings, Qt, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QMoveEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from assistant.core.errors import AssistantError
from assistant.ui.look.app_icon import app_icon
from assistant.ui.look.banner import Banner
from assistant.ui.look.nav import NavRow
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Surface, Text, set_surface
from assistant.ui.look.tokens import SPACE
from assistant.ui.pages import Pages
from assistant.words.catalogue import Tongue, explain, tr

APP_TITLE = "Follow-up"
_SIDEBAR = 200
_PLACE = "main/geometry"


class Place(StrEnum):
    """A page of the main window."""

    TODAY = "today"
    APPOINTMENTS = "appointments"
    FORM = "form"
    HANDED_OVER = "handed_over"
    UNREADABLE = "unreadable"
    MY_WEEK = "my_week"
    INSPECTION = "inspection"
    SETTINGS = "settings"


_ICONS = {
    Place.TODAY: "today",
    Place.APPOINTMENTS: "calendar",
    Place.FORM: "log",
    Place.HANDED_OVER: "handover",
    Place.UNREADABLE: "unreadable",
    Place.MY_WEEK: "person",
    Place.INSPECTION: "inspection",
    Place.SETTINGS: "settings",
}


def _titles() -> dict[Place, str]:
    return {
        Place.TODAY: tr("Today"),
        Place.APPOINTMENTS: tr("Appointments"),
        Place.FORM: tr("Log a contact"),
        Place.HANDED_OVER: tr("Handed over"),
        Place.UNREADABLE: tr("Unreadable"),
        Place.MY_WEEK: tr("My week"),
        Place.INSPECTION: tr("Inspection"),
        Place.SETTINGS: tr("Settings"),
    }


class MainWindow(QWidget):
    """Holds the pages; knows none of them.

    Attributes:
        place: Which page is in view.

    Signals:
        dropped: Files (``list[Path]``) were dropped on the window.
        closing: The window was closed by the user; the program goes on.
    """

    dropped = Signal(object)
    closing = Signal()

    def __init__(self, tongue: Tongue) -> None:
        """Set up the frame, in the present language.

        Args:
            tongue: That language, to be asked for later.
        """
        super().__init__()
        self.tongue = tongue
        self._make_page: Callable[[Place], QWidget] | None = None
        self._by_place: dict[Place, QWidget] = {}
        self.place = Place.TODAY
        self._strip: QRect | None = None
        self._content = QVBoxLayout()
        self.setWindowTitle(APP_TITLE)
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(900, 560)
        self.resize(1280, 700)
        self.pages = Pages()
        self.banner = Banner("", State.WARM)
        self.banner.hide()
        self.rows = {place: NavRow(title, _ICONS[place]) for place, title in _titles().items()}
        self._group = QButtonGroup(self)
        self._lay_out()
        self.rows[Place.TODAY].setChecked(True)

    def fill(self, make_page: Callable[[Place], QWidget]) -> None:
        """Bring the window to life: until then it is a frame that stands there early.

        Args:
            make_page: Makes a page when it is first gone to.
        """
        self._make_page = make_page
        self._keys()
        self.go_to(Place.TODAY)

    def go_to(self, place: Place) -> None:
        """Show a page."""
        if self._make_page is None:
            return
        self.banner.hide()
        self.place = place
        self.rows[place].setChecked(True)
        self.pages.show_page(self.page(place))
        if any(row.hasFocus() for row in self.rows.values()):
            self.rows[place].setFocus()  # not the row that came next to the page that went

    def page(self, place: Place) -> QWidget:
        """Return a page, making it if it was never gone to."""
        if place not in self._by_place:
            assert self._make_page is not None  # noqa: S101 - filled before anybody asks
            self._by_place[place] = self._make_page(place)
            self.pages.add(self._by_place[place])
        return self._by_place[place]

    def cover(self, page: QWidget) -> None:
        """Show a page in place of everything else."""
        self._desk.hide()
        self._whole.addWidget(page)

    def uncover(self) -> None:
        """Show everything again; the page is gone."""
        page = self._whole.takeAt(self._whole.count() - 1)
        if page is not None and (covering := page.widget()) is not None:
            covering.deleteLater()
        self._desk.show()

    def add_key(self, key: str, slot: Callable[[], None]) -> None:
        """Let a key do something anywhere in the window."""
        QShortcut(QKeySequence(key), self, slot)

    def appear(self, places: QSettings) -> None:
        """Stand where the user left the window."""
        geometry = places.value(_PLACE)
        if geometry is not None:
            self.restoreGeometry(geometry)
        self.show()

    def keep_place(self, places: QSettings) -> None:
        """Remember where the window stands."""
        places.setValue(_PLACE, self.saveGeometry())

    def make_room(self, strip: QRect | None) -> None:
        """Let no page reach under the small card, where it lies along the lower edge.

        Args:
            strip: Where that is on the screen; ``None`` when it lies nowhere.
        """
        self._strip = strip
        place = QRect(self.mapToGlobal(QPoint()), self.size())
        room = 0
        if strip is not None and strip.intersects(place):
            room = place.bottom() - strip.top() + SPACE.half
        self._content.setContentsMargins(0, 0, 0, room if room < place.height() // 3 else 0)

    @override
    def moveEvent(self, event: QMoveEvent) -> None:
        """Look anew whether the small card lies on it."""
        super().moveEvent(event)
        self.make_room(self._strip)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look anew whether the small card lies on it."""
        super().resizeEvent(event)
        self.make_room(self._strip)

    def come(self) -> None:
        """Come to the front with the keyboard."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot(object)
    def say(self, error: AssistantError) -> None:
        """Show why something was refused, until the next page."""
        self.warn(explain(error))

    def warn(self, sentence: str) -> None:
        """Show a sentence that needs attention, until the next page."""
        self.banner.show_text(sentence, State.WARM)
        self.banner.show()

    @Slot(str, bool)
    def tell(self, sentence: str, needs_attention: bool) -> None:
        """Show what was done, until the next page."""
        self.banner.show_text(sentence, State.WARM if needs_attention else State.DONE)
        self.banner.show()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the screen; whoever owns the window decides what becomes of the program."""
        event.ignore()
        self.closing.emit()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, nothing else."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Take in the files that were dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)

    def _keys(self) -> None:
        for number, place in enumerate(Place, start=1):
            QShortcut(QKeySequence(f"Ctrl+{number}"), self, lambda to=place: self.go_to(to))

    @Slot(int)
    def _choose(self, number: int) -> None:
        self.go_to(tuple(Place)[number])

    def _lay_out(self) -> None:
        mark = QLabel()
        mark.setPixmap(app_icon().pixmap(24, 24))
        title = PlainLabel(APP_TITLE, Text.HEADING, one_line=True)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE.one, SPACE.one, SPACE.one, SPACE.two)
        head.setSpacing(SPACE.one)
        head.addWidget(mark)
        head.addWidget(title, 1)
        sidebar = QFrame()
        set_surface(sidebar, Surface.SIDEBAR)
        sidebar.setFixedWidth(_SIDEBAR)
        column = QVBoxLayout(sidebar)
        column.setContentsMargins(SPACE.one, SPACE.one, SPACE.one, SPACE.one)
        column.setSpacing(SPACE.half)
        column.addLayout(head)
        for number, (place, row) in enumerate(self.rows.items()):
            if place is Place.SETTINGS:
                column.addStretch(1)
            self._group.addButton(row, number)
            column.addWidget(row)
        self._group.idClicked.connect(self._choose)
        content = self._content
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addWidget(self.banner)
        content.addWidget(self.pages, 1)
        self._desk = QWidget()
        beside = QHBoxLayout(self._desk)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(sidebar)
        beside.addLayout(content, 1)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._desk)
