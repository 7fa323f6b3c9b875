"""Leads as rows, made in bulk: facts by the store's own columns, what follows by the rules."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from assistant.core.facts import Fact, LeadId, Requested
from assistant.core.follow import follow
from assistant.core.plan import plan
from assistant.core.rules import Rules
from assistant.store.columns import moment_text
from assistant.store.fact_rows import fact_row, request_row
from assistant.store.milestones import milestone_row
from assistant.store.summary_rows import identities, prompt_row, summary_row

Row = tuple[str, dict[str, object]]
"""A table's name, and the columns of a row for it."""


@dataclass(slots=True, kw_only=True)
class Lead:
    """A lead with its facts, in the order in which they were written down.

    Attributes:
        into: The lead in which it goes on.
        left_alone_since: When its customer had asked to be left alone, before it was there.
        forgotten_at: When its customer was taken out of it.
    """

    id: LeadId
    owner: str
    opened_at: datetime
    facts: list[Fact] = field(default_factory=list)
    into: LeadId | None = None
    left_alone_since: datetime | None = None
    forgotten_at: datetime | None = None


def rows(leads: Sequence[Lead], rules: Rules, desk: str) -> Iterator[Row]:
    """Yield the rows of leads that have to do with each other, and with no others."""
    for lead in leads:
        yield from _written(lead, desk)
    for home in leads:
        if home.into is None:
            parts = [lead for lead in leads if home.id in (lead.id, lead.into)]
            yield from _derived(home, parts, rules)


def _written(lead: Lead, desk: str) -> Iterator[Row]:
    opened_at = moment_text(lead.opened_at)
    yield "leads", _row(id=lead.id, desk=desk, opened_at=opened_at, owner=lead.owner)
    for fact in lead.facts:
        yield "facts", fact_row(fact) | {"desk": desk}
        if isinstance(fact, Requested):
            yield "requests", request_row(fact, None)
    if lead.left_alone_since is not None:
        since = moment_text(lead.left_alone_since)
        yield "asked_before", _row(lead_id=lead.id, since=since)
    if lead.forgotten_at is not None:
        at = moment_text(lead.forgotten_at)
        yield "erasures", _row(lead_id=lead.id, desk=desk, at=at, by=lead.owner, why="asked")


def _row(**cells: object) -> dict[str, object]:
    return cells


def _derived(home: Lead, parts: Sequence[Lead], rules: Rules) -> Iterator[Row]:
    facts = sorted((fact for part in parts for fact in part.facts), key=lambda fact: fact.at)
    course = replace(
        follow(facts), forgotten_at=home.forgotten_at, left_alone_since=home.left_alone_since
    )
    planned = plan(course, rules)
    yield "summaries", summary_row(home.id, home.owner, course, planned)
    yield "milestones", milestone_row(home.id, home.owner, course, planned)
    columns = ("lead_id", "step", "due_at", "rings_at", "expires_at")
    for prompt in planned.prompts:
        yield "prompts", dict(zip(columns, prompt_row(home.id, prompt), strict=True))
    for identity in identities(course):
        yield "identities", _row(identity=identity, lead_id=home.id)
