"""What the inspection counts, and the lines that are written after it."""

MILESTONES = """
    alter table requests add column condition text;

    create table milestones (
        lead_id text primary key references leads (id),
        owner text not null,
        door text not null,
        source text not null,
        interest text not null,
        asked_at text,
        opens_at text,
        due_at text,
        responded_at text,
        response_s integer,
        is_after_hours integer not null,
        tries integer not null,
        reached_at text,
        follow_up_at text,
        agreed_at text,
        starts_at text,
        confirmed_at text,
        show_at text,
        no_show_at text,
        no_show_uncalled_at text,
        no_next_step_at text,
        sold_at text,
        ended_at text,
        ended text,
        lost_reason text,
        handed_over_at text,
        last_attempt_at text,
        is_followable integer not null
    ) strict;

    create index milestones_by_asked on milestones (asked_at);
    create index requests_by_telephone on requests (arrived_at)
        where kind in ('missed_call', 'answered_call');

    create table pledges (
        id text primary key,
        desk text not null,
        at text not null,
        by text not null,
        week text not null,
        salesperson text not null,
        line text not null
    ) strict;

    create index pledges_by_week on pledges (week, salesperson);
    update desk set rules = null
"""

CALLS = """
    drop index requests_by_telephone;
    create index requests_by_telephone on requests (arrived_at, kind, id)
        where kind in ('missed_call', 'answered_call');
    create index facts_split_off on facts (refers_to) where kind = 'split'
"""

UNCONFIRMED = """
    alter table milestones add column unconfirmed_at text;
    update milestones set unconfirmed_at = starts_at
    where confirmed_at is null and show_at is null and sold_at is null;
    delete from milestones where starts_at is not null and (
        lead_id in (select lead_id from facts where what in ('appointment', 'moved')
                    group by lead_id having count(*) > 1)
        or lead_id in (select other_lead from facts where kind = 'merged')
        or lead_id in (select lead_id from facts where what = 'sold'
                       and (sold_at is null or sold_at <= agreed_at)))
"""
"""Leads without a row are counted anew at the next start: those whose columns do not tell it."""
