"""Surfaces: windows, cards, the sidebar, messages and what divides them."""

FRAMES = """
QMainWindow, QDialog { background: $window; }
QFrame[role="card"] {
    background: $surface; border: 1px solid $line; border-radius: $radius_card;
}
QFrame[role="popup"] {
    background: $raised; border: 1px solid $line_strong; border-radius: $radius_card;
}
QFrame[role="sidebar"] { background: $window; border: 0; border-right: 1px solid $line; }
QFrame[role="inset"] { background: $hover; border: 0; border-radius: $radius_control; }
QFrame[role="segments"] { background: $sunken; border: 0; border-radius: $radius_control; }
QFrame[role="undo"] { background: $inverse; border: 0; border-radius: $radius_control; }

QFrame[role="banner"] {
    background: $accent_soft; border: 0; border-radius: $radius_control;
}
QFrame[role="banner"][state="calm"] { background: $calm_soft; }
QFrame[role="banner"][state="warm"] { background: $warm_soft; }
QFrame[role="banner"][state="urgent"] { background: $urgent_soft; }
QFrame[role="banner"][state="late"] { background: $late_soft; }
QFrame[role="banner"][state="done"] { background: $done_soft; }

QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget { background: transparent; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }

QProgressBar {
    background: $sunken; border: 0; border-radius: 2px;
    min-height: 4px; max-height: 4px; color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QProgressBar[state="calm"]::chunk { background: $calm; }
QProgressBar[state="warm"]::chunk { background: $warm; }
QProgressBar[state="urgent"]::chunk { background: $urgent; }
QProgressBar[state="late"]::chunk { background: $late; }
QProgressBar[state="done"]::chunk { background: $done; }

QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $line_strong; border-radius: 3px; }
QScrollBar::handle:vertical { margin: 3px; min-height: 32px; }
QScrollBar::handle:horizontal { margin: 3px; min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $outline; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
"""
