"""What customers asked, in the order in which it was written down."""

from assistant.core.errors import mark
from assistant.store.exports.columns import (
    LEAD,
    LEFT_OUT,
    NOT_SPLIT_OFF,
    OWNER,
    Column,
    Kind,
    Source,
    counts,
    customer,
    door,
    plate,
    question,
    source,
    vehicle,
)

_KINDS = mark(
    "What was asked: question, test_drive, call_back, trade_in, finance, missed_call, "
    "answered_call, passive (a name on a list), other."
)
_PHONE = "iif(r.phones = '[]', '', r.phones ->> '$[0][0]')"
_EMAIL = "iif(r.emails = '[]', '', r.emails ->> '$[0]')"

REQUESTS = Source(
    columns=(
        Column("request", Kind.ID, "f.id", mark("The request's id."), LEFT_OUT),
        LEAD,
        Column("arrived_at", Kind.MOMENT, "r.arrived_at", mark("When it reached us.")),
        Column(
            "asked_at",
            Kind.MOMENT,
            "r.asked_at",
            mark("When he asked, as the source has it; empty where it gives no time."),
        ),
        Column(
            "clock_from",
            Kind.MOMENT,
            "r.clock_from",
            mark("When its clock started: when he asked, as far as that can be relied on."),
        ),
        Column("kind", Kind.WORD, "r.kind", _KINDS),
        door("r.door"),
        source("r.source"),
        Column("wants", Kind.WORD, "r.wants", mark("The way he chose: call, mail, whatsapp.")),
        Column("wanted_at", Kind.MOMENT, "r.wanted_at", mark("When he asked to be called back.")),
        Column("may_call", Kind.FLAG, "r.may_call", mark("No, when he asked not to be called.")),
        vehicle("r.vehicle"),
        plate("r.plate"),
        Column(
            "own_vehicle",
            Kind.TEXT,
            "r.own_vehicle",
            mark("The car he would trade in."),
            LEFT_OUT,
        ),
        question("r.question"),
        *customer("r.name", _PHONE, _EMAIL, of_lead=False),
        OWNER,
    ),
    moment="r.clock_from",
    rows=f"""
        facts f join requests r on r.id = f.id join of_lead l on l.lead_id = f.lead_id
        {{persons}}
        where {counts("f")} and {NOT_SPLIT_OFF} {{period}}
        order by f.seq
    """,
    size="requests r where true {period}",
)
