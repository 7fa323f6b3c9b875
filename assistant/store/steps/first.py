"""The shape that every database began with: the log, and what is derived from it."""

LOG = """
    create table messages (
        id text primary key,
        desk text not null,
        identity text not null unique,
        name text not null,
        arrived_at text not null,
        taken_at text not null,
        result text not null check (result in ('lead', 'not_a_lead', 'unreadable')),
        reason text not null,
        content blob not null
    ) strict;

    create index messages_by_result on messages (result, taken_at) where result <> 'lead';

    create table leads (
        id text primary key,
        desk text not null,
        opened_at text not null,
        owner text not null
    ) strict;

    create table facts (
        seq integer primary key,
        id text not null unique,
        lead_id text not null references leads (id),
        desk text not null,
        at text not null,
        by text not null,
        kind text not null check (kind in (
            'requested', 'attempt', 'agreed', 'appointment', 'postponed', 'skipped', 'learnt',
            'retraction')),
        channel text check ((channel is not null) = (kind in ('attempt', 'skipped'))),
        what text check ((what is not null) = (kind in ('attempt', 'agreed', 'appointment'))),
        moment text,
        reason text,
        refers_to text check ((refers_to is not null) = (kind in ('appointment', 'retraction'))),
        note text not null default '',
        details text check ((details is not null) = (kind = 'learnt'))
    ) strict;

    create index facts_by_lead on facts (lead_id, seq);

    create table requests (
        id text primary key references facts (id),
        message_id text references messages (id),
        arrived_at text not null,
        clock_from text not null,
        kind text not null,
        door text not null,
        source text not null,
        name text not null,
        phones text not null,
        emails text not null,
        vehicle text not null,
        plate text not null,
        price text not null,
        link text not null,
        own_vehicle text not null,
        question text not null,
        asked_at text,
        asked_at_has_zone integer not null,
        wanted_at text,
        wants text,
        may_call integer not null,
        reference text not null,
        resend integer not null,
        flags text not null,
        phone_read_back integer not null,
        email_read_back integer not null
    ) strict;

    create index requests_by_message on requests (message_id);
    create index requests_by_reference on requests (reference) where reference <> '';
"""

DERIVED = """
    create table summaries (
        lead_id text primary key references leads (id),
        name text not null,
        phone text not null,
        email text not null,
        vehicle text not null,
        plate text not null,
        question text not null,
        source text not null,
        door text not null,
        owner text not null,
        asked_at text not null,
        wants text,
        tries integer not null,
        last_channel text,
        last_outcome text,
        last_at text,
        last_by text,
        state text not null,
        state_since text not null,
        handover_reason text,
        handover_since text,
        clock_due_at text,
        stopped_at text,
        quiet_until text,
        beside text not null,
        appointment_at text,
        search text not null
    ) strict, without rowid;

    create index summaries_by_handover on summaries (handover_since)
        where handover_since is not null;
    create index summaries_by_clock on summaries (clock_due_at, stopped_at);
    create index summaries_by_asked on summaries (asked_at);

    create table prompts (
        lead_id text not null references leads (id),
        step text not null,
        due_at text not null,
        rings_at text not null,
        expires_at text,
        primary key (lead_id, due_at, step)
    ) strict, without rowid;

    create table identities (
        identity text not null,
        lead_id text not null references leads (id),
        primary key (identity, lead_id)
    ) strict, without rowid;

    create index identities_by_lead on identities (lead_id);
"""
