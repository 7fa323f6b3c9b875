"""What other programs may read with SQL: ``docs/sql.md`` promises these names and meanings.

They stay when tables change: a step that takes a column which they read makes them anew with
the same columns. Nothing of a customer stands in them.
"""

VIEWS = """
    create table clock_changes (
        since text primary key,
        minutes integer not null
    ) strict, without rowid;

    create index facts_attempts on facts (at) where kind = 'attempt';

    create view v_leads as
    with known as (
        select *,
            asked_at is not null as requests,
            asked_at is not null and reached_at is null and handed_over_at is null and (
                ended is not null
                or max(coalesce(last_attempt_at, ''), coalesce(due_at, asked_at))
                    < strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-7 days')) as given_up,
            strftime('%Y-%m-%dT%H:%M:%fZ', 'now') as now,
            strftime('%Y-%m-%d %H:%M:%S', asked_at, coalesce((
                select minutes from clock_changes where since <= asked_at
                order by since desc limit 1), 0) || ' minutes') as asked_local
        from milestones
    )
    select m.lead_id as lead, m.owner, m.door, m.source, m.interest, m.asked_at, asked_local,
        strftime('%Y', asked_local, '-3 days', 'weekday 4') || '-W' || substr('0' || (
            (strftime('%j', asked_local, '-3 days', 'weekday 4') - 1) / 7 + 1), -2) as week,
        opens_at, due_at, responded_at, response_s, is_after_hours as after_hours, m.tries,
        reached_at, follow_up_at, agreed_at, starts_at, confirmed_at, show_at, no_show_at,
        sold_at, ended_at, lost_reason, handed_over_at, last_attempt_at,
        iif(s.state = 'open' and s.handover_since <= now, 'handed_over', s.state) as state,
        requests,
        requests and due_at is not null and (responded_at is not null or due_at <= now) as clocks,
        requests and coalesce(responded_at <= due_at, 0) as in_time,
        requests and coalesce(
            responded_at > due_at or (responded_at is null and due_at <= now), 0) as late,
        requests and reached_at is not null as spoken,
        requests and reached_at is null as not_spoken,
        requests and agreed_at is not null as agreed,
        requests and agreed_at is not null and confirmed_at is null as vague,
        requests and agreed_at is null and follow_up_at is not null and sold_at is null
            as only_follow_up,
        requests and confirmed_at is not null as appointments,
        requests and reached_at is not null and confirmed_at is null and show_at is null
            and sold_at is null as no_appointment,
        requests and show_at is not null as shows,
        requests and confirmed_at is not null and show_at is null and sold_at is null
            as not_shown,
        requests and sold_at is not null as sales,
        requests and show_at is not null and sold_at is null as not_sold,
        requests and reached_at is not null and is_followable as followable,
        given_up,
        given_up and m.tries < 3 as given_up_before_third,
        given_up and m.tries < 5 as given_up_before_fifth,
        requests and coalesce(ended = 'lost', 0) as lost,
        requests and ended is null as open
    from known m left join summaries s on s.lead_id = m.lead_id;

    create view v_attempts as
    with recursive goes_on (lead, home) as materialized (
        select lead_id, other_lead from facts merged
        where kind = 'merged' and not exists (
            select 1 from facts back where back.kind = 'retraction' and back.refers_to = merged.id)
    ), way (lead, home) as (
        select lead, home from goes_on
        union
        select way.lead, goes_on.home from way join goes_on on goes_on.lead = way.home
    ), homes (lead, home) as materialized (
        select lead, home from way where home not in (select lead from goes_on)
    )
    select f.id as attempt, m.lead_id as lead, f.at,
        strftime('%Y-%m-%d %H:%M:%S', f.at, coalesce((
            select minutes from clock_changes where since <= f.at
            order by since desc limit 1), 0) || ' minutes') as at_local,
        f.channel, f.what as outcome, f.what in ('spoke', 'answered') as reached,
        f.by as made_by, m.owner, m.door, m.source, m.interest
    from facts f left join homes on homes.lead = f.lead_id
        join milestones m on m.lead_id = coalesce(homes.home, f.lead_id)
    where f.kind = 'attempt' and not exists (
        select 1 from facts back where back.kind = 'retraction' and back.refers_to = f.id);

    create view v_funnel as
    select week, date(min(asked_local), 'weekday 0', '-6 days') as monday,
        sum(requests) as requests, sum(clocks) as clocks, sum(in_time) as in_time,
        sum(late) as late, sum(spoken) as spoken, sum(not_spoken) as not_spoken,
        sum(agreed) as agreed, sum(vague) as vague, sum(only_follow_up) as only_follow_up,
        sum(appointments) as appointments, sum(no_appointment) as no_appointment,
        sum(shows) as shows, sum(not_shown) as not_shown, sum(sales) as sales,
        sum(not_sold) as not_sold, sum(followable) as followable, sum(given_up) as given_up,
        sum(given_up_before_third) as given_up_before_third,
        sum(given_up_before_fifth) as given_up_before_fifth, sum(lost) as lost, sum(open) as open
    from v_leads where requests and door in ('web', 'phone', 'list')
    group by week
"""
