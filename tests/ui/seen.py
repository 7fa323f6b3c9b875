"""What a person sees and hears of a page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

HOSTILE = "<img src=x onerror=1>"


def texts(page: QWidget) -> list[str]:
    """Return the text of every label in view."""
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def rich_labels(page: QWidget) -> list[str]:
    """Return the labels that could take a stranger's text for markup."""
    plain = Qt.TextFormat.PlainText
    return [label.text() for label in page.findChildren(QLabel) if label.textFormat() is not plain]


def tooltip_text(markup: str) -> str:
    """Return what a tooltip shows."""
    document = QTextDocument()
    document.setHtml(markup)
    assert "<img" not in document.toHtml()
    return document.toPlainText()


def nameless(page: QWidget) -> list[str]:
    """Return the controls that the keyboard reaches and a screen reader cannot name."""
    return [
        f"{type(control).__name__} {control.objectName()}"
        for control in page.findChildren(QWidget)
        if control.isVisibleTo(page)
        and control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not control.objectName().startswith("qt_")
        and not _heard(control)
    ]


def _heard(control: QWidget) -> str:
    named = control.accessibleName() or (
        control.text() if isinstance(control, QAbstractButton) else ""
    )
    interface = QAccessible.queryAccessibleInterface(control)
    return named and interface.text(QAccessible.Text.Name)
