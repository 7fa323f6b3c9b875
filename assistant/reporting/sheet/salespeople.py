"""Who is below target, and the line in which he writes what he will change [003].

The target is the benchmark's share of appointments. Sales and visits of a week come after it, so
they say nothing yet of who asked in it.
"""

from assistant.core.benchmarks import base
from assistant.core.figures import By, Counts, Part
from assistant.names import harmless
from assistant.reporting.sheet.inspected import Inspected
from assistant.reporting.sheet.paper import Entry, Section
from assistant.reporting.sheet.shares import asked, counted, counted_shortly
from assistant.words.catalogue import tr
from assistant.words.figure_words import figure_name

MOST = 8
"""So many have room on a sheet of two pages, whatever else stands there, if names are not long."""
_SHOWN = (Part.IN_TIME, Part.APPOINTMENTS)


def below_target(inspected: Inspected) -> list[str]:
    """Return who had leads, and a smaller share of appointments than the benchmark."""
    target = asked(Part.APPOINTMENTS, inspected.preset) or 0.0
    return [
        name
        for name, counts in inspected.figures.by[By.OWNER].items()
        if counts[Part.APPOINTMENTS] < target * counts[Part.REQUESTS]
    ]


def salespeople_section(inspected: Inspected, most: int = MOST) -> Section | None:
    """Return who is below target, and whose line of last week has its result now.

    Args:
        inspected: The figures of the days.
        most: So many are named; the others are counted.
    """
    only = inspected.choice.owner
    below = below_target(inspected)
    names = {*below, *inspected.written_before, *inspected.written}
    shown = sorted(
        (name for name in names if only in {None, name}), key=lambda name: (name not in below, name)
    )
    if not shown:
        return None
    left = len(shown) - most
    target = round(100 * (asked(Part.APPOINTMENTS, inspected.preset) or 0.0))
    return Section(
        heading=tr("What changes"),
        said=tr("Below target is who made fewer than {count} appointments of 100 requests.").format(
            count=target
        ),
        entries=tuple(_entry(name, inspected, is_below=name in below) for name in shown[:most]),
        more=tr("and {count} more").format(count=left) if left > 0 else "",
    )


def _entry(name: str, inspected: Inspected, *, is_below: bool) -> Entry:
    called, lines = harmless(name) or tr("Not known"), []
    line = inspected.written_before.get(name, "")
    if line:
        lines.append((tr("Wrote last week"), harmless(line)))
    if is_below or name in inspected.written:
        lines.append((tr("Will change"), harmless(inspected.written.get(name, ""))))
    if is_below:
        called = tr("{name} (below target)").format(name=called)
    return Entry(called, result(name, inspected), tuple(lines))


def result(name: str, inspected: Inspected) -> str:
    """Return what a salesperson reached in a period, and in the one before it."""
    now = inspected.of_salesperson(name)
    before = inspected.of_salesperson(name, before=True)
    if not now[Part.REQUESTS]:
        return tr("No leads in these days.")
    return " · ".join(_beside(part, now, before) for part in _SHOWN)


def _beside(part: Part, now: Counts, before: Counts) -> str:
    said = f"{figure_name(part)} {counted(part, now)}"
    if not before[base(part)]:
        return said
    return tr("{figure}, before {count}").format(figure=said, count=counted_shortly(part, before))
