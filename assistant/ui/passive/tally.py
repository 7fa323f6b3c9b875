"""What a list comes to: how many leads, and the rows at which a person may want to look."""

from collections import Counter

from assistant.core.request import Request
from assistant.intake.lists import ListedRow
from assistant.words.catalogue import tr


class Tally:
    """Counts rows as they are read.

    Attributes:
        requests: What becomes a lead, in the order of the list.
        left_out: The rows that do not.
        not_to_call: The rows that become a lead which may not be called.
        reasons: How many rows are left out why, by the English sentence.
    """

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.left_out: list[ListedRow] = []
        self.not_to_call: list[ListedRow] = []
        self.reasons: Counter[str] = Counter()

    def add(self, row: ListedRow | None) -> None:
        """Count a row; ``None`` is an empty one."""
        if row is None:
            return
        if row.request is None or row.double_of:
            self.left_out.append(row)
            self.reasons[row.reason] += 1
            return
        self.requests.append(row.request)
        if not row.request.consent:
            self.not_to_call.append(row)


def remark(row: ListedRow) -> str:
    """Return what there is to say of a row that is left out, or may not be called."""
    if row.double_of:
        return tr("Same number or address as row {row}.").format(row=row.double_of)
    return tr(row.reason) if row.reason else tr("May not be called: no proof of consent.")
