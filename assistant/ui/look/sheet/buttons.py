"""Buttons by rank. A ring shows the focus that came by keyboard; it never moves the text."""

BUTTONS = """
QPushButton {
    color: $text; background: $control;
    border: 1px solid $line_strong; border-radius: $radius_control;
    padding: 0 14px; min-height: 34px; qproperty-iconSize: $icon_size_with_gap;
}
QPushButton:hover { background: $control_hover; }
QPushButton:pressed, QPushButton:checked { background: $control_pressed; }
QPushButton:disabled { color: $text_disabled; background: transparent; border-color: $line; }
QPushButton[keyboard="true"] {
    border: 2px solid $focus; padding: 0 13px; min-height: 32px;
}
QPushButton::menu-indicator {
    image: url(look:style-chevron-down.svg); width: 14px; height: 14px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 8px;
}

QPushButton[variant="primary"] {
    color: $on_accent; background: $accent; border-color: $accent; font-weight: 600;
}
QPushButton[variant="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[variant="primary"]:pressed {
    background: $accent_pressed; border-color: $accent_pressed;
}
QPushButton[variant="primary"]:disabled {
    color: $text_disabled; background: $sunken; border-color: $sunken;
}
QPushButton[variant="primary"][keyboard="true"] { border: 2px solid $text; }

QPushButton[variant="quiet"], QPushButton[variant="quiet"]:disabled {
    background: transparent; border-color: transparent;
}
QPushButton[variant="quiet"]:hover { background: $hover; }
QPushButton[variant="quiet"]:pressed, QPushButton[variant="quiet"]:checked {
    background: $sunken;
}
QPushButton[variant="quiet"][keyboard="true"] { border-color: $focus; }
QPushButton[variant="danger"] { color: $late; }
QPushButton[variant="danger"]:hover { background: $late_soft; border-color: $late; }
QPushButton[variant="danger"]:disabled { color: $text_disabled; }
QPushButton[variant="link"] {
    color: $accent_text; background: transparent; border-color: transparent;
    border-radius: $radius_small; padding: 0 1px; min-height: 22px; text-align: left;
}
QPushButton[variant="link"]:hover { text-decoration: underline; }
QPushButton[variant="link"]:disabled { color: $text_disabled; border-color: transparent; }
QPushButton[variant="link"][keyboard="true"] {
    border-color: $focus; padding: 0; min-height: 20px;
}

QPushButton[variant="choice"] {
    border-radius: $radius_pill; padding: 0 13px; min-height: 30px;
}
QPushButton[variant="choice"]:checked {
    color: $accent_text; background: $accent_soft; border: 2px solid $accent;
    padding: 0 12px; min-height: 28px;
}
QPushButton[variant="choice"][keyboard="true"] {
    border: 2px solid $focus; padding: 0 12px; min-height: 28px;
}
QPushButton[variant="choice"][keyboard="true"]:checked { border-color: $text; }

QPushButton[variant="slot"] { font-size: $type_small; padding: 0 2px; min-height: 26px; }
QPushButton[variant="slot"]:checked {
    color: $accent_text; background: $accent_soft; border: 2px solid $accent;
    padding: 0 1px; min-height: 24px;
}
QPushButton[variant="slot"][keyboard="true"] {
    border: 2px solid $focus; padding: 0 1px; min-height: 24px;
}
QPushButton[variant="slot"][keyboard="true"]:checked { border-color: $text; }

QPushButton[variant="segment"] {
    color: $text_muted; background: transparent; border-color: transparent;
    border-radius: 6px; min-height: 28px;
}
QPushButton[variant="segment"]:hover { color: $text; }
QPushButton[variant="segment"]:checked {
    color: $text; background: $raised; border-color: $line_strong;
}
QPushButton[variant="segment"][keyboard="true"] { border-color: $focus; min-height: 26px; }

QPushButton[variant="nav"] {
    text-align: left; background: transparent; border-color: transparent; padding: 0 11px;
}
QPushButton[variant="nav"]:hover { background: $sunken; }
QPushButton[variant="nav"]:checked { color: $accent_text; background: $accent_soft; }
QPushButton[variant="nav"][keyboard="true"] { border-color: $focus; padding: 0 10px; }

QPushButton[variant="tile"] { padding: 0; min-height: 70px; }
QPushButton[variant="tile"]:checked { background: $accent_soft; border-color: $accent; }
QPushButton[variant="tile"][likely="true"] {
    background: $accent_soft; border: 2px solid $accent; min-height: 68px;
}
QPushButton[variant="tile"][keyboard="true"] { border-color: $focus; min-height: 68px; }

QPushButton[variant="undo"] {
    color: $inverse_accent; background: transparent; border-color: transparent;
    font-weight: 600; min-height: 30px;
}
QPushButton[variant="undo"]:hover, QPushButton[variant="undo"]:pressed {
    background: $inverse_hover;
}
QPushButton[variant="undo"][keyboard="true"] {
    border-color: $inverse_accent; min-height: 28px;
}

QToolButton {
    color: $text; background: transparent; border: 1px solid transparent;
    border-radius: $radius_control; padding: 6px; icon-size: $icon_size;
}
QToolButton:hover { background: $sunken; }
QToolButton:pressed { background: $line_strong; }
QToolButton:checked { background: $accent_soft; color: $accent_text; }
QToolButton:disabled { color: $text_disabled; background: transparent; }
QToolButton[keyboard="true"] { border: 2px solid $focus; padding: 5px; }
QToolButton::menu-indicator { image: none; }

QCheckBox, QRadioButton {
    color: $text; spacing: 8px; padding: 2px; border: 2px solid transparent;
    border-radius: $radius_small;
}
QCheckBox:disabled, QRadioButton:disabled { color: $text_disabled; }
QCheckBox[keyboard="true"], QRadioButton[keyboard="true"] { border-color: $focus; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 16px; height: 16px; background: $surface; border: 1px solid $outline;
}
QCheckBox::indicator { border-radius: $radius_small; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked,
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; }
QCheckBox::indicator:checked { image: url(look:style-check.svg); }
QCheckBox::indicator:indeterminate { image: url(look:style-dash.svg); }
QRadioButton::indicator:checked { image: url(look:style-radio.svg); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
    background: $sunken; border-color: $line_strong;
}
QCheckBox::indicator:checked:disabled, QRadioButton::indicator:checked:disabled {
    background: $text_disabled; border-color: $text_disabled;
}
"""
