"""What was inspected as rows for scripts; ``docs/inspect.md`` tells of their fields."""

from collections.abc import Iterator, Mapping

from assistant.core.benchmarks import BENCHMARKS, base
from assistant.core.durations import Durations
from assistant.core.figures import Counts, Figures, Part, Telephone
from assistant.core.period import Period
from assistant.reporting.sheet.inspected import Inspected

Row = Mapping[str, object]
_TWO_MINUTES = 120


def rows_of(inspected: Inspected) -> Iterator[Row]:
    """Yield the rows: each says in ``row`` what it is of."""
    figures, before = inspected.figures, inspected.before
    yield {
        "row": "period",
        **_days(inspected.period),
        "at": figures.at,
        "owner": inspected.choice.owner,
        "benchmark": inspected.preset,
    }
    yield {"row": "figures", "of": "period", **_counts(figures.counts)}
    yield {"row": "figures", "of": "before", **_days(before.period), **_counts(before.counts)}
    yield from _benchmark(inspected)
    for by, split in figures.by.items():
        for value, counts in split.items():
            yield {"row": "split", "by": by, "value": value, **_counts(counts)}
    yield from _responses("period", figures)
    yield from _responses("before", before)
    for tries, reached in figures.tries:
        yield {"row": "tries", "tries": tries, "reached": reached}
    yield from _telephone("period", figures.telephone)
    yield from _telephone("before", before.telephone)
    for reason, leads in figures.lost_reasons.items():
        yield {"row": "lost", "reason": reason, "leads": leads}
    yield from _broken(inspected)
    for week, lines in (("period", inspected.written), ("before", inspected.written_before)):
        for salesperson, line in lines.items():
            if inspected.choice.owner in {None, salesperson}:
                yield {"row": "line", "of": week, "salesperson": salesperson, "line": line}


def _days(period: Period) -> dict[str, object]:
    return {
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "week": period.week if period.is_week else None,
    }


def _counts(counts: Counts) -> dict[str, object]:
    return {part.value: counts[part] for part in Part}


def _benchmark(inspected: Inspected) -> Iterator[Row]:
    for part, of_100 in BENCHMARKS[inspected.preset].per_100.items():
        of = base(part)
        yield {
            "row": "benchmark",
            "part": part,
            "of": of,
            "of_100": of_100,
            "expected": round(of_100 * inspected.figures.counts[of] / 100, 1),
        }


def _responses(of: str, figures: Figures) -> Iterator[Row]:
    yield {"row": "response", "of": of, "hours": "open", **_lengths(figures.open_hours)}
    yield {"row": "response", "of": of, "hours": "after", **_lengths(figures.after_hours)}


def _lengths(durations: Durations) -> dict[str, object]:
    return {
        "calls": durations.total,
        "within_two_minutes": durations.within(_TWO_MINUTES),
        "median_s": durations.percentile(0.5),
        "p90_s": durations.percentile(0.9),
    }


def _telephone(of: str, telephone: Telephone) -> Iterator[Row]:
    yield {
        "row": "telephone",
        "of": of,
        "answered": telephone.answered,
        "missed": sum(telephone.missed.values()),
        "reachability": telephone.reachability,
    }
    for (weekday, hour), calls in sorted(telephone.missed.items()):
        yield {"row": "missed", "of": of, "weekday": weekday, "hour": hour, "calls": calls}


def _broken(inspected: Inspected) -> Iterator[Row]:
    for lead in inspected.broken:
        yield {
            "row": "broken",
            "rule": lead.rule,
            "lead": lead.lead_id,
            "name": lead.name,
            "phone": lead.phone,
            "owner": lead.owner,
            "since": lead.since,
            "tries": lead.tries,
        }
