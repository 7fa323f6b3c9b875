"""What a salesperson below target will change: a line a week, shown with the next result."""

from assistant.core.period import Period
from assistant.desk.pen import Pen
from assistant.store.pledges import Pledge
from assistant.store.store import Store, new_id


class Pledging:
    """Writes and reads the lines."""

    def __init__(self, store: Store, pen: Pen) -> None:
        self._store = store
        self._pen = pen

    def write(self, week: Period, salesperson: str, line: str) -> None:
        """Write what a salesperson will change after a week; nothing takes the last line back."""
        with self._store.transaction():
            self._store.pledges.add(
                Pledge(salesperson, " ".join(line.split()), self._pen.now()),
                week=week.week,
                new_id=new_id(),
                by=self._pen.by,
            )

    def of_week(self, week: Period) -> list[Pledge]:
        """Return the lines written after a week, in the order of names."""
        return self._store.pledges.of_week(week.week)
