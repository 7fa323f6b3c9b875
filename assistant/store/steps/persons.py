"""What may be done with a person: consent, what he was asked for, being forgotten."""

PASSIVE = """
    alter table requests add column consent text not null default '';
    alter table summaries add column may_call integer not null default 1;
    update desk set rules = null;
"""

ASKED_FOR = """
    alter table requests add column phone_asked integer not null default 0;
    alter table requests add column email_asked integer not null default 0;
"""

PRIVACY = """
    create table erasures (
        lead_id text primary key references leads (id),
        desk text not null,
        at text not null,
        by text not null,
        why text not null check (why in ('asked', 'term'))
    ) strict;

    create table left_alone (hash text primary key, since text not null) strict, without rowid;
    create table hash_key (key blob not null) strict;

    create table asked_before (
        lead_id text primary key references leads (id),
        since text not null
    ) strict;

    create table cleaning (
        is_owed integer not null,
        rewritten integer not null,
        term_applied_at text,
        forgotten integer not null
    ) strict;
    insert into cleaning values (0, 0, null, 0);

    alter table summaries add column call_note text;
    update desk set rules = null
"""
