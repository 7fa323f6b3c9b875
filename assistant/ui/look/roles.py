"""What a label, frame, button or state is, said as properties that the style sheet reads.

A window never writes style rules of its own: it says what a thing is with these functions,
and the sheet decides how that looks.
"""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QWidget


class Text(StrEnum):
    """The rank of a label."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    MUTED = "muted"
    SMALL = "small"
    CAPTION = "caption"
    KEY = "key"


class Surface(StrEnum):
    """What a frame is."""

    CARD = "card"
    POPUP = "popup"
    SIDEBAR = "sidebar"
    INSET = "inset"
    SEGMENTS = "segments"


class Variant(StrEnum):
    """The rank of a button. One view has at most one ``PRIMARY``."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"
    LINK = "link"
    CHOICE = "choice"
    SLOT = "slot"
    SEGMENT = "segment"
    NAV = "nav"
    TILE = "tile"


class State(StrEnum):
    """How urgent a thing is. Each has a colour and a shape of its own."""

    CALM = "calm"
    WARM = "warm"
    URGENT = "urgent"
    LATE = "late"
    DONE = "done"


def set_text_role(label: QLabel, role: Text) -> None:
    """Give a label its rank."""
    set_mark(label, "role", role)


def set_surface(frame: QFrame, surface: Surface) -> None:
    """Say what a frame is."""
    set_mark(frame, "role", surface)


def set_variant(button: QAbstractButton, variant: Variant) -> None:
    """Give a button its rank."""
    set_mark(button, "variant", variant)


def set_state(widget: QWidget, state: State | None) -> None:
    """Show a label, progress bar, pill or banner in a state's colour; ``None`` for none."""
    set_mark(widget, "state", state or "")


def set_invalid(field: QWidget, invalid: bool) -> None:
    """Mark a field whose content cannot be used. Say why in words beside it."""
    set_mark(field, "invalid", "true" if invalid else "")


def set_likely(button: QAbstractButton, likely: bool) -> None:
    """Point out a choice that is probably the right one; it is not chosen thereby."""
    set_mark(button, "likely", "true" if likely else "")


def set_mark(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet reads; does nothing when it has that value.

    Args:
        widget: Any widget, shown or not.
        name: ``role``, ``variant``, ``state``, ``invalid``, ``keyboard`` or ``likely``.
        value: The word the sheet's selector compares with; empty for none.
    """
    if (widget.property(name) or "") == str(value):
        return
    widget.setProperty(name, str(value))
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        repolish(widget)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.updateGeometry()
    QWidget.update(widget)  # item views hide it behind their own in some versions
