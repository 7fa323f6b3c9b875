"""One of several pages at a time, in a widget that is only as large as the page it shows."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Pages(QWidget):
    """Shows one page; the others take no room."""

    def __init__(self, *pages: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for page in pages:
            page.hide()
            column.addWidget(page)
        self._shown: QWidget | None = None

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
