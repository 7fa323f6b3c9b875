"""The next steps that a conversation can end in, as the card and the form offer them."""

from assistant.core.facts import AgreementKind

NEXT_STEPS = (
    (AgreementKind.APPOINTMENT, "calendar"),
    (AgreementKind.CALL_BACK, "call"),
    (AgreementKind.FOLLOW_UP, "info"),
    (AgreementKind.SOLD, "check"),
    (AgreementKind.LOST, "cross"),
)
"""Each with its icon, in the order of their keys."""
