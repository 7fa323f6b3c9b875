"""Lists, tables, trees, tabs and menus: rows to choose from."""

LISTS = """
QAbstractItemView {
    color: $text; background: $surface; alternate-background-color: $surface;
    border: 0; outline: 0; show-decoration-selected: 1; gridline-color: $line;
    selection-background-color: $accent_soft; selection-color: $text;
}
QListView::item, QTreeView::item, QTableView::item { border: 0; padding: 6px 8px; }
QListView::item { border-radius: $radius_control; min-height: 24px; }
QTreeView::item { min-height: 24px; }
QTableView::item { border-bottom: 1px solid $line; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {
    color: $text; background: $accent_soft;
}
QListView::item:disabled, QTreeView::item:disabled, QTableView::item:disabled {
    color: $text_disabled;
}
QListView[keyboard="true"]::item:focus, QTableView[keyboard="true"]::item:focus,
QTreeView[keyboard="true"]::item:focus { border: 2px solid $focus; padding: 4px 6px; }

QListView[role="plain"] { background: transparent; }
QListView[role="nav"] { background: transparent; padding: 8px; }
QListView[role="nav"]::item { min-height: 24px; }
QListView[role="nav"]::item:hover { background: $sunken; }
QListView[role="nav"]::item:selected { color: $accent_text; background: $accent_soft; }

QTreeView::branch { background: transparent; }
QTreeView::branch:has-children:closed { image: url(look:style-chevron-right.svg); }
QTreeView::branch:has-children:open { image: url(look:style-chevron-down.svg); }

QHeaderView { background: $surface; border: 0; }
QHeaderView::section {
    color: $text_muted; background: $surface; font-size: $type_small; font-weight: 600;
    border: 0; border-bottom: 1px solid $line_strong; padding: 7px 8px 7px 11px;
}
QHeaderView::section:vertical { border-bottom-color: $line; font-weight: 400; }
QHeaderView::section:hover { color: $text; }
QHeaderView::down-arrow {
    image: url(look:style-chevron-down.svg); width: 12px; height: 12px;
    subcontrol-position: center right;
}
QHeaderView::up-arrow {
    image: url(look:style-chevron-up.svg); width: 12px; height: 12px;
    subcontrol-position: center right;
}
QTableCornerButton::section { background: $surface; border: 0; }

QTabWidget::pane { border: 0; border-top: 1px solid $line; }
QTabBar { qproperty-drawBase: 0; qproperty-expanding: 0; background: transparent; }
QTabBar::tab {
    color: $text_muted; background: transparent; padding: 8px 4px 8px 4px;
    margin-right: 20px; border: 2px solid transparent;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:disabled { color: $text_disabled; }
QTabBar[keyboard="true"]::tab:selected { border-color: $focus; border-radius: 4px; }

QMenu {
    color: $text; background: $raised; border: 1px solid $line_strong; padding: 4px;
}
QMenu::item { padding: 7px 24px 7px 10px; border-radius: $radius_small; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $text_disabled; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
QMenuBar { color: $text; background: $window; }
QMenuBar::item { padding: 6px 10px; background: transparent; border-radius: $radius_small; }
QMenuBar::item:selected { background: $sunken; }
"""
