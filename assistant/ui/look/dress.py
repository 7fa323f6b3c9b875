"""Drop-down lists and rows in our look, where a style sheet does not reach.

Qt gives the rows of a combo box to a delegate that knows no style sheet, and measures rows
before it has read the sheet. Call these once for each such widget, right after it is made.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QStyledItemDelegate,
    QTableView,
)

from assistant.ui.look.tokens import CONTROL_HEIGHT, ICON_SIZE


def dress_combo(combo: QComboBox) -> None:
    """Let the rows of a combo box's list follow the style sheet."""
    combo.setItemDelegate(QStyledItemDelegate(combo))


def dress_rows(view: QAbstractItemView) -> None:
    """Prepare a list, table or tree; before it gets its model."""
    view.ensurePolished()
    view.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    if isinstance(view, QTableView):
        view.setShowGrid(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(CONTROL_HEIGHT)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        view.setTabKeyNavigation(False)
