"""The leads, in the order in which they first asked; a name on a list from when it came."""

from dataclasses import replace

from assistant.core.errors import mark
from assistant.store.exports.columns import (
    LEAD,
    NOT_SPLIT_OFF,
    Column,
    Kind,
    Source,
    counts,
    customer,
    first_door,
    first_source,
    plate,
    question,
    vehicle,
)
from assistant.store.exports.passed import PASSED

_IS_OVER = "s.state in ('sold', 'lost', 'do-not-contact')"
_STATE = "iif(s.state = 'open' and s.handover_since <= :now, 'handed_over', s.state)"
_STATES = mark("Where it stands: open, handed_over, sold, lost, do-not-contact, forgotten.")
_ENDED = mark("When it was sold, lost, or not to be contacted any more.")
_LOST = mark(
    "Why it was lost: bought_elsewhere, not_interested, price, car_sold, unreachable, duplicate, "
    "other."
)

LEADS = Source(
    columns=(
        LEAD,
        Column(
            "asked_at",
            Kind.MOMENT,
            "asked.asked_at",
            mark("When he first asked; empty for a name on a list."),
        ),
        replace(first_door(), of_lead=False),
        replace(first_source(), of_lead=False),
        Column("owner", Kind.TEXT, "s.owner", mark("Whose customer he is.")),
        *customer("s.name", "s.phone", "s.email", of_lead=False),
        vehicle("s.vehicle"),
        plate("s.plate"),
        question("s.question"),
        Column(
            "passive",
            Kind.FLAG,
            "asked.asked_at is null",
            mark("Whether he is a name on a list, who asked for nothing."),
        ),
        Column("state", Kind.WORD, _STATE, _STATES),
        Column("tries", Kind.COUNT, "s.tries", mark("The tries in a row that did not reach him.")),
        Column("last_outcome", Kind.WORD, "s.last_outcome", mark("How the last attempt ended.")),
        Column("last_at", Kind.MOMENT, "s.last_at", mark("When the last attempt was made.")),
        Column(
            "appointment_at",
            Kind.MOMENT,
            "s.appointment_at",
            mark("When he comes, while an appointment stands."),
        ),
        Column("ended_at", Kind.MOMENT, f"iif({_IS_OVER}, s.state_since, null)", _ENDED),
        Column("lost_reason", Kind.WORD, "iif(s.state = 'lost', lost.reason, null)", _LOST),
        *PASSED,
    ),
    moment="asked.at",
    rows="""
        asked join summaries s on s.lead_id = asked.lead join of_lead l on l.lead_id = asked.lead
        left join milestones m on m.lead_id = asked.lead
        {persons} left join lost on lost.lead = asked.lead
        where true {period}
        order by asked.at, asked.lead
    """,
    size=f"""
        (select coalesce(m.asked_at, first.at) as at
         from (select f.lead_id, min(r.clock_from) as at
               from facts f join requests r on r.id = f.id
               where {counts("f")} and {NOT_SPLIT_OFF} group by f.lead_id) first
             left join milestones m on m.lead_id = first.lead_id) asked
        where true {{period}}
    """,  # noqa: S608 - our own words
    before=f"""
        first as materialized (
            select l.home as lead, min(r.clock_from) as at,
                min(iif(r.kind = 'passive', null, r.clock_from)) as asked_at
            from facts f join requests r on r.id = f.id join of_lead l on l.lead_id = f.lead_id
            where {counts("f")} and {NOT_SPLIT_OFF}
            group by l.home
        ), asked as materialized (
            select lead, coalesce(m.asked_at, first.asked_at, at) as at,
                coalesce(m.asked_at, first.asked_at) as asked_at
            from first left join milestones m on m.lead_id = lead
        ), lost as materialized (
            select l.home as lead, f.reason, max(f.seq)
            from facts f join of_lead l on l.lead_id = f.lead_id
            where f.kind = 'agreed' and f.what = 'lost' and {counts("f")}
            group by l.home
        )
    """,  # noqa: S608 - our own words
)
