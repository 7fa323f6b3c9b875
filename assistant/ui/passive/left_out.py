"""The rows of a list at which a person may want to look: which, whose, and why."""

from enum import IntEnum

from typing_extensions import override

from assistant.intake.lists import ListedRow
from assistant.names import harmless
from assistant.ui.look.text_table import TextTable
from assistant.ui.passive.tally import remark
from assistant.words.catalogue import tr


class Column(IntEnum):
    """What a column shows."""

    ROW = 0
    WHO = 1
    WHY = 2


class LeftOutModel(TextTable[ListedRow]):
    """Holds the rows."""

    @override
    def titles(self) -> tuple[str, ...]:
        """Return what the columns are called."""
        return tr("Row"), tr("Who"), tr("Why")

    @override
    def text(self, row: ListedRow, column: int) -> str:
        """Return the words of a cell."""
        match Column(column):
            case Column.ROW:
                return str(row.number)
            case Column.WHO:
                return harmless(row.name)
            case Column.WHY:
                return remark(row)
