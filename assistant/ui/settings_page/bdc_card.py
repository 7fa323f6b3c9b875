"""Where leads for the BDC go, and when one that nobody calls goes there: with what that does."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistant.core.contact import read_email
from assistant.folders import DataFolder
from assistant.health import outward
from assistant.settings import Settings
from assistant.settings.rules import rules
from assistant.ui.around import Around
from assistant.ui.form.pieces import card, hint_label, labelled
from assistant.ui.look.plain import PlainLabel
from assistant.ui.look.roles import State, Text, set_invalid
from assistant.ui.settings_page.account_form import line
from assistant.ui.settings_page.number_line import NumberLine
from assistant.words.catalogue import tr, tr_count
from assistant.words.times import moment_in_words

_MOST_MINUTES = 100_000


class BdcCard(QWidget):
    """Asks for the BDC's address, and after how long it gets a lead that nobody calls.

    Signals:
        edited: Something was typed.
    """

    edited = Signal()

    def __init__(self, around: Around, folder: DataFolder) -> None:
        super().__init__()
        self._around = around
        self._folder = folder
        self.address = line(tr("The BDC's address"))
        self.address.setPlaceholderText("bdc@example.com")
        self.minutes = NumberLine(tr("Not called: goes there after (minutes)"), _MOST_MINUTES)
        self.way, self.escalation = PlainLabel(role=Text.MUTED), PlainLabel(role=Text.MUTED)
        self.waiting = PlainLabel(role=Text.MUTED)
        frame, column = card(tr("BDC"))
        in_folder, never = tr("At first empty: to a folder"), tr("At first never")
        for field, hint, effect in (
            (self.address, in_folder, self.way),
            (self.minutes, never, self.escalation),
        ):
            asked = labelled(field.accessibleName(), field, hint=hint_label(hint))
            asked.addWidget(effect)
            column.addLayout(asked)
            field.textEdited.connect(self._edit)
        column.addWidget(self.waiting)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_settings(self, settings: Settings) -> None:
        """Show settings in place of what was typed."""
        self.address.setText(settings.bdc.address)
        self.address.setCursorPosition(0)
        set_invalid(self.address, invalid=False)
        self.minutes.show_number(settings.bdc.escalate_after_minutes)
        self.look()

    def edited_settings(self, settings: Settings) -> Settings:
        """Return ``settings`` with what stands here; what cannot be used is left as it was."""
        address, minutes = self._address(), self.minutes.number
        bdc = settings.bdc
        if address is not None:
            bdc = replace(bdc, address=address)
        if minutes is not None:
            bdc = replace(bdc, escalate_after_minutes=minutes)
        return replace(settings, bdc=bdc)

    def problem(self) -> str:
        """Return what is wrong in one sentence; empty when nothing is."""
        if self._address() is None:
            return tr("The BDC's address is no e-mail address.")
        if self.minutes.number is None:
            return tr("Minutes are a whole number up to {most}.").format(most=_MOST_MINUTES)
        return ""

    def insist(self) -> None:
        """Mark what is wrong and put the keyboard into it."""
        if self._address() is not None:
            self.minutes.insist()
            return
        set_invalid(self.address, invalid=True)
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def look(self) -> None:
        """Show anew what the settings do."""
        edited = self.edited_settings(self._around.settings)
        found = outward.bdc(edited, self._folder)
        self.way.setText(found.detail())
        self.way.set_state(None if found.ok else State.WARM)
        self.escalation.setText(self._escalated(edited))
        counts = self._around.qt_desk.do(self._around.qt_desk.desk.waiting_counts)
        count = 0 if counts is None else counts[0]
        said = tr_count("{count} lead waits now.", "{count} leads wait now.", count)
        self.waiting.setText(said.format(count=count))

    def _escalated(self, settings: Settings) -> str:
        """Say when a lead that arrives now would go to the BDC."""
        made, now = rules(settings, self._folder.holidays), self._around.now()
        if made.escalate_after is None:
            return tr("A lead waits for its salesperson, however late.")
        try:
            due = made.hours.later(made.first_due(now), made.escalate_after)
        except ValueError:  # every day to come is a closing day
            return tr("With these hours nobody is ever called.")
        said = tr("A lead that arrives now and is not called goes there: {time}.")
        return said.format(time=moment_in_words(due, now, self._around.zone))

    def _address(self) -> str | None:
        """Return the address, empty without one; ``None`` for what is none."""
        typed = self.address.text().strip()
        return read_email(typed) if typed else ""

    @Slot()
    def _edit(self) -> None:
        set_invalid(self.address, invalid=False)
        self.look()
        self.edited.emit()
