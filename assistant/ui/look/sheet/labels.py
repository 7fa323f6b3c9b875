"""Labels: four sizes of type, weight for rank, colour for state."""

LABELS = """
QLabel { color: $text; background: transparent; }
QLabel[role="title"] { font-size: $type_title; font-weight: 600; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="muted"] { color: $text_muted; }
QLabel[role="small"] { font-size: $type_small; color: $text_muted; }
QLabel[role="caption"] { font-size: $type_small; font-weight: 600; color: $text_muted; }
QLabel[role="on-inverse"] { color: $on_inverse; }
QLabel[role="key"] {
    font-size: $type_small; color: $text_muted; background: $sunken;
    border: 1px solid $line_strong; border-radius: $radius_small; padding: 0 5px;
}
QLabel[role="badge"] {
    font-size: $type_small; font-weight: 600; color: $text_muted; background: $sunken;
    border-radius: 9px; padding: 0 6px; min-width: 6px; min-height: 18px; max-height: 18px;
}
QLabel[role="pill"] {
    font-size: $type_small; font-weight: 600; color: $text_muted; background: $sunken;
    border-radius: 11px; padding: 0 9px; min-height: 22px; max-height: 22px;
}
QLabel:disabled { color: $text_disabled; }

QLabel[state="calm"] { color: $calm; }
QLabel[state="warm"] { color: $warm; }
QLabel[state="urgent"] { color: $urgent; }
QLabel[state="late"] { color: $late; }
QLabel[state="done"] { color: $done; }
QLabel[role="pill"][state="calm"] { background: $calm_soft; }
QLabel[role="pill"][state="warm"] { background: $warm_soft; }
QLabel[role="pill"][state="urgent"] { background: $urgent_soft; }
QLabel[role="pill"][state="late"] { background: $late_soft; }
QLabel[role="pill"][state="done"] { background: $done_soft; }

QToolTip {
    color: $text; background: $raised; border: 1px solid $line_strong;
    padding: 3px 5px; font-size: $type_small;
}
"""
