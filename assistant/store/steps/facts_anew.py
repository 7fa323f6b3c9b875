"""The table of facts, made anew each time that facts of another kind came."""

MERGED_AND_SPLIT = """
    create table facts_next (
        seq integer primary key,
        id text not null unique,
        lead_id text not null references leads (id),
        desk text not null,
        at text not null,
        by text not null,
        kind text not null check (kind in (
            'requested', 'attempt', 'agreed', 'appointment', 'postponed', 'skipped', 'learnt',
            'merged', 'split', 'retraction')),
        channel text check ((channel is not null) = (kind in ('attempt', 'skipped'))),
        what text check ((what is not null) = (kind in ('attempt', 'agreed', 'appointment'))),
        moment text,
        reason text,
        refers_to text check (
            (refers_to is not null) = (kind in ('appointment', 'split', 'retraction'))),
        other_lead text references leads (id) check (
            (other_lead is not null) = (kind in ('merged', 'split'))),
        note text not null default '',
        details text check ((details is not null) = (kind = 'learnt'))
    ) strict;

    insert into facts_next
        select seq, id, lead_id, desk, at, by, kind, channel, what, moment, reason, refers_to,
               null, note, details
        from facts;
    drop table facts;
    alter table facts_next rename to facts;

    create index facts_by_lead on facts (lead_id, seq);
    create index facts_merged on facts (lead_id) where kind = 'merged';
    create index facts_merged_into on facts (other_lead) where kind = 'merged';
    create index facts_taken_back on facts (refers_to) where kind = 'retraction';
"""

HANDED_OVER = """
    create table facts_next (
        seq integer primary key,
        id text not null unique,
        lead_id text not null references leads (id),
        desk text not null,
        at text not null,
        by text not null,
        kind text not null check (kind in (
            'requested', 'attempt', 'agreed', 'appointment', 'postponed', 'skipped', 'learnt',
            'handed_on', 'hand_over_sent', 'came_back', 'merged', 'split', 'retraction')),
        channel text check ((channel is not null) = (kind in ('attempt', 'skipped'))),
        what text check (
            (what is not null) = (kind in ('attempt', 'agreed', 'appointment', 'hand_over_sent'))),
        moment text,
        reason text,
        refers_to text check (
            (refers_to is not null) = (kind in ('appointment', 'split', 'retraction'))),
        other_lead text references leads (id) check (
            (other_lead is not null) = (kind in ('merged', 'split'))),
        recipient text check (
            (recipient is not null) = (kind in ('handed_on', 'hand_over_sent'))),
        note text not null default '',
        details text check ((details is not null) = (kind = 'learnt'))
    ) strict;

    insert into facts_next
        select seq, id, lead_id, desk, at, by, kind, channel, what, moment, reason, refers_to,
               other_lead, null, note, details
        from facts;
    drop table facts;
    alter table facts_next rename to facts;

    create index facts_by_lead on facts (lead_id, seq);
    create index facts_merged on facts (lead_id) where kind = 'merged';
    create index facts_merged_into on facts (other_lead) where kind = 'merged';
    create index facts_taken_back on facts (refers_to) where kind = 'retraction';
    create index facts_by_moment on facts (moment) where moment is not null;

    alter table summaries add column handover_to text not null default '';
    alter table summaries add column handover_sent_at text;
    alter table summaries add column back_at text;
    alter table summaries add column back_note text not null default '';
    alter table summaries add column may_be_sent integer not null default 1;
    create index summaries_by_return on summaries (back_at) where back_at is not null;
    update desk set rules = null;
"""

AS_DRAFT = """
    alter table facts add column as_draft integer not null default 0;
    alter table summaries add column handover_as_draft integer not null default 0;
"""

BY_MOMENT = "create index facts_by_moment on facts (moment) where moment is not null;"
