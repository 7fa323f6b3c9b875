"""What a thread reads for the inspection page, in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.core.figures import By, Figures
from assistant.desk.inspection import Open
from assistant.desk.union import Copy
from assistant.ui.inspection.scope import Scope
from assistant.ui.inspection.trend import Weeks


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What the thread brings."""

    scope: Scope
    figures: Figures
    weeks: Weeks
    choices: Mapping[By, Sequence[str]]
    copies: Sequence[Copy]


def read_figures(open_log: Open, scope: Scope) -> Read:
    """Read what the page shows of a scope."""
    with open_log() as log:
        return Read(
            scope=scope,
            figures=log.figures(scope.period, scope.choice),
            weeks=log.trend(scope.period.last, scope.choice),
            choices={by: log.choices(by) for by in (By.OWNER, By.SOURCE)},
            copies=log.copies,
        )
