-- A week's or a year's figures as somebody who knows the tables writes them for the sqlite3 shell.
-- Set :start, :end, :now and :idle first; moments are UTC text, and TZ says the dealer's zone.
create temp table chosen as
select owner, source, door, interest, is_after_hours, response_s, tries, lost_reason,
       due_at is not null and (responded_at is not null or due_at <= :now) as clocks,
       coalesce(responded_at <= due_at, 0) as in_time,
       coalesce(responded_at > due_at or (responded_at is null and due_at <= :now), 0) as late,
       reached_at is not null as spoken,
       agreed_at is not null as agreed,
       agreed_at is null and follow_up_at is not null and sold_at is null as only_follow_up,
       confirmed_at is not null as confirmed,
       show_at is not null as came,
       sold_at is not null as sold,
       reached_at is not null and is_followable as followable,
       reached_at is null and handed_over_at is null and (ended is not null
           or max(coalesce(last_attempt_at, ''), coalesce(due_at, asked_at)) < :idle) as given_up,
       coalesce(ended = 'lost', 0) as lost,
       ended is null as is_open
from milestones where asked_at >= :start and asked_at < :end and door in ('web', 'phone', 'list');

create temp view counted as
select 'all' as by, '' as what, * from chosen
union all select 'owner', owner, * from chosen
union all select 'source', source, * from chosen
union all select 'door', door, * from chosen
union all select 'interest', interest, * from chosen
union all select 'response', iif(in_time, 'in_time', iif(late, 'late', 'no_clock')), * from chosen;

select by, what, count(*), sum(clocks), sum(in_time), sum(late), sum(spoken), sum(not spoken),
       sum(agreed), sum(agreed and not confirmed), sum(only_follow_up), sum(confirmed),
       sum(spoken and not confirmed and not came and not sold), sum(came),
       sum(confirmed and not came and not sold), sum(sold), sum(came and not sold),
       sum(followable), sum(given_up), sum(given_up and tries < 3), sum(given_up and tries < 5),
       sum(lost), sum(is_open)
from counted group by by, what;

select is_after_hours, response_s, count(*) from chosen
where response_s is not null group by 1, 2;
select tries, count(*) from chosen where spoken group by tries;
select lost_reason, count(*) from chosen where lost_reason is not null group by 1 order by 2 desc;

select kind, strftime('%w %H', arrived_at, 'localtime'), count(*) from requests
where kind in ('missed_call', 'answered_call') and arrived_at >= :start and arrived_at < :end
  and id not in (select refers_to from facts where kind = 'retraction')
  and id not in (
      select refers_to from facts split where kind = 'split' and id not in (
          select refers_to from facts where kind = 'retraction'))
group by 1, 2;
