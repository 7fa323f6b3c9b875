"""What the inspection page reads on threads: first what the funnel shows, then everything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.core.figures import By, Counts, Figures
from assistant.desk.inspection import Open
from assistant.desk.union import Copy
from assistant.ui.inspection.scope import Scope
from assistant.ui.inspection.trend import Weeks


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """What comes first: the funnel."""

    scope: Scope
    counts: Counts
    still_open: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What comes then."""

    scope: Scope
    figures: Figures
    weeks: Weeks
    choices: Mapping[By, Sequence[str]]
    copies: Sequence[Copy]


def read_first(open_log: Open, scope: Scope) -> First:
    """Read what is to be in view at once.

    Raises:
        CouldNotError: If the log cannot be read.
    """
    with open_log() as log:
        counts, still_open = log.funnel(scope.period, scope.choice)
    return First(scope=scope, counts=counts, still_open=still_open)


def read_all(open_log: Open, scope: Scope) -> Read:
    """Read everything.

    Raises:
        CouldNotError: If the log cannot be read.
    """
    with open_log() as log:
        return Read(
            scope=scope,
            figures=log.figures(scope.period, scope.choice),
            weeks=log.trend(scope.period.last, scope.choice),
            choices={by: log.choices(by) for by in (By.OWNER, By.SOURCE)},
            copies=log.copies,
        )
