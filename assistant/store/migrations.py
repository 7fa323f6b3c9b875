"""The shape of the database, one step at a time.

Steps are added at the end, their scripts in ``store.steps``. One that was released is never
edited: it has already run on somebody's machine.
"""

from collections.abc import Sequence
from sqlite3 import Connection

from assistant.store.steps.facts_anew import AS_DRAFT, BY_MOMENT, HANDED_OVER, MERGED_AND_SPLIT
from assistant.store.steps.first import DERIVED, LOG
from assistant.store.steps.inspection import CALLS, MILESTONES, UNCONFIRMED
from assistant.store.steps.letters import OUTGOING_MAIL, VERDICTS
from assistant.store.steps.persons import ASKED_FOR, PASSIVE, PRIVACY
from assistant.store.steps.views import VIEWS

_SET = "assistant"
TABLE = "_sqlite_migrations"
"""Where sqlite-utils writes down which steps a file has had."""

STEPS = {
    "m0001_the_log_and_what_is_derived_from_it": f"""
        create table desk (id text not null, since text not null, rules text) strict;
        {LOG}
        {DERIVED}
    """,
    "m0002_what_a_person_made_of_a_message": VERDICTS,
    "m0003_passive_leads": PASSIVE,
    "m0004_merged_and_split_leads": MERGED_AND_SPLIT,
    "m0005_what_was_asked_for": ASKED_FOR,
    "m0006_privacy": PRIVACY,
    "m0007_outgoing_mail_and_answers": OUTGOING_MAIL,
    "m0008_facts_by_their_moment": BY_MOMENT,
    "m0009_hand_overs_sent_and_come_back": HANDED_OVER,
    "m0010_milestones": MILESTONES,
    "m0011_hand_overs_opened_as_drafts": AS_DRAFT,
    "m0012_calls_by_telephone": CALLS,
    "m0013_views_for_other_programs": VIEWS,
    "m0014_appointments_not_confirmed": UNCONFIRMED,
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

    # A table that is put in the place of one is read by views: without this the renaming looks
    # at them while it is away.
    connection.execute("pragma legacy_alter_table = on")
    migrations.apply(Database(connection, execute_plugins=False, strict=True))
    connection.execute("pragma legacy_alter_table = off")
