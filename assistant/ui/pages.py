"""One of several pages at a time, in a widget that is only as large as the page it shows."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Pages(QWidget):
    """Shows one page; the others take no room."""

    def __init__(self, *pages: QWidget) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for page in pages:
            self.add(page)
        self._shown: QWidget | None = None

    def add(self, page: QWidget) -> None:
        """Add a page, not in view."""
        page.hide()
        self._column.addWidget(page)

    @property
    def shown(self) -> QWidget | None:
        """Return the page in view."""
        return self._shown

    def show_page(self, page: QWidget) -> None:
        """Show one of the pages."""
        if self._shown is not None and self._shown is not page:
            self._shown.hide()
        self._shown = page
        page.show()
        self.updateGeometry()
