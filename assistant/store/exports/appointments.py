"""The appointments, in the order in which they were made.

What became of one is what :func:`assistant.core.appointments.bookings` says; a test holds the
two together.
"""

from assistant.core.errors import mark
from assistant.store.exports.columns import LEAD, LEFT_OUT, OF_LEAD, Column, Kind, Source, counts

_STARTS = "coalesce(moved.moment, f.moment)"
_CONFIRMED = "iif(confirmed.seq > coalesce(moved.seq, 0), confirmed.at, null)"
_OUTCOME = """
    case when last.what <> 'moved' then last.what
         when f.seq < (select seq from ended where ended.lead = l.home) then 'cancelled'
         else 'open' end
"""
_OUTCOMES = mark(
    "What became of it: show, no-show, cancelled (also when another came in its place), open."
)

APPOINTMENTS = Source(
    columns=(
        Column("appointment", Kind.ID, "f.id", mark("The appointment's id."), LEFT_OUT),
        LEAD,
        Column("made_at", Kind.MOMENT, "f.at", mark("When it was made.")),
        Column("starts_at", Kind.MOMENT, _STARTS, mark("When it takes place, or would have.")),
        Column(
            "confirmed_at", Kind.MOMENT, _CONFIRMED, mark("When that time was confirmed to him.")
        ),
        Column("moved", Kind.COUNT, "coalesce(moved.times, 0)", mark("How often it was moved.")),
        Column("outcome", Kind.WORD, _OUTCOME, _OUTCOMES),
        *OF_LEAD,
    ),
    moment=_STARTS,
    rows=f"""
        facts f join of_lead l on l.lead_id = f.lead_id {{persons}}
        left join moved on moved.refers_to = f.id
        left join last on last.refers_to = f.id
        left join confirmed on confirmed.refers_to = f.id
        where f.kind = 'agreed' and f.what = 'appointment' and {counts("f")} {{period}}
        order by f.seq
    """,
    size="""
        facts f left join moved on moved.refers_to = f.id
        where f.kind = 'agreed' and f.what = 'appointment' {period}
    """,
    before=f"""
        told as materialized (
            select f.refers_to, f.what, f.moment, f.at, f.seq from facts f
            where f.kind = 'appointment' and {counts("f")}
        ), moved as materialized (
            select refers_to, moment, count(*) as times, max(seq) as seq
            from told where what = 'moved' group by refers_to
        ), last as materialized (
            select refers_to, what, max(seq)
            from told where what in ('moved', 'cancelled', 'show', 'no-show') group by refers_to
        ), confirmed as materialized (
            select refers_to, at, max(seq) as seq
            from told where what = 'confirmed' group by refers_to
        ), ended as materialized (
            select l.home as lead, max(f.seq) as seq
            from facts f join of_lead l on l.lead_id = f.lead_id
            where f.kind = 'agreed' and {counts("f")}
              and f.what in ('appointment', 'sold', 'lost', 'do-not-contact')
            group by l.home
        )
    """,  # noqa: S608 - our own words
)
