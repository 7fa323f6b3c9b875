"""The same figures by salesperson, by what was asked for, and by source."""

from collections.abc import Callable, Mapping

from assistant.core.benchmarks import SALES_PER_100
from assistant.core.figures import FUNNEL, By, Counts, Part
from assistant.core.milestones import Interest
from assistant.reporting.sheet.inspected import Inspected
from assistant.reporting.sheet.paper import Section, Table
from assistant.reporting.sheet.shares import counted_shortly
from assistant.words.catalogue import tr
from assistant.words.choice_words import name_of
from assistant.words.figure_words import figure_name, per_cent

MOST = 10
"""So many rows has a table that is split by somebody or something; the sheet has two pages."""


def split_sections(inspected: Inspected) -> list[Section]:
    """Return a table for each way to split; a salesperson's own sheet is not split by him."""
    by = inspected.figures.by
    sections = []
    if inspected.choice.owner is None:
        sections.append(_by(tr("By salesperson"), by[By.OWNER], name_of))
    sections.append(_by(tr("By what they asked for"), by[By.INTEREST], _interest))
    sections.append(_by(tr("By source"), by[By.SOURCE], name_of))
    return [section for section in sections if section is not None]


def _interest(value: str) -> str:
    interest = Interest(value)
    target = SALES_PER_100.get(interest)
    if target is None:
        return figure_name(interest)
    return tr("{name}; sales should be {share}").format(
        name=figure_name(interest), share=per_cent(target / 100)
    )


def _by(heading: str, split: Mapping[str, Counts], name: Callable[[str], str]) -> Section | None:
    """Return a table by somebody or something, those with most requests if there are many."""
    if len(split) < 2:
        return None
    ranked = sorted(split, key=lambda value: (-split[value][Part.REQUESTS], value))
    left = len(ranked) - MOST
    parts = [part for part, _ in FUNNEL]
    return Section(
        heading=heading,
        table=Table(
            columns=("", *map(figure_name, parts)),
            rows=tuple(
                (name(value), *(counted_shortly(part, split[value]) for part in parts))
                for value in ranked[:MOST]
            ),
        ),
        more=tr("and {count} more").format(count=left) if left > 0 else "",
    )
