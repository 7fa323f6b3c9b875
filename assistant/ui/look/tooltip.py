"""Tooltips that show text as it is written.

Qt takes a tooltip for HTML when it looks like it and would load what it names. The rule:
whatever a stranger wrote goes into a tooltip, or a model's ``ToolTipRole``, through here.
"""

from PySide6.QtGui import Qt


def tooltip(text: str) -> str:
    """Return a tooltip that shows ``text`` as it is written, wrapped when it is long."""
    if not text:
        return ""
    return f"<qt>{Qt.convertFromPlainText(text)}</qt>"
