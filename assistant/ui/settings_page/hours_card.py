"""The opening hours of the week, and beside them what they do."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from assistant.core.errors import mark
from assistant.settings import Settings
from assistant.settings.readers import DAYS
from assistant.settings.rules import rules
from assistant.ui.around import Around
from assistant.ui.form.pieces import card, with_hint
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text
from assistant.ui.look.tokens import SPACE
from assistant.ui.settings_page.example import ExampleLead
from assistant.ui.settings_page.hours_field import HoursField
from assistant.words.catalogue import tr
from assistant.words.times import weekday

DAY_NAMES = (
    mark("Monday"),
    mark("Tuesday"),
    mark("Wednesday"),
    mark("Thursday"),
    mark("Friday"),
    mark("Saturday"),
    mark("Sunday"),
)
_EXAMPLE_WIDTH = 160
_A_MONDAY = date(2024, 1, 1)


class HoursCard(QWidget):
    """Asks for the hours of each weekday, and what happens outside them.

    Signals:
        edited: Something changed, or can no longer be read.
    """

    edited = Signal()

    def __init__(self, around: Around, kept_holidays: Path) -> None:
        """Set up.

        Args:
            around: The surroundings.
            kept_holidays: Where public holidays are kept once they were looked up.
        """
        super().__init__()
        self._around = around
        self._kept_holidays = kept_holidays
        self.days = [HoursField(tr(name)) for name in DAY_NAMES]
        self.note = PlainLabel(role=Text.SMALL)
        self.holidays = QCheckBox(tr("Closed on public holidays"))
        self.to_bdc = QCheckBox(tr("Leads after closing go to the BDC"))
        self.example = ExampleLead(around)
        self._lay_out()
        for field in self.days:
            field.edited.connect(self._edit)
        for box in (self.holidays, self.to_bdc):
            box.toggled.connect(self._edit)
        self.show_settings(around.settings)

    def show_settings(self, settings: Settings) -> None:
        """Show settings in place of what was typed."""
        for field, spans in zip(self.days, settings.hours.week, strict=True):
            field.show_spans(spans)
        self.holidays.setChecked(settings.hours.public_holidays_closed)
        self.to_bdc.setChecked(settings.bdc.after_hours)
        self.look()

    def edited_settings(self, settings: Settings) -> Settings | None:
        """Return ``settings`` with what stands here; ``None`` while hours cannot be read."""
        if self.problem() is not None:
            return None
        values: dict[str, Any] = {
            name: field.spans for name, field in zip(DAYS, self.days, strict=True)
        }
        values["public_holidays_closed"] = self.holidays.isChecked()
        hours = replace(settings.hours, **values)
        bdc = replace(settings.bdc, after_hours=self.to_bdc.isChecked())
        return replace(settings, hours=hours, bdc=bdc)

    def problem(self) -> tuple[str, HoursField] | None:
        """Return what is wrong in one sentence, and the field where it is mended."""
        for name, field in zip(DAY_NAMES, self.days, strict=True):
            if field.spans is None:
                said = tr("The hours of {day} cannot be read: write 09:00-18:00, or nothing.")
                return said.format(day=tr(name)), field
        if not any(field.spans for field in self.days):
            return tr("One day of the week must be open."), self.days[0]
        return None

    @Slot()
    def look(self) -> None:
        """Show anew what the hours do."""
        edited = self.edited_settings(self._around.settings)
        self.example.show_rules(None if edited is None else rules(edited, self._kept_holidays))
        problem = self.problem()
        usual = tr("Several spans a day: 09:00-12:30, 13:00-18:00")
        self.note.setText(usual if problem is None else problem[0])
        self.note.set_state(None if problem is None else State.LATE)

    @Slot()
    def _edit(self) -> None:
        self.look()
        self.edited.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.two)
        grid.setVerticalSpacing(SPACE.half)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(self.days):
            short = weekday(_A_MONDAY + timedelta(days=row))
            grid.addWidget(PlainLabel(short, one_line=True), row, 0)
            grid.addWidget(field, row, 1)
        self.example.setFixedWidth(_EXAMPLE_WIDTH)
        beside = QHBoxLayout()
        beside.setSpacing(SPACE.two)
        beside.addLayout(grid, 1)
        beside.addWidget(self.example)
        heading = PlainLabel(tr("Opening hours"), Text.HEADING)
        frame, column = card()
        column.setSpacing(SPACE.one)
        column.addLayout(with_hint(heading, tr("At first 09:00-18:00, Saturday until 17:00")))
        column.addLayout(beside)
        column.addWidget(self.note)
        column.addLayout(with_hint(self.holidays, tr("At first on")))
        column.addLayout(with_hint(self.to_bdc, tr("At first off")))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
