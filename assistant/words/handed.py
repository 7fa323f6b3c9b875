"""Where a hand-over stands, in words: written down as sent is not yet arrived."""

from enum import StrEnum

from assistant.core.errors import CouldNotError, mark
from assistant.core.handover import HandedOver
from assistant.desk import OutboxMail, OutboxState
from assistant.words.catalogue import explain, tr


class Stands(StrEnum):
    """How far a hand-over came. The values are printed; never rename one."""

    NOT_SENT = "not_sent"
    WAITING = "waiting"
    SENT = "sent"
    DRAFT = "draft"
    UNSURE = "unsure"
    FAILED = "failed"
    BOUNCED = "bounced"


_HOW_FAR = {
    Stands.NOT_SENT: mark("not sent yet"),
    Stands.WAITING: mark("waits in the outbox"),
    Stands.SENT: mark("sent {time}"),
    Stands.DRAFT: mark("in your mail program {time}"),
    Stands.UNSURE: mark("perhaps not sent"),
    Stands.FAILED: mark("could not be sent"),
    Stands.BOUNCED: mark("bounced"),
}
ASKING = frozenset({Stands.UNSURE, Stands.FAILED, Stands.BOUNCED})
"""Those about which a person must say what is to be done."""


def stands(handed: HandedOver, mail: OutboxMail | None) -> Stands:
    """Return how far a hand-over came.

    Args:
        handed: The hand-over.
        mail: Its mail, if that has not left or did not arrive.
    """
    if handed.sent_at is None:
        return Stands.NOT_SENT
    if handed.as_draft:
        return Stands.DRAFT
    return Stands.SENT if mail is None else _stands(mail.state)


def _stands(state: OutboxState) -> Stands:
    match state:
        case OutboxState.SENT:
            return Stands.SENT
        case OutboxState.WAITING | OutboxState.SENDING:
            return Stands.WAITING
        case OutboxState.UNSURE:
            return Stands.UNSURE
        case OutboxState.FAILED:
            return Stands.FAILED
        case OutboxState.BOUNCED:
            return Stands.BOUNCED


def why(mail: OutboxMail | None) -> str:
    """Return what went wrong with a mail at its last try, as a sentence; perhaps nothing."""
    trouble = None if mail is None else mail.trouble
    return "" if trouble is None else explain(CouldNotError(trouble.sentence, **trouble.fields))


def stands_in_words(handed: HandedOver, mail: OutboxMail | None, sent_at: str) -> str:
    """Return how far a hand-over came, and what went wrong with its mail.

    Args:
        handed: The hand-over.
        mail: Its mail, if that has not left or did not arrive.
        sent_at: When it was sent, in words.
    """
    said = _how_far(stands(handed, mail)).format(time=sent_at)
    return ": ".join(filter(None, (said, why(mail))))


def mail_state(state: OutboxState) -> str:
    """Return where a mail stands."""
    return tr("sent") if state is OutboxState.SENT else _how_far(_stands(state))


def _how_far(came: Stands) -> str:
    return tr(_HOW_FAR[came])
