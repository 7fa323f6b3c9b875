"""The leads where the process broke, by name and rule: a few of each rule, so that all are seen."""

from collections.abc import Sequence
from datetime import datetime

from assistant.core.contact import national
from assistant.core.figures import Broken, BrokenLead
from assistant.names import harmless
from assistant.reporting.sheet.paper import Section, Table
from assistant.settings.values import DealerSettings
from assistant.words.catalogue import tr
from assistant.words.figure_words import figure_name
from assistant.words.times import day_and_time

MOST = 20
"""So many are named on a sheet of two pages, whatever else stands there, if names are not long."""


def broken_section(
    broken: Sequence[BrokenLead], dealer: DealerSettings, now: datetime, most: int = MOST
) -> Section:
    """Return the leads by rule, and how many more there are."""
    heading = tr("Where the process broke: {count}").format(count=len(broken))
    if not broken:
        return Section(heading=heading, said=tr("No rule was broken in these days."))
    named = _fairly(broken, most)
    columns = (tr("Rule"), tr("Customer"), tr("Salesperson"), tr("Since"), tr("Tries"))
    today = now.astimezone(dealer.zone).date()
    rows = tuple(
        (
            figure_name(lead.rule),
            customer(lead.name, lead.phone, dealer),
            harmless(lead.owner),
            day_and_time(lead.since.astimezone(dealer.zone), today),
            str(lead.tries),
        )
        for lead in named
    )
    return Section(
        heading=heading,
        table=Table(columns=columns, rows=_once(rows), texts=4),
        more=_more(broken, named),
    )


def customer(name: str, phone: str, dealer: DealerSettings) -> str:
    """Return who a customer is: his name, else his number as people here write it."""
    return harmless(name or national(phone, dealer.country)) or tr("Not known")


def _fairly(broken: Sequence[BrokenLead], most: int) -> list[BrokenLead]:
    """Return at most so many leads, of each rule as many as of the others while it has them."""
    by_rule = {rule: [lead for lead in broken if lead.rule is rule] for rule in Broken}
    room = dict.fromkeys(Broken, 0)
    for nth in range(most):
        for rule, leads in by_rule.items():
            if nth < len(leads) and sum(room.values()) < most:
                room[rule] += 1
    return [lead for rule, leads in by_rule.items() for lead in leads[: room[rule]]]


def _once(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Name a rule only where it begins."""
    rules = [""] + [row[0] for row in rows]
    return tuple(
        ("" if row[0] == before else row[0], *row[1:])
        for row, before in zip(rows, rules, strict=False)
    )


def _more(broken: Sequence[BrokenLead], named: Sequence[BrokenLead]) -> str:
    left = {
        rule: sum(lead.rule is rule for lead in broken) - sum(lead.rule is rule for lead in named)
        for rule in Broken
    }
    said = "; ".join(f"{figure_name(rule)}: {count}" for rule, count in left.items() if count)
    count = len(broken) - len(named)
    return tr("and {count} more ({rules})").format(count=count, rules=said) if count else ""
