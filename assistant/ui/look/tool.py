"""A button that is an icon alone: its name is its tooltip and what a screen reader says."""

from PySide6.QtWidgets import QToolButton

from assistant.ui.look.icons import Tint, icon


def name_tool(button: QToolButton, icon_name: str, name: str, tint: Tint = Tint.MUTED) -> None:
    """Give a button its icon and its name; again when what it does has changed."""
    button.setIcon(icon(icon_name, tint))
    button.setAccessibleName(name)
    button.setToolTip(name)
