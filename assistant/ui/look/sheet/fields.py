"""What a person types or picks: text, choices from a list."""

FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox {
    color: $text; background: $surface;
    border: 1px solid $outline; border-radius: $radius_control;
    selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $text_muted;
}
QLineEdit, QComboBox { padding: 0 9px; min-height: 34px; max-height: 34px; }
QComboBox { padding-left: 11px; }
QComboBox:editable { padding-left: 9px; }
QPlainTextEdit, QTextEdit { padding: 4px 7px; }
QLineEdit:focus, QComboBox:focus {
    border: 2px solid $focus; padding: 0 8px; min-height: 32px; max-height: 32px;
}
QComboBox:focus { padding-left: 10px; }
QComboBox:editable:focus { padding-left: 8px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $focus; padding: 3px 6px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled {
    color: $text_disabled; background: $window; border-color: $line_strong;
}
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"], QTextEdit[readOnly="true"] {
    background: $hover; border-color: $line;
}
QLineEdit[invalid="true"], QComboBox[invalid="true"] {
    border: 2px solid $late; padding: 0 8px; min-height: 32px; max-height: 32px;
}
QPlainTextEdit[invalid="true"] { border: 2px solid $late; padding: 3px 6px; }

QComboBox QLineEdit, QAbstractItemView QLineEdit {
    border: 0; border-radius: 0; padding: 0; min-height: 0; background: transparent;
}
QComboBox::drop-down {
    subcontrol-origin: padding; subcontrol-position: center right; width: 26px; border: 0;
}
QComboBox::down-arrow {
    image: url(look:style-chevron-down.svg); width: 16px; height: 16px;
}
QComboBox { combobox-popup: 0; }
QComboBox QAbstractItemView {
    color: $text; background: $raised; border: 1px solid $line_strong; padding: 3px;
    selection-background-color: $accent_soft; selection-color: $text; outline: 0;
}
QComboBox QAbstractItemView::item { min-height: 30px; padding: 0 6px; }
"""
