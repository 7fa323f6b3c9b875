"""The button by which a customer is contacted no more."""

from PySide6.QtWidgets import QPushButton

from assistant.ui.look.icons import icon
from assistant.ui.look.roles import Variant, set_variant
from assistant.words.catalogue import tr


def leave_alone_button() -> QPushButton:
    """Return it; one press ends the customer's leads, and it can be undone."""
    button = QPushButton(icon("cross"), tr("Do not contact again"))
    button.setToolTip(tr("Ends all leads of this customer; nothing rings for them any more."))
    button.setAccessibleDescription(button.toolTip())
    set_variant(button, Variant.QUIET)
    return button
