"""How long a customer is kept, and how many would be forgotten today: it cannot be undone."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from assistant.core.privacy import months_before
from assistant.settings import Settings
from assistant.ui.around import Around
from assistant.ui.form.pieces import card, hint_label, labelled
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text
from assistant.ui.settings_page.number_line import NumberLine
from assistant.ui.slices import Slices
from assistant.words.catalogue import tr, tr_count

_MOST_MONTHS = 1_200


class PrivacyCard(QWidget):
    """Asks after how many months without contact a customer is forgotten.

    Signals:
        edited: Something was typed.
    """

    edited = Signal()

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around = around
        self._count = 0
        self.months = NumberLine(tr("Months without contact until forgotten"), _MOST_MONTHS)
        self.effect = PlainLabel(role=Text.MUTED)
        self.slices = Slices(self)
        self.slices.ended.connect(self._tell)
        frame, column = card(tr("Privacy"))
        hint = hint_label(tr("At first 12"))
        asked = labelled(self.months.accessibleName(), self.months, hint=hint)
        asked.addWidget(self.effect)
        column.addLayout(asked)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.months.textEdited.connect(self._edit)

    def show_settings(self, settings: Settings) -> None:
        """Show settings in place of what was typed."""
        self.months.show_number(settings.privacy.retention_months)
        self._look()

    def edited_settings(self, settings: Settings) -> Settings:
        """Return ``settings`` with what stands here; what cannot be used is left as it was."""
        months = self.months.number
        if months is None:
            return settings
        return replace(settings, privacy=replace(settings.privacy, retention_months=months))

    def problem(self) -> str:
        """Return what is wrong in one sentence; empty when nothing is."""
        if self.months.number is None:
            return tr("Months are a whole number up to {most}.").format(most=_MOST_MONTHS)
        return ""

    def insist(self) -> None:
        """Mark what is wrong and put the keyboard into it."""
        self.months.insist()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Count who is past the term."""
        super().showEvent(event)
        self._look()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Count for nobody no further."""
        super().hideEvent(event)
        self.slices.stop()

    def _look(self) -> None:
        """Say what the term does; counting takes a while where many leads are."""
        self.slices.stop()
        months = self.months.number
        self.effect.set_state(None)
        if not months:
            never = tr("Customers are never forgotten by themselves.")
            self.effect.setText(self.problem() or never)
        elif self.isVisible():
            self.effect.setText(tr("Counting …"))
            self.slices.start(self._counting(months))

    def _counting(self, months: int) -> Iterator[None]:
        qt_desk, over = self._around.qt_desk, object()
        self._count = 0
        past = qt_desk.desk.privacy.past_term(months_before(self._around.now(), months))
        while (found := qt_desk.do(partial(next, past, over))) is not over:
            self._count += found is not None
            yield

    @Slot()
    def _tell(self) -> None:
        if not self._count:
            self.effect.setText(tr("As of today nobody would be forgotten."))
            return
        said = tr_count(
            "As of today {count} lead would be forgotten, for good.",
            "As of today {count} leads would be forgotten, for good.",
            self._count,
        )
        self.effect.setText(said.format(count=self._count))
        self.effect.set_state(State.WARM)

    @Slot()
    def _edit(self) -> None:
        self._look()
        self.edited.emit()
