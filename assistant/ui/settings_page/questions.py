"""The three questions of the first start. Each knows what it asks and what the answer changes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from assistant.settings import Settings
from assistant.settings.readers import DAYS
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import Text
from assistant.ui.look.tokens import SPACE
from assistant.ui.pick_file import PickFolder
from assistant.ui.settings_page.folder_field import FolderField
from assistant.ui.settings_page.hours_field import HoursField
from assistant.words.catalogue import tr

_WORKING_DAYS, _SATURDAY, _SUNDAY = DAYS[:5], DAYS[5], DAYS[6]


class Question(QWidget):
    """A question with one sentence about what the answer is for.

    Signals:
        entered: Enter was pressed in a field of it.
    """

    entered = Signal()

    def __init__(self, question: str, reason: str) -> None:
        super().__init__()
        self.question = question
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE.one)
        self.column.addWidget(PlainLabel(question, Text.TITLE))
        self.column.addWidget(PlainLabel(reason, Text.MUTED))
        self.column.addSpacing(SPACE.one)

    def first_field(self) -> QWidget:
        """Return the field that one types into first."""
        raise NotImplementedError

    def problem(self) -> str:
        """Return why the answer cannot be used; nothing when it can."""
        return ""

    def answered(self, settings: Settings) -> Settings:
        """Return ``settings`` with the answer in them."""
        raise NotImplementedError


class NameQuestion(Question):
    """Asks who sits here."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(
            tr("What is your name?"), tr("It stands beside what you do, and under your messages.")
        )
        self.field = QLineEdit(settings.desk.salesperson)
        self.field.setAccessibleName(tr("Your name"))
        self.field.returnPressed.connect(self.entered)
        self.column.addWidget(self.field)

    @override
    def first_field(self) -> QWidget:
        """Return the field for the name."""
        return self.field

    @override
    def answered(self, settings: Settings) -> Settings:
        """Return the settings with the name."""
        desk = replace(settings.desk, salesperson=self.field.text().strip())
        return replace(settings, desk=desk)


class HoursQuestion(Question):
    """Asks for the opening hours in short: working days, Saturday, Sunday."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(
            tr("When are you open?"),
            tr("A lead is called within two minutes, or two minutes after you open."),
        )
        self.working_days = HoursField(tr("Monday to Friday"))
        self.saturday = HoursField(tr("Saturday"))
        self.sunday = HoursField(tr("Sunday"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE.two)
        grid.setVerticalSpacing(SPACE.one)
        grid.setColumnStretch(1, 1)
        shown = (settings.hours.monday, settings.hours.saturday, settings.hours.sunday)
        for row, (field, spans) in enumerate(zip(self.fields, shown, strict=True)):
            field.show_spans(spans)
            field.returnPressed.connect(self.entered)
            grid.addWidget(PlainLabel(field.accessibleName(), one_line=True), row, 0)
            grid.addWidget(field, row, 1)
        self.column.addLayout(grid)

    @property
    def fields(self) -> tuple[HoursField, HoursField, HoursField]:
        """Return the fields in the order of the week."""
        return self.working_days, self.saturday, self.sunday

    @override
    def first_field(self) -> QWidget:
        """Return the first field that is wrong, else the first one."""
        wrong = (field for field in self.fields if field.spans is None)
        return next(wrong, self.working_days)

    @override
    def problem(self) -> str:
        """Return which hours cannot be read."""
        for field in self.fields:
            if field.spans is None:
                said = tr("The hours of {day} cannot be read: write 09:00-18:00, or nothing.")
                return said.format(day=field.accessibleName())
        is_open = any(field.spans for field in self.fields)
        return "" if is_open else tr("One day of the week must be open.")

    @override
    def answered(self, settings: Settings) -> Settings:
        """Return the settings with the hours."""
        working, saturday, sunday = (field.spans for field in self.fields)
        week: dict[str, Any] = dict.fromkeys(_WORKING_DAYS, working)
        week |= {_SATURDAY: saturday, _SUNDAY: sunday}
        return replace(settings, hours=replace(settings.hours, **week))


class FolderQuestion(Question):
    """Asks where leads come from."""

    def __init__(
        self, settings: Settings, usual: Path, open_link: Callable[[str], None], pick: PickFolder
    ) -> None:
        super().__init__(
            tr("Where do leads come from?"),
            tr("Every message that lands in this folder becomes a lead."),
        )
        self.folder = FolderField(usual, open_link, pick)
        self.folder.show_folder(settings.intake.folder)
        self.folder.field.returnPressed.connect(self.entered)
        self.column.addWidget(self.folder)

    @override
    def first_field(self) -> QWidget:
        """Return the field for the folder."""
        return self.folder.field

    @override
    def problem(self) -> str:
        """Return that the folder is missing."""
        return tr("The watched folder does not exist.") if self.folder.is_wrong() else ""

    @override
    def answered(self, settings: Settings) -> Settings:
        """Return the settings with the folder."""
        return replace(settings, intake=replace(settings.intake, folder=self.folder.text))
