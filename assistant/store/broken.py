"""The leads for which a rule of the process was broken."""

from datetime import datetime
from sqlite3 import Connection, Row

from assistant.core.facts import LeadId
from assistant.core.figures import Broken, BrokenLead, Choice, Part
from assistant.core.rules import TRIES
from assistant.store.columns import moment, moment_text
from assistant.store.parts import CONDITIONS, Stretch, chosen_by, moments

_BROKEN = {
    Broken.NOT_IN_TIME: (
        "due_at",
        f"""milestones.asked_at >= :start and milestones.asked_at < :end
            and ({CONDITIONS[Part.LATE]})""",
    ),
    Broken.UNCONFIRMED: (
        "unconfirmed_at",
        "unconfirmed_at >= :start and unconfirmed_at < :end and unconfirmed_at <= :now",
    ),
    Broken.NO_SHOW_NOT_CALLED: (
        "no_show_uncalled_at",
        """no_show_uncalled_at >= :start and no_show_uncalled_at < :end
           and no_show_uncalled_at < :no_show_before and ended is null""",
    ),
    Broken.NO_NEXT_STEP: (
        "no_next_step_at",
        """no_next_step_at >= :start and no_next_step_at < :end
           and no_next_step_at < :ignored_since and ended is null""",
    ),
}
"""By rule: the moment at which it was broken, and for whom: first calls as they are counted."""
_SINCE = ", ".join(
    f"iif({condition}, {since}, null) as {rule}" for rule, (since, condition) in _BROKEN.items()
)


class BrokenRows:
    """Finds them. Use it on the thread that opened ``db``; reading is all it does."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def of(self, stretch: Stretch, choice: Choice, no_show_before: datetime) -> list[BrokenLead]:
        """Return for which leads a rule was broken in a stretch of time, rule by rule.

        A name on a list, and a lead whose only request was taken back, asked nothing.

        Args:
            stretch: When it was; for a first call that was late: when the customer asked, so that
                they are as many as the count.
            choice: Whose leads.
            no_show_before: Who did not come before then should have been called by now.
        """
        chosen, values = chosen_by(choice)
        where = f"{chosen} and milestones.asked_at is not null"
        values |= moments(stretch) | {"no_show_before": moment_text(no_show_before)}
        rows = self._db.execute(
            f"""select lead_id, name, phone, milestones.owner, milestones.tries, {_SINCE}
                from milestones join summaries using (lead_id)
                where {where} and coalesce({", ".join(_BROKEN)}) is not null""",  # noqa: S608 - our own words
            values,
        )
        found = [_broken(rule, row, row[rule]) for row in rows for rule in _BROKEN if row[rule]]
        rows = self._db.execute(
            f"""select lead_id, name, phone, milestones.owner, min(prompts.due_at) as since,
                       milestones.tries, reached_at is null as never_reached
                from prompts join summaries using (lead_id) join milestones using (lead_id)
                where {where} and (expires_at is null or expires_at > :now)
                group by lead_id
                having since >= :start and since < :end and since < :ignored_since""",  # noqa: S608
            values,
        )
        found += [_broken(_ignored(row), row, row["since"]) for row in rows]
        return sorted(found, key=_as_read)


def _ignored(row: Row) -> Broken:
    few = row["never_reached"] and row["tries"] < TRIES
    return Broken.FEWER_THAN_FIVE if few else Broken.PROMPT_IGNORED


def _broken(rule: Broken, row: Row, since: str) -> BrokenLead:
    return BrokenLead(
        lead_id=LeadId(row["lead_id"]),
        rule=rule,
        name=row["name"],
        owner=row["owner"],
        since=moment(since),
        tries=row["tries"],
        phone=row["phone"],
    )


def _as_read(lead: BrokenLead) -> tuple[int, datetime, str]:
    return tuple(Broken).index(lead.rule), lead.since, lead.lead_id
