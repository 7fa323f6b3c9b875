"""Calendars, drop-down lists, numbers and rows in our look, where a style sheet does not reach.

Qt paints weekends red whatever the theme, gives the rows of a combo box to a delegate that
knows no style sheet, forgets the padding of numbers, and measures rows before it has read
the sheet. Call these once for each such widget, right after it is made.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QDateTimeEdit,
    QStyledItemDelegate,
    QTableView,
)

from assistant.ui.look.roles import set_mark
from assistant.ui.look.tokens import CONTROL_HEIGHT, ICON_SIZE

_BEFORE_TEXT = 9
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


def dress_number(field: QAbstractSpinBox) -> None:
    """Give a number or time field the distance to its text that other fields have."""
    field.lineEdit().setTextMargins(_BEFORE_TEXT, 0, 0, 0)


def dress_date(field: QDateTimeEdit) -> None:
    """Let a date be typed, or picked from a calendar that drops down."""
    dress_number(field)
    field.setCalendarPopup(True)
    calendar = field.calendarWidget()
    dress_calendar(calendar)
    calendar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    calendar.setContentsMargins(1, 1, 1, 1)  # the line that the sheet draws around it
    set_mark(calendar, "role", "popup")


def dress_calendar(calendar: QCalendarWidget) -> None:
    """Give a calendar quiet days, short names and no week numbers."""
    calendar.setGridVisible(False)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    names = QTextCharFormat()
    names.setFontWeight(QFont.Weight.DemiBold)
    calendar.setHeaderTextFormat(names)
    for day in _WEEKEND:
        calendar.setWeekdayTextFormat(day, QTextCharFormat())


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
