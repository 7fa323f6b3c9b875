"""What a person made of a message, mails that leave, and the answers to them."""

VERDICTS = """
    create table verdicts (
        seq integer primary key,
        message_id text not null references messages (id),
        desk text not null,
        at text not null,
        by text not null,
        what text not null check (what in ('lead', 'no_lead', 'open'))
    ) strict;

    create index verdicts_by_message on verdicts (message_id, seq);
"""

OUTGOING_MAIL = """
    create table outbox (
        id text primary key,
        lead_id text not null references leads (id),
        fact_id text references facts (id),
        desk text not null,
        put_at text not null,
        message_id text not null unique,
        recipient text not null,
        subject text not null,
        content blob not null,
        state text not null check (
            state in ('waiting', 'sending', 'sent', 'failed', 'bounced', 'unsure')),
        tries integer not null,
        not_before text not null,
        changed_at text not null,
        trouble text
    ) strict;

    create index outbox_by_state on outbox (state, not_before) where state <> 'sent';
    create index outbox_by_recipient on outbox (recipient);
    create index outbox_by_fact on outbox (fact_id) where fact_id is not null;

    create table answers (
        fact_id text primary key references facts (id),
        message_id text not null references messages (id)
    ) strict, without rowid;

    create index answers_by_message on answers (message_id);
"""
