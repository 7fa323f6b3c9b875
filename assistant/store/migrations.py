"""The shape of the database, one step at a time.

Steps are added at the end. One that was released is never edited: it has already run on
somebody's machine.
"""

from collections.abc import Sequence
from sqlite3 import Connection

_SET = "assistant"
TABLE = "_sqlite_migrations"
"""Where sqlite-utils writes down which steps a file has had."""

_LOG = """
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

_DERIVED = """
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


_VERDICTS = """
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

_PASSIVE = """
    alter table requests add column consent text not null default '';
    alter table summaries add column may_call integer not null default 1;
    update desk set rules = null;
"""

_MERGED_AND_SPLIT = """
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

_ASKED_FOR = """
    alter table requests add column phone_asked integer not null default 0;
    alter table requests add column email_asked integer not null default 0;
"""

_PRIVACY = """
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
_BY_MOMENT = "create index facts_by_moment on facts (moment) where moment is not null;"

_OUTGOING_MAIL = """
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

_HANDED_OVER = """
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

_MILESTONES = """
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

    create index pledges_by_week on pledges (week, salesperson)
"""

STEPS = {
    "m0001_the_log_and_what_is_derived_from_it": f"""
        create table desk (id text not null, since text not null, rules text) strict;
        {_LOG}
        {_DERIVED}
    """,
    "m0002_what_a_person_made_of_a_message": _VERDICTS,
    "m0003_passive_leads": _PASSIVE,
    "m0004_merged_and_split_leads": _MERGED_AND_SPLIT,
    "m0005_what_was_asked_for": _ASKED_FOR,
    "m0006_privacy": _PRIVACY,
    "m0007_outgoing_mail_and_answers": _OUTGOING_MAIL,
    "m0008_facts_by_their_moment": _BY_MOMENT,
    "m0009_hand_overs_sent_and_come_back": _HANDED_OVER,
    "m0010_milestones": _MILESTONES,
}
"""Every step by its name, in order."""


def applied(db: Connection) -> list[str]:
    """Return the steps that a file has had, those of a newer version too."""
    rows = db.execute(f"select name from {TABLE} where migration_set = ?", [_SET])  # noqa: S608
    return [row[0] for row in rows.fetchall()]


def apply(connection: Connection, pending: Sequence[str]) -> None:
    """Bring a file up to date: each step whole or not at all, and written down with it.

    Foreign keys must be off: a step may put another table in the place of one.

    sqlite-utils is loaded only here: most starts find the file up to date.
    """
    from sqlite_utils import Database, Migrations  # noqa: PLC0415 - a fifth of the memory

    migrations = Migrations(_SET)
    for name in pending:

        @migrations(name=name)
        def run(db: Database, script: str = STEPS[name]) -> None:
            """Run statements one by one: ``executescript`` would end the transaction."""
            for statement in script.split(";"):
                if statement.strip():
                    db.execute(statement)

    migrations.apply(Database(connection, execute_plugins=False, strict=True))
