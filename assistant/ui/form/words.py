"""What the log form says of its kinds and of what it has just saved."""

from assistant.core.request import Request
from assistant.desk import Taken
from assistant.ui.around import Around
from assistant.ui.form.draft import FormKind
from assistant.ui.sentences import what_comes_next, who
from assistant.words.catalogue import tr, tr_as
from assistant.words.vocabulary import word

KEYS = {FormKind.WALK_IN: "F2", FormKind.CALL: "F3", FormKind.MISSED_CALL: "F4"}
"""The keys that open the form from anywhere; they stand on its choices."""


def kinds() -> list[tuple[str, str]]:
    """Return each kind with its words and its key."""
    words = {
        FormKind.WALK_IN: tr("Walk-in"),
        FormKind.CALL: tr_as("a conversation", "Call"),
        FormKind.MISSED_CALL: tr("Missed call"),
    }
    return [(kind.value, f"{text}  {KEYS[kind]}") for kind, text in words.items()]


def saved_in_words(around: Around, asked: Request, taken: Taken, known_as: str) -> str:
    """Return who was saved, what became of it, and what comes next.

    Args:
        around: For the desk and the time.
        asked: What was saved.
        taken: What became of it.
        known_as: What the customer was called before.
    """
    number = around.national(asked.phones[0].number) if asked.phones else ""
    said = tr("Saved: {who}, {result}").format(
        who=who(asked.name or known_as, number, next(iter(asked.emails), "")),
        result=word(taken.result),
    )
    qt_desk, lead_id = around.qt_desk, taken.lead_id
    lead = None if lead_id is None else qt_desk.do(lambda: qt_desk.desk.lead(lead_id))
    if lead is None:
        return said
    comes_next = what_comes_next(lead, around.now(), around.zone)
    return f"{said} · {comes_next}" if comes_next else said
