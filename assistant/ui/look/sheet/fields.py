"""What a person types or picks: text, numbers, dates, choices from a list."""

FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    color: $text; background: $surface;
    border: 1px solid $outline; border-radius: $radius_control;
    selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $text_muted;
}
QLineEdit, QComboBox, QAbstractSpinBox { padding: 0 9px; min-height: 34px; max-height: 34px; }
QAbstractSpinBox { padding: 0; }
QComboBox { padding-left: 11px; }
QComboBox:editable { padding-left: 9px; }
QPlainTextEdit, QTextEdit { padding: 4px 7px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid $focus; padding: 0 8px; min-height: 32px; max-height: 32px;
}
QAbstractSpinBox:focus { padding: 0; }
QComboBox:focus { padding-left: 10px; }
QComboBox:editable:focus { padding-left: 8px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; padding: 3px 6px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled {
    color: $text_disabled; background: $window; border-color: $line_strong;
}
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"], QTextEdit[readOnly="true"] {
    background: $hover; border-color: $line;
}
QLineEdit[invalid="true"], QComboBox[invalid="true"], QAbstractSpinBox[invalid="true"] {
    border: 2px solid $late; padding: 0 8px; min-height: 32px; max-height: 32px;
}
QAbstractSpinBox[invalid="true"] { padding: 0; }
QPlainTextEdit[invalid="true"] { border: 2px solid $late; padding: 3px 6px; }

QComboBox QLineEdit, QAbstractSpinBox QLineEdit, QAbstractItemView QLineEdit {
    border: 0; border-radius: 0; padding: 0; min-height: 0; background: transparent;
}
QComboBox::drop-down, QDateTimeEdit::drop-down {
    subcontrol-origin: padding; subcontrol-position: center right; width: 26px; border: 0;
}
QComboBox::down-arrow, QDateTimeEdit::down-arrow {
    image: url(look:style-chevron-down.svg); width: 16px; height: 16px;
}
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView {
    color: $text; background: $raised; border: 1px solid $line_strong; padding: 3px;
    selection-background-color: $accent_soft; selection-color: $text; outline: 0;
}
QComboBox QAbstractItemView::item { min-height: 30px; padding: 0 6px; }

QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: padding; width: 24px; height: 16px; border: 0; background: transparent;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow {
    image: url(look:style-chevron-up.svg); width: 12px; height: 12px;
}
QAbstractSpinBox::down-arrow {
    image: url(look:style-chevron-down.svg); width: 12px; height: 12px;
}

QCalendarWidget { background: $surface; }
QCalendarWidget[role="popup"] { border: 1px solid $line_strong; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; padding: 4px; }
QCalendarWidget QToolButton { font-weight: 600; padding: 5px 8px; }
QCalendarWidget QToolButton#qt_calendar_prevmonth {
    qproperty-icon: url(look:style-chevron-left.svg);
}
QCalendarWidget QToolButton#qt_calendar_nextmonth {
    qproperty-icon: url(look:style-chevron-right.svg);
}
QCalendarWidget QSpinBox { min-height: 26px; max-height: 26px; }
QCalendarWidget QAbstractItemView {
    color: $text; background: $surface; alternate-background-color: $surface; border: 0;
    selection-background-color: $accent; selection-color: $on_accent; outline: 0;
}
QCalendarWidget QAbstractItemView::item { border: 0; padding: 0; border-radius: 6px; }
QCalendarWidget QAbstractItemView::item:hover { background: $hover; }
QCalendarWidget QAbstractItemView::item:selected { color: $on_accent; background: $accent; }
QCalendarWidget QAbstractItemView:disabled { color: $text_disabled; }
"""
