"""The attempts, in the order in which they were logged."""

from assistant.core.errors import mark
from assistant.store.exports.columns import LEAD, LEFT_OUT, OF_LEAD, Column, Kind, Source

_OUTCOMES = mark(
    "How it ended: spoke, voicemail, no_answer, busy, wrong_number, sent, bounced, "
    "not_on_whatsapp, answered."
)
_REACHED = mark("Whether a conversation took place, or the customer answered.")

ATTEMPTS = Source(
    columns=(
        Column("attempt", Kind.ID, "f.id", mark("The attempt's id."), LEFT_OUT),
        LEAD,
        Column("at", Kind.MOMENT, "f.at", mark("When it was logged.")),
        Column("channel", Kind.WORD, "f.channel", mark("The way: call, mail, whatsapp.")),
        Column("outcome", Kind.WORD, "f.what", _OUTCOMES),
        Column("reached", Kind.FLAG, "f.what in ('spoke', 'answered')", _REACHED),
        Column("by", Kind.TEXT, "f.by", mark("Who made it.")),
        Column("note", Kind.PROSE, "f.note", mark("What was noted."), LEFT_OUT),
        *OF_LEAD,
    ),
    moment="f.at",
    rows="""
        facts f join of_lead l on l.lead_id = f.lead_id {persons}
        where f.kind = 'attempt' and f.seq not in taken_back {period}
        order by f.seq
    """,
    size="facts f where f.kind = 'attempt' {period}",
    is_paged=True,
)
