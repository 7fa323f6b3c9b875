"""The line in which a salesperson writes what he will change, and what came of the last one."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.core.period import Period
from assistant.reporting.sheet.inspected import Inspected
from assistant.reporting.sheet.salespeople import result
from assistant.ui.around import Around
from assistant.ui.form.pieces import card, labelled
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text, Variant, set_variant
from assistant.ui.look.tokens import SPACE
from assistant.words.catalogue import tr

LONGEST = 200
"""Letters: a line, not a letter."""


class LineCard(QWidget):
    """Shows last week's line beside its result, and takes this week's.

    Signals:
        kept: The line was saved.
    """

    kept = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._week: Period | None = None
        self.before = PlainLabel()
        self.result = PlainLabel(role=Text.MUTED)
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST)
        self.line.setAccessibleName(tr("What I will change"))
        self.line.setPlaceholderText(tr("Such as: first call, then look up the car"))
        self.keep = QPushButton(tr("Save"))
        set_variant(self.keep, Variant.PRIMARY)
        self.said = PlainLabel(
            tr("Saved. It stands on the sheet, and beside next week's result."), Text.SMALL
        )
        self.said.hide()
        row = QHBoxLayout()
        row.setSpacing(SPACE.one)
        frame, column = card(tr("What I will change"))
        column.addLayout(labelled(tr("I wrote last week"), self.before))
        column.addLayout(labelled(tr("Result"), self.result))
        row.addWidget(self.line, 1)
        row.addWidget(self.keep)
        column.addLayout(row)
        column.addWidget(self.said)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.keep.clicked.connect(self._keep)
        self.line.returnPressed.connect(self._keep)

    def show_week(self, inspected: Inspected, salesperson: str) -> None:
        """Show the lines of a week; what is being typed for it stays."""
        line = inspected.written.get(salesperson, "")
        if self._week != inspected.period:
            self._week = inspected.period
            self.said.hide()
            self.line.setText(line)
        elif not self.line.isModified():
            self.line.setText(line)
        self.before.setText(inspected.written_before.get(salesperson) or tr("Nothing."))
        self.result.setText(result(salesperson, inspected))

    @Slot()
    def _keep(self) -> None:
        if self._week is None or self._around.qt_desk.do(self._write) is None:
            return
        self.line.setModified(False)
        self.said.show()
        self.kept.emit()

    def _write(self) -> bool:
        assert self._week is not None  # noqa: S101 - asked before
        salesperson = self._around.settings.desk.salesperson
        self._around.qt_desk.desk.pledging.write(self._week, salesperson, self.line.text())
        return True
